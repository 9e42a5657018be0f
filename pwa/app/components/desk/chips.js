// Small words about a case: time left, status, priority. Every one has a shape and a word, never only a colour.
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { Icon } from '../icon.js';
import { StatusBadge } from '../status-badge.js';

const LOOKS = { overdue: 'brick', due_soon: 'amber', ok: '', none: '' };

/** @param {{ state: Api.DueState, words: string }} props */
export function DueChip({ state, words }) {
  return words ? html`<span class=${`chip ${LOOKS[state]}`}>${h(Icon, { name: state === 'overdue' ? 'clock-alert' : 'clock' })}${words}</span>` : null;
}

/** @param {{ priority: Api.Priority }} props the usual one needs no word */
export function PriorityChip({ priority }) {
  if (priority === 'normal') return null;
  return html`<span class=${`chip ${priority === 'urgent' ? 'brick' : ''}`}>${h(Icon, { name: priority === 'urgent' ? 'warning' : 'layers' })}${t(`priority.${priority}`)}</span>`;
}

/** @param {{ one: { tone: string, status_label: string } }} props */
export const StatusChip = ({ one }) => h(StatusBadge, { tone: /** @type {App.Tone} */ (one.tone), label: one.status_label });
