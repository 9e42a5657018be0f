// Labels of the points, to be printed on A4 and put up: whoever scans one can report there at once.
import { Choice } from '../components/field.js';
import { Icon } from '../components/icon.js';
import { OfficeFrame } from '../components/office-frame.js';
import { Failure, Waiting } from '../components/states.js';
import { get } from '../lib/api.js';
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { useAccount } from '../lib/session.js';
import { config } from '../lib/store.js';

export default function PointLabels() {
  const { who, asking } = useAccount();
  const { data, error, reload } = useLoad((signal) => get('/api/collection-points', { signal }), []);
  const points = /** @type {App.CollectionPoint[]} */ (data ?? []).filter((one) => one.state === 'open');
  return h(
    OfficeFrame,
    { title: t('labels.title'), who, asking },
    error ? h(Failure, { error, onRetry: reload }) : data ? h(Labels, { points }) : h(Waiting, { lines: 4 }),
  );
}

/** @param {{ points: App.CollectionPoint[] }} props */
function Labels({ points }) {
  const [left, setLeft] = useState(/** @type {Set<string>} */ (new Set()));
  const turn = (/** @type {string} */ id) =>
    setLeft((old) => {
      const next = new Set(old);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const chosen = points.filter((one) => !left.has(one.id));
  return html`<div class="no-print stack-16"><p>${t('labels.hint')}</p>
      <button class="button small" type="button" disabled=${!chosen.length} onClick=${() => print()}>${h(Icon, { name: 'print' })}${t('labels.print', { n: chosen.length })}</button>
      <details><summary>${t('labels.choose')}</summary><div class="stack">${points.map((one) => h(Choice, { key: one.id, label: `${one.code} ${one.name}`, checked: !left.has(one.id), onChange: () => turn(one.id) }))}</div></details></div>
    <ul class="labels">${chosen.map((one) => html`<li class="label" key=${one.id}><img src=${`/api/collection-points/${one.id}/label.svg`} alt=${t('labels.code_of', { name: one.name })} /><div><b>${one.name}</b><span>${one.code}</span><strong>${t('labels.call')}</strong><span>${t('labels.scan')}</span>${config.value?.commune.hotline && html`<span>${t('labels.phone', { phone: config.value.commune.hotline })}</span>`}<small>${config.value?.commune.name}</small></div></li>`)}</ul>`;
}
