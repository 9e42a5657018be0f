// What stops an officer for a moment: somebody else was quicker, the session has ended, which keys there are.
import { dayAndClock } from '../../lib/format.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { Field } from '../field.js';
import { StatusChip } from './chips.js';
import { Sheet } from './sheet.js';

/** @param {{ open: Desk.Conflict, onAgain: () => void, onDrop: () => void }} props */
export function ConflictDialog({ open: { current, wrote, kind }, onAgain, onDrop }) {
  const last = current.timeline.at(-1);
  return h(
    Sheet,
    { title: t('conflict.title'), look: 'wide', onClose: onAgain },
    html`
    <p>${t('conflict.hint')}</p>
    <div class="desk-two">
      <section class="desk-side-a"><h3>${t('conflict.stands')}</h3><p>${h(StatusChip, { one: current })}</p>
        <dl class="facts"><dt>${t('facts.holder')}</dt><dd>${current.unit?.name ?? t('facts.nobody')}</dd><dt>${t('facts.category')}</dt><dd>${current.category_label ?? t('facts.no_category')} · ${t(`priority.${current.priority}`)}</dd>
          ${last && html`<dt>${t('conflict.last')}</dt><dd>${last.label}<div class="small num">${last.by} · ${dayAndClock(last.at)}</div>${last.text && html`<p class="pre small">${last.text}</p>`}</dd>`}</dl></section>
      <section class="desk-side-b"><h3>${t('conflict.yours')}</h3><p><span class="chip">${t(`kind.desk_${kind}`)}</span></p>
        <dl class="facts">${wrote.map(([name, words]) => html`<dt key=${name}>${name}</dt><dd class="pre">${words}</dd>`)}</dl></section></div>
    <div class="line"><button class="button small" type="button" autofocus onClick=${onAgain}>${t('conflict.again')}</button><button class="button text small" type="button" onClick=${onDrop}>${t('conflict.drop')}</button></div>`,
  );
}

/** @param {{ login: string, onSignIn: (login: string, password: string) => Promise<string> }} props onSignIn answers with what went wrong, '' when nothing did */
export function SignInAgain({ login, onSignIn }) {
  const [name, setName] = useState(login);
  const [password, setPassword] = useState('');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    setBusy(true);
    setError(await onSignIn(name.trim(), password));
    setBusy(false);
  };
  return h(
    Sheet,
    { title: t('desk.locked'), onClose: () => {} },
    html`<form class="stack-16" onSubmit=${submit}><p>${t('desk.locked_hint')}</p>
    ${h(Field, { label: t('sign_in.login'), value: name, onInput: setName, input: { autocomplete: 'username', autocapitalize: 'none', spellcheck: false } })}
    ${h(Field, { label: t('sign_in.password'), type: 'password', value: password, error, onInput: setPassword, input: { autocomplete: 'current-password', autofocus: true } })}
    <button class="button" type="submit" disabled=${busy || !name || !password}>${t(busy ? 'sign_in.busy' : 'sign_in.do')}</button></form>`,
  );
}

/** @param {{ keys: [string, string][], onClose: () => void }} props */
export function HelpDialog({ keys, onClose }) {
  return h(
    Sheet,
    { title: t('help.title'), onClose },
    html`<dl class="desk-keys">${keys.map(([key, word]) => html`<div key=${key}><dt>${key.split(' ').map((part) => html`<kbd>${part}</kbd>`)}</dt><dd>${word}</dd></div>`)}</dl><p class="small">${t('help.hint')}</p>`,
  );
}
