// Codes as people type them: small letters, spaces, no dashes, leading noughts forgotten.

/** KS-26-0042 from "ks 26 42", "KS260042", "26-42"; '' when it cannot be one. @param {string} typed */
export function tidyCode(typed) {
  const groups = typed.toUpperCase().match(/[A-Z]+|\d+/g) ?? [];
  const letters = /^[A-Z]+$/.test(groups[0] ?? '') ? groups.shift() : 'KS';
  const [year, number] = groups.length === 1 ? [groups[0].slice(0, 2), groups[0].slice(2)] : groups;
  if (groups.length > 2 || !/^\d{2}$/.test(year ?? '') || !/^\d{1,7}$/.test(number ?? '')) return '';
  return `${letters}-${year}-${number.replace(/^0+(?=\d)/, '').padStart(4, '0')}`;
}
