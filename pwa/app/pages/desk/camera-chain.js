// Beside a case that a camera's picture led to: how it came.

import { Evidence } from '../../components/camera-evidence.js';
import { get } from '../../lib/api.js';
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';

/** @param {{ id: string }} props */
export function CameraChain({ id }) {
  const { data } = useLoad((signal) => get(`/api/camera-evidence/${id}`, { signal }), [id]);
  const events = /** @type {Api.CameraEventDetail[]} */ (data?.items ?? []);
  if (!events.length) return null;
  return html`<section class="stack"><h2>${t('cameras.evidence')}</h2>${events.map((event) => html`<div key=${event.id}><p class="small">${event.camera_name} · ${event.reference}</p>${h(Evidence, { event })}</div>`)}</section>`;
}
