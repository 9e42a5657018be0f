// The life of a site, newest step first; corrected rows stay to be read.
import { shortDay } from '../lib/format.js';
import { h, html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { Icon } from './icon.js';

/** @param {{ steps: Api.SiteStage[], onCorrect?: (step: Api.SiteStage) => void }} props */
export function SiteLife({ steps, onCorrect }) {
  return html`<ol class="timeline">${steps.map(
    (step) =>
      html`<li key=${step.id} class=${step.is_standing ? '' : 'minor'}><span class="dot">${h(Icon, { name: step.is_standing ? (step.is_relapse ? 'reopen' : 'check') : 'undo' })}</span><div>
        <b>${step.is_relapse ? `${t('dumps.relapsed')}: ${step.label}` : step.label}</b>${!step.is_standing && html` <span class="chip">${t('dumps.corrected')}</span>`}
        <div class="small num">${[shortDay(step.on), step.decision_number, step.by].filter(Boolean).join(' · ')}</div>
        ${step.words && html`<p class="pre small">${step.words}</p>`}
        ${step.is_standing && onCorrect && html`<button class="desk-link" type="button" onClick=${() => onCorrect(step)}>${h(Icon, { name: 'pencil' })}${t('dumps.correct')}<span class="sr"> ${step.label}</span></button>`}</div></li>`,
  )}</ol>`;
}
