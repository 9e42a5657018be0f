// "Bà con sẽ thấy": the public page of the case as it would look, and the switches that decide about it.
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { Icon } from '../icon.js';
import { StatusChip } from './chips.js';

/**
 * @param {{ one: Api.Detail, publicLabel: string, mayEdit: boolean, words: string, onWords: (words: string) => void, onSaveWords: () => void,
 *   onPhoto: (id: string, isPublic: boolean) => void, onCover: (photo: Api.DeskPhoto) => void, onHide: (hidden: boolean) => void }} props
 */
export function PublicSide({ one, publicLabel, mayEdit, words, onWords, onSaveWords, onPhoto, onCover, onHide }) {
  const photos = one.photos.filter((photo) => photo.large && photo.kind !== 'field');
  return html`<section class="desk-part desk-public no-print"><div class="line"><h2 class="grow">${h(Icon, { name: 'eye' })}${t('public.title')}</h2>${one.is_hidden ? html`<span class="chip amber">${h(Icon, { name: 'eye-off' })}${t('public.hidden')}</span>` : html`<a class="desk-link" href=${`/phan-anh/${one.code}`} target="_blank" rel="noopener">${h(Icon, { name: 'external' })}${t('public.open')}</a>`}</div>
    ${
      !one.is_hidden &&
      html`<div class="desk-preview">
      <p class="desk-preview-title"><b>${[one.category_label ?? t('public.plain'), one.hamlet?.name].filter(Boolean).join(', ')}</b></p>
      <p>${h(StatusChip, { one: { tone: one.tone, status_label: publicLabel } })}</p>
      ${h(PublicWords, { one, mayEdit, words, onWords, onSave: onSaveWords })}
      ${one.reply && html`<p class="pre"><b>${t('outcome.reply')}.</b> ${one.reply.text}</p>`}
      ${photos.length > 0 && html`<ul class="desk-switches">${photos.map((photo) => h(PhotoSwitch, { key: photo.id, photo, mayEdit, onPhoto, onCover }))}</ul>`}
      ${photos.length > 0 && mayEdit && html`<p class="small">${t('public.look')}</p>`}</div>`
    }
    ${mayEdit && html`<button class="desk-link" type="button" onClick=${() => onHide(!one.is_hidden)}>${h(Icon, { name: one.is_hidden ? 'eye' : 'eye-off' })}${t(one.is_hidden ? 'public.unhide' : 'public.hide')}</button>`}
  </section>`;
}

/** @param {{ one: Api.Detail, mayEdit: boolean, words: string, onWords: (words: string) => void, onSave: () => void }} props */
function PublicWords({ one, mayEdit, words, onWords, onSave }) {
  const [open, setOpen] = useState(false);
  const stands = one.public_words ?? '';
  const save = () => {
    onSave();
    setOpen(false);
  };
  if (!mayEdit) return stands ? html`<p class="pre">${stands}</p>` : null;
  if (!open && words === stands)
    return html`${stands ? html`<p class="pre">${stands}</p>` : html`<p class="small">${t('public.no_words')}</p>`}<button class="desk-link" type="button" onClick=${() => {
      if (!stands && one.words) onWords(one.words);
      setOpen(true);
    }}>${h(Icon, { name: 'pencil' })}${t(stands ? 'public.edit_words' : 'public.write_words')}</button>`;
  return html`<label class="stack"><span class="small">${t('public.words_hint')}</span><textarea class="input" rows="3" maxlength="2000" value=${words} onInput=${(/** @type {any} */ event) => onWords(event.target.value)}></textarea></label>
    <div class="line"><button class="button small" type="button" disabled=${words === stands} onClick=${save}>${t('public.save_words')}</button><button class="button text small" type="button" onClick=${() => {
      onWords(stands);
      setOpen(false);
    }}>${t('desk.leave')}</button></div>`;
}

/** @param {{ photo: Api.DeskPhoto, mayEdit: boolean, onPhoto: (id: string, isPublic: boolean) => void, onCover: (photo: Api.DeskPhoto) => void }} props */
function PhotoSwitch({ photo, mayEdit, onPhoto, onCover }) {
  const word = t(photo.is_public ? 'public.shown' : 'public.unshown');
  const name = t(`photos.${photo.kind}`);
  return html`<li><img src=${photo.redaction?.thumb ?? photo.thumb} alt=${name} loading="lazy" /><span class="small">${name}<br /><b>${word}</b>${photo.redaction && html`<br />${t('public.covered', { n: photo.redaction.boxes.length })}`}</span>
    ${mayEdit && html`<button class="button small quiet" type="button" onClick=${() => onCover(photo)}>${t('public.cover')}</button>`}
    ${mayEdit && html`<button class=${`button small ${photo.is_public ? 'text' : 'quiet'}`} type="button" onClick=${() => onPhoto(photo.id, !photo.is_public)}>${t(photo.is_public ? 'public.unshow' : 'public.show')}</button>`}</li>`;
}
