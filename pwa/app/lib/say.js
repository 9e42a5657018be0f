// What the sender says about an own case after sending it: every form writes a draft of its own, so that nothing is lost.
import { useRef, useState } from './html.js';
import { addPhoto, dropPhoto, queue, startDraft, writeDraft } from './outbox.js';
import { shrink } from './picture.js';
import { letters } from './store.js';

/** @type {App.LetterKind[]} */
export const SAY_KINDS = ['correction', 'withdrawal', 'rating', 'not_done', 'more_photos'];
/** Everything said with the key of this case. @param {string} code */
export const saidAbout = (code) => letters.value.filter((one) => one.fields.code === code && one.fields.token);

/** What the sender wrote, with what was corrected since. @param {App.Letter} own @param {App.Letter[]} said @returns {App.Letter} */
export function withCorrections(own, said) {
  const later = said.filter((one) => one.kind === 'correction' && one.state !== 'draft' && one.state !== 'refused').sort((a, b) => a.changed_at - b.changed_at);
  const fields = later.reduce((known, { fields: { words, category, place } }) => {
    const sent = Object.entries({ words, category, place }).filter(([, value]) => value !== undefined);
    return { ...known, ...Object.fromEntries(sent) };
  }, own.fields);
  return { ...own, fields };
}

/** The draft of one form. @param {App.LetterKind} kind @param {{ code: string, token: string }} about */
export function useSay(kind, { code, token }) {
  const letter = letters.value.find((one) => one.kind === kind && one.state === 'draft' && one.fields.code === code);
  const [busy, setBusy] = useState(0);
  const begun = useRef(/** @type {Promise<string> | null} */ (null));
  const ensure = () => {
    if (letter) return Promise.resolve(letter.id);
    begun.current ??= startDraft(kind, { code, token }).then((made) => made.id);
    return begun.current;
  };
  return {
    fields: letter?.fields ?? {},
    photos: letter?.photos ?? [],
    busy,
    write: async (/** @type {Record<string, any>} */ change) => writeDraft(await ensure(), change),
    drop: async (/** @type {string} */ photo) => dropPhoto(await ensure(), photo),
    add: async (/** @type {File[]} */ files) => {
      const id = await ensure();
      for (const [at, file] of files.entries()) {
        setBusy(files.length - at);
        await addPhoto(id, await shrink(file));
      }
      setBusy(0);
    },
    send: async (/** @type {Record<string, any>} */ fields) => {
      const id = await ensure();
      begun.current = null;
      await queue(id, { code, token, ...fields });
    },
  };
}
