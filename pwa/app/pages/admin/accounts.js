// Accounts: who may sign in, as what, and the link that sets their password.

import { EditSheet } from '../../components/desk/edit-sheet.js';
import { Menu } from '../../components/desk/menu.js';
import { PasswordLink } from '../../components/desk/password-link.js';
import { Table } from '../../components/desk/table.js';
import { askDialog } from '../../components/dialog.js';
import { Icon } from '../../components/icon.js';
import { Failure, Waiting } from '../../components/states.js';
import { toast } from '../../components/toast.js';
import { del, get, patch, post, sayProblem } from '../../lib/api.js';
import { ago } from '../../lib/format.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { orNull, save } from '../../lib/save.js';
import { uuid } from '../../lib/uuid.js';

const ROLES = ['officer', 'hamlet_head', 'leader', 'front', 'administrator'];

export function Accounts() {
  const { data, error, reload } = useLoad(everything, []);
  const [edited, setEdited] = useState(/** @type {Api.AccountDetail | 'new' | null} */ (null));
  const [link, setLink] = useState(/** @type {{ name: string, link: Api.PasswordLinkIssued } | null} */ (null));
  if (error) return html`<div class="desk-page">${h(Failure, { error, onRetry: reload })}</div>`;
  const say = (/** @type {unknown} */ why) => void toast(sayProblem(why));
  const giveLink = (/** @type {Api.AccountDetail} */ one) =>
    post(`/api/accounts/${one.id}/password-link`).then((issued) => setLink({ name: one.name, link: issued }), say);
  const turn = (/** @type {Api.AccountDetail} */ one) =>
    patch(`/api/accounts/${one.id}`, { is_active: !one.is_active }, { version: one.version }).then(reload, say);
  const signOut = (/** @type {Api.AccountDetail} */ one) =>
    del(`/api/accounts/${one.id}/devices`).then(() => void toast(t('accounts.signed_out', { name: one.name })), say);
  return html`<div class="desk-page"><div class="line"><h1 class="grow">${t('admin.accounts')}</h1><button class="button small" type="button" onClick=${() => setEdited('new')}>${h(Icon, { name: 'plus' })}${t('accounts.add')}</button></div>
    <p class="small">${t('accounts.hint')}</p>
    ${data ? h(Table, { caption: t('admin.accounts'), rows: data.accounts, keyOf: (one) => one.id, faded: (one) => !one.is_active, actionsWord: t('admin.actions'), columns: COLUMNS(), actions: (one) => h(Acts, { one, onEdit: () => setEdited(one), onLink: () => giveLink(one), onTurn: () => turn(one), onSignOut: () => signOut(one) }) }) : h(Waiting, { lines: 5 })}
    ${
      edited &&
      data &&
      h(AccountSheet, {
        one: edited === 'new' ? null : edited,
        units: data.units,
        hamlets: data.hamlets,
        onClose: () => setEdited(null),
        onSaved: (saved) => {
          reload();
          if (edited === 'new') giveLink(saved);
        },
      })
    }
    ${
      link &&
      h(PasswordLink, {
        ...link,
        onClose: () => {
          setLink(null);
          reload();
        },
      })
    }</div>`;
}

/** @returns {Desk.Column<Api.AccountDetail>[]} */
const COLUMNS = () => [
  {
    title: t('accounts.name'),
    cell: (one) => html`${one.name}${!one.is_active && html` <span class="chip">${h(Icon, { name: 'ban' })}${t('accounts.off')}</span>`}`,
  },
  { title: t('accounts.login'), cell: (one) => html`${one.login}${one.phone && html`<div class="small num">${one.phone}</div>`}` },
  {
    title: t('account.role'),
    cell: (one) => html`${t(`role.${one.role}`)}<div class="small">${one.unit?.name ?? one.hamlet?.name}${one.is_head && ` · ${t('accounts.head')}`}</div>`,
  },
  {
    title: t('accounts.seen'),
    cell: (one) => (one.has_password ? (one.last_seen_at ? ago(one.last_seen_at) : t('accounts.never')) : t('accounts.no_password')),
  },
];

/** @param {{ one: Api.AccountDetail, onEdit: () => void, onLink: () => void, onTurn: () => void, onSignOut: () => void }} props */
function Acts({ one, onEdit, onLink, onTurn, onSignOut }) {
  const sure = async (/** @type {string} */ title, /** @type {string} */ label, /** @type {() => void} */ then) => {
    const answer = await askDialog({
      title,
      choices: [
        { value: 'yes', label, look: 'danger' },
        { value: '', label: t('desk.leave'), look: 'quiet' },
      ],
    });
    if (answer === 'yes') then();
  };
  const signOut = () => sure(t('accounts.sign_out_sure', { name: one.name }), t('accounts.sign_out'), onSignOut);
  const turnOff = () => sure(t('accounts.turn_off_sure', { name: one.name }), t('accounts.turn_off'), onTurn);
  const active = [
    { key: 'link', label: t('accounts.link'), icon: 'key', onPick: onLink },
    { key: 'sign_out', label: t('accounts.sign_out'), icon: 'device', onPick: signOut },
    { key: 'off', label: t('accounts.turn_off'), icon: 'ban', onPick: turnOff },
  ];
  const items = one.is_active ? active : [{ key: 'on', label: t('accounts.turn_on'), icon: 'check', onPick: onTurn }];
  return h(Menu, {
    word: t('admin.actions'),
    about: one.name,
    down: true,
    items: [{ key: 'edit', label: t('accounts.edit'), icon: 'pencil', onPick: onEdit }, ...items],
  });
}

/**
 * @typedef {{ one: Api.AccountDetail | null, units: Api.UnitDetail[], hamlets: Api.HamletDetail[], onSaved: (saved: Api.AccountDetail) => void, onClose: () => void }} SheetProps
 */

/** @param {SheetProps} props */
function AccountSheet({ one, units, hamlets, onSaved, onClose }) {
  const [id] = useState(uuid);
  const keep = (/** @type {Desk.Values} */ values) => {
    const body = bodyOf(values);
    return save(() => (one ? patch(`/api/accounts/${one.id}`, body, { version: values.version }) : post('/api/accounts', { id, ...body })), onSaved);
  };
  const values = one ? valuesOf(one) : { name: '', login: '', phone: '', role: 'officer', unit_id: '', hamlet_id: '', is_head: false };
  const title = one ? one.name : t('accounts.add');
  return h(EditSheet, {
    title,
    hint: one ? '' : t('accounts.new_hint'),
    fields: (now) => fieldsOf(now, units, hamlets),
    values,
    read: valuesOf,
    onSave: keep,
    onClose,
  });
}

/** @param {any} one an account */
const valuesOf = (one) => ({ ...one, unit_id: one.unit?.id ?? '', hamlet_id: one.hamlet?.id ?? '' });

/** @param {Desk.Values} values @param {Api.UnitDetail[]} units @param {Api.HamletDetail[]} hamlets @returns {Desk.EditField[]} */
function fieldsOf({ role }, units, hamlets) {
  const named = (/** @type {{ id: string, name: string }[]} */ rows) => rows.map((row) => ({ value: row.id, label: row.name }));
  const usable = units.filter((unit) => unit.is_active);
  const unit = { name: 'unit_id', label: t('accounts.unit'), options: [{ value: '', label: t('form.choose_unit') }, ...named(usable)] };
  const head = { name: 'is_head', label: t('accounts.head'), check: true };
  const hamlet = { name: 'hamlet_id', label: t('form.hamlet'), options: [{ value: '', label: t('accounts.choose_hamlet') }, ...named(hamlets)] };
  return [
    { name: 'name', label: t('accounts.name'), max: 120 },
    { name: 'login', label: t('accounts.login'), hint: t('accounts.login_hint'), max: 40, input: { autocapitalize: 'none', spellcheck: false } },
    { name: 'phone', label: t('accounts.phone'), optional: true, type: 'tel' },
    { name: 'role', label: t('account.role'), options: ROLES.map((each) => ({ value: each, label: t(`role.${each}`) })) },
    ...(role === 'officer' ? [unit, head] : []),
    ...(role === 'hamlet_head' ? [hamlet] : []),
  ];
}

/** @param {Desk.Values} values */
const bodyOf = ({ name, login, phone, role, unit_id, hamlet_id, is_head }) => ({
  name,
  login,
  phone: orNull(phone),
  role,
  unit_id: role === 'officer' ? orNull(unit_id) : null,
  hamlet_id: role === 'hamlet_head' ? orNull(hamlet_id) : null,
  is_head: role === 'officer' && Boolean(is_head),
});

/** @param {AbortSignal} signal */
async function everything(signal) {
  const [units, hamlets] = await Promise.all([get('/api/units', { signal }), get('/api/hamlets', { signal })]);
  /** @type {Api.AccountDetail[]} */
  const accounts = [];
  let next = '';
  do {
    const page = await get(`/api/accounts${next && `?cursor=${encodeURIComponent(next)}`}`, { signal });
    accounts.push(...page.items);
    next = page.next ?? '';
  } while (next);
  return { accounts, units: /** @type {Api.UnitDetail[]} */ (units.items), hamlets: /** @type {Api.HamletDetail[]} */ (hamlets) };
}
