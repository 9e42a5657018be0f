// "Tôi cũng thấy": photos and words of one's own for a case somebody else has reported, instead of a second report.
import { Choice, Field } from '../components/field.js';
import { PageFrame } from '../components/page-frame.js';
import { PhotoPicker } from '../components/photo-picker.js';
import { SentLetter } from '../components/sent-letter.js';
import { Waiting } from '../components/states.js';
import { toast } from '../components/toast.js';
import { saveLetterFile, shareReceipt } from '../lib/hand-on.js';
import { h, html, useEffect, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { addPhoto, dropPhoto, queue, reopen, sendNow, startDraft, startOutbox, writeDraft } from '../lib/outbox.js';
import { shrink } from '../lib/picture.js';
import { tidyPhone } from '../lib/report.js';
import { go } from '../lib/router.js';
import { config, keep, letters } from '../lib/store.js';

/** @param {{ code: string }} props */
export default function Support({ code }) {
  const [id, setId] = useState('');
  useEffect(() => {
    keep('config');
    startOutbox().then(async () => {
      const known = letters.value.find((one) => one.kind === 'support' && one.fields.code === code && one.state === 'draft');
      setId((known ?? (await startDraft('support', { code }))).id);
    });
  }, []);
  const letter = letters.value.find((one) => one.id === id);
  if (!letter) return h(PageFrame, { title: t('support.title') }, h(Waiting, { lines: 3 }));
  if (letter.state === 'draft') return h(Form, { letter, code });
  const again = async () => (await reopen(id)) && go('/gui');
  return h(
    PageFrame,
    { title: t('support.title'), home: true },
    h(SentLetter, {
      letter,
      onSend: () => sendNow(),
      onFile: () => saveLetterFile(letter),
      onShare: () => shareReceipt(letter),
      onReopen: letter.fields.report ? () => void again() : undefined,
    }),
  );
}

/** @param {{ letter: App.Letter, code: string }} props */
function Form({ letter, code }) {
  const [fields, setFields] = useState(letter.fields);
  const [busy, setBusy] = useState(0);
  const [wrong, setWrong] = useState('');
  const contact = fields.contact ?? {};
  const write = (/** @type {Record<string, any>} */ change) => {
    setFields({ ...fields, ...change });
    setWrong('');
    writeDraft(letter.id, change);
  };
  const add = async (/** @type {File[]} */ files) => {
    for (const [at, file] of files.entries()) {
      setBusy(files.length - at);
      await addPhoto(letter.id, await shrink(file)).catch(() => toast(t('photo.no_room')));
    }
    setBusy(0);
  };
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const phone = tidyPhone(contact.phone);
    if (phone && !/^0\d{9}$/.test(phone)) return setWrong('support.phone_wrong');
    if (phone && !contact.consent) return setWrong('support.agree_missing');
    const told = phone ? { name: null, phone, consent: true, consent_version: config.value?.consent.version ?? '' } : null;
    await queue(letter.id, { code, words: (fields.words ?? '').trim(), contact: told, report: fields.report });
  };
  return h(
    PageFrame,
    { title: t('support.title'), backTo: `/phan-anh/${code}` },
    html`<form class="stack-16" onSubmit=${send}><p><b class="num">${code}</b></p><p>${t('support.hint')}</p>
      ${h(PhotoPicker, { photos: letter.photos, max: config.value?.limits.photos ?? 6, busy, onAdd: add, onDrop: (photo) => void dropPhoto(letter.id, photo) })}
      ${h(Field, { label: t('support.words'), optional: true, multiline: true, max: 2000, value: fields.words ?? '', onInput: (words) => write({ words }) })}
      ${h(Field, { label: t('support.phone'), optional: true, type: 'tel', value: contact.phone ?? '', error: wrong && t(wrong), onInput: (phone) => write({ contact: { ...contact, phone } }), input: { inputmode: 'tel', autocomplete: 'tel' } })}
      ${contact.phone && html`<p class="small">${config.value?.consent.text}</p>${h(Choice, { label: t('send.agree'), checked: Boolean(contact.consent), onChange: (on) => write({ contact: { ...contact, consent: on } }) })}`}
      <button class="button" type="submit" disabled=${busy > 0}>${t('support.send')}</button>
      <a class="button text" href="/gui">${t('support.instead')}</a></form>`,
  );
}
