// Saved filters: one's own and the unit's, beside the queues.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { SavedList } from '../../components/desk/saved-list.js';
import { toast } from '../../components/toast.js';
import { ApiProblem, del, get, post, put, sayProblem } from '../../lib/api.js';
import { h, html, signal, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { uuid } from '../../lib/uuid.js';
import { EMPTY, filter } from './shelf.js';

/** @type {App.Kept<Api.FilterShape[]>} */
export const saved = signal([]);

export const fetchSaved = () =>
  get('/api/desk/filters').then(
    ({ items }) => (saved.value = items),
    () => {},
  );

/** The whole filter that a saved one stands for. @param {Api.FilterShape} one @returns {Desk.Filter} */
export const filterOf = (one) =>
  /** @type {any} */ ({ ...EMPTY, ...Object.fromEntries(Object.entries(one.query).map(([name, value]) => [name, String(value)])) });

/** @param {Api.FilterShape} one */
export const isShown = (one) => JSON.stringify(filterOf(one)) === JSON.stringify({ ...EMPTY, ...filter.value });

/** @param {{ onClose: () => void }} props */
export function SavedSheet({ onClose }) {
  const [adding, setAdding] = useState(false);
  const change = (/** @type {Api.FilterShape} */ one, /** @type {any} */ part) =>
    put(
      `/api/desk/filters/${one.id}`,
      { name: one.name, query: one.query, is_shared: one.is_shared, position: one.position, ...part },
      { version: one.version },
    );
  const work = (/** @type {Promise<any>} */ job) => job.catch((error) => void toast(sayProblem(error))).then(fetchSaved);
  const up = (/** @type {Api.FilterShape} */ one) => {
    const own = saved.value.filter((each) => each.is_mine);
    const at = own.findIndex((each) => each.id === one.id);
    const order = own.toSpliced(at, 1).toSpliced(Math.max(0, at - 1), 0, one);
    work(Promise.all(order.map((each, position) => (each.position === position ? null : change(each, { position })))));
  };
  if (adding) return h(NewSheet, { onClose });
  return h(SavedList, {
    filters: saved.value.filter((one) => one.is_mine),
    onAdd: () => setAdding(true),
    onShare: (one) => work(change(one, { is_shared: !one.is_shared })),
    onUp: up,
    onDrop: (one) => work(del(`/api/desk/filters/${one.id}`, { version: one.version })),
    onClose,
  });
}

/** @param {{ onClose: () => void }} props */
function NewSheet({ onClose }) {
  const [id] = useState(uuid);
  const keep = async (/** @type {Desk.Values} */ { name, is_shared }) => {
    const query = Object.fromEntries(Object.entries(filter.value).filter(([, value]) => value));
    try {
      await post('/api/desk/filters', { id, name, is_shared, query, position: saved.value.length });
      await fetchSaved();
      return null;
    } catch (error) {
      return { error: sayProblem(error), fields: error instanceof ApiProblem ? error.errors : [] };
    }
  };
  const fields = [
    { name: 'name', label: t('saved.name'), max: 60 },
    { name: 'is_shared', label: t('saved.is_shared'), check: true },
  ];
  return html`${h(EditSheet, { title: t('saved.add'), hint: t('saved.hint'), fields, values: { name: '', is_shared: false }, onSave: keep, onClose })}`;
}
