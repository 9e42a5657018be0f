// Sign-in for officers and hamlet heads. Residents never need it.
import { Field } from '../components/field.js';
import { PageFrame } from '../components/page-frame.js';
import { sayProblem } from '../lib/api.js';
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { sendNow, startOutbox } from '../lib/outbox.js';
import { go } from '../lib/router.js';
import { signIn } from '../lib/session.js';

/** Only places of our own. */
const next = () => (/^\?den=(\/[a-z][\w/-]*)$/.exec(location.search) ?? [])[1] ?? '/viec';

export default function SignIn() {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!login.trim() || !password) return setError(t('sign_in.empty'));
    setBusy(true);
    try {
      await signIn(login.trim(), password);
      startOutbox().then(() => sendNow());
      go(next(), { replace: true });
    } catch (why) {
      setError(sayProblem(why));
      setBusy(false);
    }
  };
  return h(
    PageFrame,
    { title: t('sign_in.title') },
    html`<p>${t('sign_in.who')}</p>
    <form class="stack-16" onSubmit=${submit}>
      ${error && html`<p class="notice brick" role="alert">${error}</p>`}
      ${h(Field, { label: t('sign_in.login'), value: login, onInput: setLogin, input: { autocomplete: 'username', autocapitalize: 'none', spellcheck: false, name: 'login' } })}
      ${h(Field, { label: t('sign_in.password'), type: shown ? 'text' : 'password', value: password, onInput: setPassword, input: { autocomplete: 'current-password', name: 'password' } })}
      <button class="button text small" type="button" aria-pressed=${String(shown)} onClick=${() => setShown(!shown)}>${t(shown ? 'sign_in.hide' : 'sign_in.show')}</button>
      <button class="button" type="submit" disabled=${busy}>${t(busy ? 'sign_in.busy' : 'sign_in.do')}</button>
    </form>
    <p class="small">${t('sign_in.forgot')}</p>`,
  );
}
