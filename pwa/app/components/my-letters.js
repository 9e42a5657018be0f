// Drafts, what waits, and the newest sent reports of this phone, for the home page.
import { ago, shortDay } from '../lib/format.js';
import { h, html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { isWaiting, refusedPhotos } from '../lib/letters.js';
import { firstThumb } from '../lib/text.js';
import { Row } from './row.js';

/** @param {{ letters: App.Letter[] }} props */
export function MyLetters({ letters }) {
  const waiting = letters.filter(isWaiting);
  const refused = letters.flatMap(refusedPhotos).length;
  const draft = letters.find((one) => one.state === 'draft' && one.kind === 'complaint' && !isEmpty(one));
  const sent = letters.filter((one) => one.state === 'sent' && one.kind === 'complaint').slice(0, 2);
  const late = waiting.some((one) => Date.now() - (one.queued_at ?? 0) > 24 * 3600e3);
  if (!waiting.length && !draft && !sent.length) return null;
  return html`<ul class="card rows" aria-label=${t('home.mine')}>
    ${waiting.length > 0 && h(Row, { href: '/theo-doi', icon: 'wifi-off', title: t('outbox.waiting', { n: waiting.length }), text: t(late ? 'outbox.old' : 'outbox.waiting_hint') })}
    ${refused > 0 && h(Row, { href: '/theo-doi', icon: 'image', title: t('mend.count', { n: refused }), text: t('mend.see') })}
    ${draft && h(Row, { href: '/gui', icon: 'camera', title: t('home.draft'), text: t('home.draft_hint', { when: ago(new Date(draft.changed_at).toISOString()) }), thumb: firstThumb(draft.photos) })}
    ${sent.map((one) => h(Row, { key: one.id, href: `/phan-anh/${one.receipt.code}`, icon: 'search', thumb: firstThumb(one.photos), title: one.receipt.code, text: [t('home.sent', { day: shortDay(one.receipt.received_at) }), one.receipt.due_at && t('case.due', { day: shortDay(one.receipt.due_at) })].filter(Boolean).join(' · ') }))}
  </ul>`;
}

/** @param {App.Letter} letter */
const isEmpty = ({ photos, fields }) => !photos.length && !fields.words && !fields.category && !fields.place;
