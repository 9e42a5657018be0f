// Settings for everyone: text size, light or dark, language; and for the signed-in: password, devices, sign out.
import { askDialog } from '../components/dialog.js';
import { Field } from '../components/field.js';
import { Icon } from '../components/icon.js';
import { PageFrame } from '../components/page-frame.js';
import { Failure, Waiting } from '../components/states.js';
import { toast } from '../components/toast.js';
import { del, get, put, sayProblem } from '../lib/api.js';
import { ago } from '../lib/format.js';
import { h, html, useState } from '../lib/html.js';
import { language, t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { look, setLook } from '../lib/look.js';
import { shortest } from '../lib/password.js';
import { signOut } from '../lib/session.js';
import { account } from '../lib/store.js';

export default function AccountPage() {
  const who = account.value;
  return h(
    PageFrame,
    { title: who ? t('account.title') : t('account.settings') },
    h(Looks, {}),
    who
      ? html`${h(Who, {})}${h(Password, {})}${h(Devices, {})}${h(Leave, {})}`
      : html`<a class="button quiet" href="/dang-nhap">${h(Icon, { name: 'key' })}${t('sign_in.title')}</a>`,
  );
}

function Looks() {
  const { large, theme = '' } = look.value;
  const change = (/** @type {'vi' | 'en'} */ to) => {
    setLook({ language: to });
    location.reload();
  };
  return html`<section class="card pad">
    ${h(Pick, {
      label: t('account.text'),
      value: large ? 'large' : '',
      options: [
        ['', t('account.text_usual')],
        ['large', t('account.text_large')],
      ],
      onPick: (value) => setLook({ large: value === 'large' }),
    })}
    ${h(Pick, {
      label: t('account.theme'),
      value: theme,
      options: [
        ['', t('account.theme_auto')],
        ['light', t('account.theme_light')],
        ['dark', t('account.theme_dark')],
      ],
      onPick: (value) => setLook({ theme: /** @type {any} */ (value) }),
    })}
    ${h(Pick, {
      label: t('account.language'),
      value: language(),
      options: [
        ['vi', 'Tiếng Việt'],
        ['en', 'English'],
      ],
      onPick: (value) => change(/** @type {any} */ (value)),
    })}
  </section>`;
}

/** @param {{ label: string, value: string, options: string[][], onPick: (value: string) => void }} props */
function Pick({ label, value, options, onPick }) {
  return html`<div class="stack" role="group" aria-label=${label}><span class="label">${label}</span><div class="chips">${options.map(([key, word]) => html`<button class="chip" type="button" lang=${key === 'en' ? 'en' : undefined} aria-pressed=${String(key === value)} onClick=${() => onPick(key)}>${word}</button>`)}</div></div>`;
}

function Who() {
  const who = /** @type {App.Account} */ (account.value);
  return html`<section class="card pad"><h2>${who.name}</h2><dl class="facts"><dt>${t('sign_in.login')}</dt><dd>${who.login}</dd>${(who.unit || who.hamlet) && html`<dt>${t('account.where')}</dt><dd>${who.unit?.name ?? who.hamlet?.name}</dd>`}<dt>${t('account.role')}</dt><dd>${t(`role.${who.role}`)}</dd></dl></section>`;
}

function Password() {
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');
  const [error, setError] = useState('');
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (fresh.length < shortest()) return setError(t('password.short', { n: shortest() }));
    try {
      await put('/api/session/password', { current, new: fresh });
      toast(t('password.changed'));
      setCurrent('');
      setFresh('');
      setError('');
    } catch (why) {
      setError(sayProblem(why));
    }
  };
  return html`<details class="card"><summary class="row"><span class="tile">${h(Icon, { name: 'key' })}</span><span class="grow"><b>${t('password.change')}</b></span><span class="turn">${h(Icon, { name: 'next' })}</span></summary>
    <form class="folded" onSubmit=${submit}>
      ${h(Field, { label: t('password.current'), type: 'password', value: current, onInput: setCurrent, input: { autocomplete: 'current-password' } })}
      ${h(Field, { label: t('password.new'), hint: t('password.hint', { n: shortest() }), type: 'password', error, value: fresh, onInput: setFresh, input: { autocomplete: 'new-password' } })}
      <button class="button" type="submit">${t('password.save')}</button></form></details>`;
}

function Devices() {
  const { data, error, reload } = useLoad((signal) => get('/api/session/devices', { signal }), []);
  const end = async (/** @type {any} */ device) => {
    const answer = await askDialog({
      title: t('account.end_title'),
      text: device.label,
      choices: [
        { value: 'yes', label: t('account.end'), look: 'danger' },
        { value: 'no', label: t('frame.back'), look: 'quiet' },
      ],
    });
    if (answer === 'yes') del(`/api/session/devices/${device.id}`).then(reload, (why) => toast(sayProblem(why)));
  };
  if (error) return h(Failure, { error, onRetry: reload });
  if (!data) return h(Waiting, { lines: 2 });
  return html`<section class="stack"><h2>${t('account.devices')}</h2><ul class="card rows">${(data.items ?? data).map((/** @type {any} */ device) => html`<li class="row"><span class="tile">${h(Icon, { name: 'device' })}</span><span class="grow"><b>${device.label}</b><span class="small">${device.is_current ? t('account.this_device') : t('account.seen', { when: ago(device.last_seen_at) })}</span></span>${!device.is_current && html`<button class="button text small" type="button" onClick=${() => end(device)}>${t('account.end')}</button>`}</li>`)}</ul></section>`;
}

function Leave() {
  const [busy, setBusy] = useState(false);
  const leave = () => {
    setBusy(true);
    signOut().then(
      () => location.assign('/'),
      (why) => {
        toast(sayProblem(why));
        setBusy(false);
      },
    );
  };
  return html`<button class="button danger" type="button" disabled=${busy} onClick=${leave}>${h(Icon, { name: 'sign-out' })}${t('account.sign_out')}</button>`;
}
