// Who may do what: the table of permissions, read by the whole staff, set by the administrator.
import { Table } from '../../components/desk/table.js';
import { askDialog } from '../../components/dialog.js';
import { Icon } from '../../components/icon.js';
import { Failure, Waiting } from '../../components/states.js';
import { toast } from '../../components/toast.js';
import { get, post, put, sayProblem } from '../../lib/api.js';
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { can } from '../../lib/session.js';

const ROLES = ['administrator', 'officer', 'hamlet_head', 'leader', 'front'];

export function Roles() {
  const { data, error, reload } = useLoad((signal) => get('/api/roles', { signal }), []);
  if (error) return html`<div class="desk-page">${h(Failure, { error, onRetry: reload })}</div>`;
  if (!data) return html`<div class="desk-page"><h1>${t('roles.title')}</h1>${h(Waiting, { lines: 8 })}</div>`;
  const mayEdit = can('manage_accounts');
  const cells = /** @type {Api.Cell[]} */ (data.cells);
  const at = (/** @type {string} */ permission, /** @type {string} */ role) =>
    /** @type {Api.Cell} */ (cells.find((one) => one.permission === permission && one.role === role));
  const set = (/** @type {Api.Cell} */ cell, /** @type {string} */ reach) =>
    put(`/api/roles/${cell.role}/${cell.permission}`, { reach }, { version: cell.version }).then(
      () => (reload(), void toast(t('roles.saved'))),
      (why) => (reload(), void toast(sayProblem(why))),
    );
  const reset = async () => {
    /** @type {{ value: string, label: string, look?: 'danger' | 'text' }[]} */
    const choices = [
      { value: 'yes', label: t('roles.reset'), look: 'danger' },
      { value: '', label: t('desk.leave'), look: 'text' },
    ];
    if ((await askDialog({ title: t('roles.reset'), text: t('roles.reset_text'), choices })) !== 'yes') return;
    await post('/api/roles/reset', {}).then(reload, (why) => void toast(sayProblem(why)));
  };
  /** @type {Desk.Column<string>[]} */
  const columns = [
    { title: t('roles.permission'), cell: (permission) => t(`permission.${permission}`) },
    ...ROLES.map((role) => ({
      title: t(`role.${role}`),
      cell: (/** @type {string} */ permission) => h(Cell, { cell: at(permission, role), mayEdit, onSet: set }),
    })),
  ];
  const rows = [...new Set(cells.map((one) => one.permission))];
  const moved = cells.some((one) => one.reach !== one.standard);
  return html`<div class="desk-page"><div class="line"><h1 class="grow">${t('roles.title')}</h1>${mayEdit && moved && html`<button class="button quiet small" type="button" onClick=${reset}>${h(Icon, { name: 'reopen' })}${t('roles.reset')}</button>`}</div>
    <p class="small">${t(mayEdit ? 'roles.hint_edit' : 'roles.hint')}</p>
    ${h(Table, { caption: t('roles.title'), columns, rows, keyOf: (permission) => permission })}
    <details class="card pad"><summary>${t('roles.why_locked')}</summary><ul>${reasons(cells).map(([why, names]) => html`<li key=${why}><b>${names}</b>: ${why}</li>`)}</ul></details></div>`;
}

/** @param {{ cell: Api.Cell, mayEdit: boolean, onSet: (cell: Api.Cell, reach: string) => void }} props */
function Cell({ cell, mayEdit, onSet }) {
  const word = t(`reach.${cell.reach}`);
  if (!mayEdit || cell.choices.length < 2)
    return html`<span title=${cell.locked_because}>${word}${cell.locked_because && mayEdit && cell.reach !== '-' && html` ${h(Icon, { name: 'lock', label: cell.locked_because })}`}</span>`;
  const name = `${t(`permission.${cell.permission}`)}, ${t(`role.${cell.role}`)}`;
  return html`<select class="chip" aria-label=${name} value=${cell.reach} onChange=${(/** @type {any} */ event) => onSet(cell, event.target.value)}>${cell.choices.map((reach) => html`<option value=${reach} selected=${reach === cell.reach}>${t(`reach.${reach}`)}${reach === cell.standard && reach !== cell.reach ? ` (${t('roles.standard')})` : ''}</option>`)}</select>`;
}

/** Reason → the permissions it locks. @param {Api.Cell[]} cells @returns {[string, string][]} */
function reasons(cells) {
  const found = /** @type {Map<string, Set<string>>} */ (new Map());
  for (const { locked_because: why, permission } of cells) {
    if (why) found.set(why, (found.get(why) ?? new Set()).add(t(`permission.${permission}`)));
  }
  return [...found].map(([why, names]) => [why, [...names].join(', ')]);
}
