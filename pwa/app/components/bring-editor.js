// The editor that covers parts of photos is fetched when it is first wanted: code, words and sheet.
import { needWords } from '../lib/i18n.js';
import { dress } from '../lib/router.js';

export async function bringEditor() {
  const [module] = await Promise.all([
    import('./redact-editor.js'),
    needWords('desk'),
    needWords('redact'),
    dress('/styles/desk.css'),
    dress('/styles/redact.css'),
  ]);
  return module.RedactEditor;
}
