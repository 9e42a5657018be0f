// Runs before the first paint: text size and ground as last chosen, and no home page flash on other addresses.
(() => {
  const root = document.documentElement;
  /** @type {any} */
  let look = {};
  try {
    look = JSON.parse(localStorage.getItem('look') || '{}');
  } catch {
    look = {};
  }
  if (look.large) root.dataset.text = 'large';
  if (look.theme) root.dataset.theme = look.theme;
  if (look.language) root.lang = look.language;
  if (location.pathname !== '/' || look.language === 'en') root.dataset.blank = '';
})();
