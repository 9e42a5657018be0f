// The sorting guide as the office keeps it: things, and the classes with their colours.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { Icon } from '../../components/icon.js';
import { put } from '../../lib/api.js';
import { found } from '../../lib/guide.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { save } from '../../lib/save.js';
import { uuid } from '../../lib/uuid.js';
import { Register } from './register.js';

export default function GuideBook() {
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState('');
  const rows = (/** @type {Api.Guide} */ { entries }) => {
    const ofKind = entries.filter((one) => !kind || one.class_code === kind);
    return typed.trim() ? found(ofKind, typed, 50) : ofKind;
  };
  const find = (/** @type {Api.Guide} */ { classes }) =>
    html`<search class="line wrap"><input class="input grow" type="search" aria-label=${t('guide.ask')} placeholder=${t('guide.ask')} value=${typed} onInput=${(/** @type {any} */ event) => setTyped(event.target.value)} />
      <select class="input guide-kind" aria-label=${t('guide.class')} onChange=${(/** @type {any} */ event) => setKind(event.target.value)}><option value="">${t('guide.every_class')}</option>${classes.map((one) => html`<option value=${one.code} selected=${one.code === kind}>${one.name}</option>`)}</select></search>`;
  return h(Register, {
    book: {
      title: t('guide.book'),
      hint: t('guide.book_hint'),
      may: 'manage_outreach',
      list: '/api/outreach/guide',
      rows,
      add: t('guide.add'),
      head: (data, reload) => html`${h(Classes, { data, reload })}${find(data)}`,
      columns: ({ classes }) => [
        { title: t('guide.thing'), cell: (one) => one.name },
        { title: t('guide.class'), cell: (one) => classes.find((/** @type {Api.WasteClassShape} */ each) => each.code === one.class_code)?.name },
        { title: t('guide.how'), cell: (one) => one.how },
      ],
      faded: (one) => !one.is_active,
      fields: ({ classes }) => [
        { name: 'name', label: t('guide.thing'), max: 80 },
        { name: 'other_names', label: t('guide.other_names'), hint: t('guide.other_names_hint'), max: 300, optional: true },
        {
          name: 'class_code',
          label: t('guide.class'),
          options: classes.map((/** @type {Api.WasteClassShape} */ one) => ({ value: one.code, label: one.name })),
        },
        { name: 'how', label: t('guide.how'), max: 500, multiline: true },
        { name: 'source', label: t('outreach.source'), max: 300, optional: true },
        { name: 'is_active', label: t('guide.is_active'), check: true },
      ],
      fresh: ({ classes }) => ({
        id: uuid(),
        version: 0,
        name: typed.trim(),
        other_names: '',
        class_code: kind || classes[0].code,
        how: '',
        source: '',
        position: 0,
        is_active: true,
      }),
      path: ({ id }) => `/api/outreach/guide/${id}`,
      body: ({ name, other_names, class_code, how, source, position, is_active }) => ({ name, other_names, class_code, how, source, position, is_active }),
    },
  });
}

/** @param {{ data: Api.Guide, reload: () => void }} props */
function Classes({ data, reload }) {
  const [edited, setEdited] = useState(/** @type {Api.WasteClassShape | null} */ (null));
  const keep = (/** @type {Desk.Values} */ { code, name, colour, how, icon, position, source, version }) =>
    save(() => put(`/api/outreach/waste-classes/${code}`, { name, colour, how, icon, position, source }, { version }), reload);
  const fields = [
    { name: 'name', label: t('guide.class'), max: 60 },
    { name: 'colour', label: t('guide.colour'), max: 120 },
    { name: 'how', label: t('guide.how'), max: 600, multiline: true },
    { name: 'source', label: t('outreach.source'), max: 300 },
  ];
  return html`<details class="card"><summary class="pad line"><b class="grow">${t('guide.classes_book')}</b>${h(Icon, { name: 'next' })}</summary><ul class="rows">${data.classes.map(
    (one) =>
      html`<li key=${one.code} class="row">${h(Icon, { name: one.icon })}<span class="grow"><b>${one.name}</b><span class="small">${one.colour}</span></span><button class="desk-link" type="button" onClick=${() => setEdited(one)}>${h(Icon, { name: 'pencil' })}${t('admin.edit')}<span class="sr"> ${one.name}</span></button></li>`,
  )}</ul></details>
    ${edited && h(EditSheet, { title: edited.name, fields, values: edited, onSave: keep, onClose: () => setEdited(null) })}`;
}
