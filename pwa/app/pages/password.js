// Setting a password by the private link an administrator handed over.
import { Field } from '../components/field.js';
import { PageFrame } from '../components/page-frame.js';
import { EmptyState, Waiting } from '../components/states.js';
import { post, put, sayProblem } from '../lib/api.js';
import { h, html, useEffect, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { shortest } from '../lib/password.js';
import { go } from '../lib/router.js';
import { setAccount } from '../lib/session.js';

export default function PasswordLink() {
  const [token] = useState(() => location.hash.slice(1));
  const { data, error } = useLoad(() => post('/api/password-link', { token }), [token]);
  useEffect(() => history.replaceState(history.state, '', '/mat-khau'), []);
  const frame = { title: t('password.title') };
  if (error)
    return h(
      PageFrame,
      frame,
      h(
        EmptyState,
        { icon: 'link', title: t('password.link_failed'), text: sayProblem(error) },
        html`<a class="button quiet" href="/dang-nhap">${t('sign_in.title')}</a>`,
      ),
    );
  if (!data) return h(PageFrame, frame, h(Waiting, { lines: 3 }));
  const save = async (/** @type {string} */ password) => {
    setAccount((await put('/api/password-link', { token, password })).account);
    go('/viec', { replace: true });
  };
  return h(PageFrame, frame, html`<p>${t('password.hello', { name: data.name })}</p>`, h(NewPassword, { login: data.login, onSave: save }));
}

/** @param {{ login: string, onSave: (password: string) => Promise<void> }} props */
function NewPassword({ login, onSave }) {
  const [password, setPassword] = useState('');
  const [error, setError] = useState('');
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (password.length < shortest()) return setError(t('password.short', { n: shortest() }));
    await onSave(password).catch((why) => setError(sayProblem(why)));
  };
  return html`<form class="stack-16" onSubmit=${submit}>
    <input class="hidden" type="text" name="login" autocomplete="username" value=${login} readonly />
    ${h(Field, {
      label: t('password.new'),
      hint: t('password.hint', { n: shortest() }),
      error,
      value: password,
      onInput: (value) => {
        setPassword(value);
        setError('');
      },
      input: { autocomplete: 'new-password', spellcheck: false, autocapitalize: 'none' },
    })}
    <button class="button" type="submit">${t('password.save')}</button></form>`;
}
