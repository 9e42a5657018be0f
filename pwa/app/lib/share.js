// Handing things on: the phone's share sheet, else the clipboard or a download.

/** @param {{ title: string, text: string, url?: string }} what @returns {Promise<'shared' | 'copied' | 'no'>} */
export async function shareWords({ title, text, url }) {
  try {
    if (navigator.share) {
      await navigator.share({ title, text, ...(url ? { url } : {}) });
      return 'shared';
    }
    await navigator.clipboard.writeText([text, url].filter(Boolean).join('\n'));
    return 'copied';
  } catch {
    return 'no';
  }
}

/** @param {File} file @param {string} title */
export async function shareFile(file, title) {
  try {
    if (navigator.canShare?.({ files: [file] })) return await navigator.share({ files: [file], title });
  } catch (error) {
    if (/** @type {Error} */ (error).name === 'AbortError') return;
  }
  download(file);
}

/** @param {File} file */
export function download(file) {
  const url = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: url, download: file.name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60e3);
}
