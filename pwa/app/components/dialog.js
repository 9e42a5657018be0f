// A question that must be answered before going on. Resolves to the value of the button pressed, '' when closed.

/**
 * @param {{ title: string, text?: string, choices: { value: string, label: string, look?: 'quiet' | 'danger' | 'text' }[] }} question
 * @returns {Promise<string>}
 */
export function askDialog({ title, text, choices }) {
  const dialog = document.createElement('dialog');
  const body = dialog.appendChild(document.createElement('div'));
  const heading = body.appendChild(document.createElement('h2'));
  heading.id = 'dialog-title';
  heading.textContent = title;
  dialog.setAttribute('aria-labelledby', heading.id);
  if (text) body.appendChild(document.createElement('p')).textContent = text;
  for (const choice of choices) {
    const button = body.appendChild(document.createElement('button'));
    button.type = 'button';
    button.className = `button ${choice.look ?? ''}`;
    button.textContent = choice.label;
    button.addEventListener('click', () => dialog.close(choice.value));
  }
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((answer) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      answer(dialog.returnValue);
    });
  });
}
