// An act on many cases, from the picks to the way back.
import { BulkSheet } from '../../components/desk/bulk-sheet.js';
import { toast } from '../../components/toast.js';
import { post, sayProblem } from '../../lib/api.js';
import { draftOf, dropDraft, useDraft } from '../../lib/drafts.js';
import { h, signal, useEffect, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { go } from '../../lib/router.js';
import { can } from '../../lib/session.js';
import { uuid } from '../../lib/uuid.js';
import { drop, lastAct, pickedCases, picks } from './picks.js';
import { chosen, fetchCase, poll, recount, refused, units } from './shelf.js';

/** The act whose dialog is open, '' for none. */
export const bulkAct = signal('');

/** @param {string} act */
export const openBulk = (act) => {
  if (Object.keys(picks.value).length && can('triage_complaints')) bulkAct.value = act;
};

/** @param {{ act: string }} props */
export function Bulk({ act }) {
  const key = `bulk:${act}`;
  const [values, set] = useDraft(key, {});
  const [result, setResult] = useState(/** @type {Api.BulkResult | null} */ (null));
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const [id] = useState(uuid);
  const [cases] = useState(pickedCases);
  const close = () => (bulkAct.value = '');
  const work = async (/** @type {() => Promise<void>} */ job) => {
    setBusy(true);
    setError('');
    await job().catch((problem) => setError(sayProblem(refused(problem))));
    setBusy(false);
  };
  const body = (/** @type {boolean} */ partial) => ({ id, act, cases, partial, ...draftOf(key) });
  const attempt = () => work(async () => setResult(await post('/api/desk/bulk?dry_run=true', body(false), { seconds: 60 })));
  const perform = () =>
    work(async () => {
      const done = await post('/api/desk/bulk', body(Boolean(result?.refused.length)), { seconds: 60 });
      close();
      dropDraft(key);
      drop();
      lastAct.value = { id, words: t(`bulk.done_${act}`, { n: done.done.length }), until: done.undo_until };
      await refresh();
    });
  useEffect(() => {
    if (act === 'close') attempt();
  }, []);
  return h(BulkSheet, {
    act,
    count: cases.length,
    values,
    set,
    units: units.value,
    result,
    error,
    busy,
    onTry: attempt,
    onDo: perform,
    onBack: () => setResult(null),
    onClose: close,
  });
}

async function refresh() {
  await poll(false);
  recount();
  if (chosen.value) fetchCase(chosen.value);
}

/** Puts back what the last act has done. */
export async function undoLast() {
  const act = lastAct.value;
  if (!act) return;
  lastAct.value = null;
  try {
    const { done, refused: kept } = await post(`/api/desk/bulk/${act.id}/undo`, undefined, { seconds: 60 });
    toast([t('bulk.undone', { n: done.length }), kept.length ? t('bulk.not_undone', { n: kept.length }) : ''].filter(Boolean).join(' '));
    await refresh();
  } catch (error) {
    toast(sayProblem(refused(error)));
  }
}

/** The picked cases as a route to walk. */
export async function makeRound() {
  const id = uuid();
  try {
    await post('/api/desk/rounds', { id, cases: pickedCases().map((one) => one.id) });
    drop();
    go(`/thuc-dia/${id}`);
  } catch (error) {
    toast(sayProblem(refused(error)));
  }
}
