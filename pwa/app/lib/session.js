// Who is signed in. A phone that never signed in asks only when a page for staff is opened.
import { del, get, post } from './api.js';
import { giveDraftsTo } from './drafts.js';
import { useEffect, useState } from './html.js';
import { account } from './store.js';

/** @param {App.Account | null} value */
export function setAccount(value) {
  account.value = value;
  if (value) giveDraftsTo(value.id);
  if (value) localStorage.setItem('account', JSON.stringify(value));
  else localStorage.removeItem('account');
}

/** Asks the server again; without network the remembered one stays. */
export async function loadSession() {
  if (account.value) setAccount((await get('/api/session')).account);
  return account.value;
}

/** For pages of staff: who it is, and whether that is still being asked. A phone may have forgotten what its cookie knows. */
export function useAccount() {
  const [asking, setAsking] = useState(!account.value);
  useEffect(() => {
    if (!asking) return;
    get('/api/session', { seconds: 6 })
      .then((answer) => answer.account && setAccount(answer.account))
      .catch(() => {})
      .finally(() => setAsking(false));
  }, []);
  return { who: account.value, asking: asking && !account.value };
}

/** @param {string} login @param {string} password */
export async function signIn(login, password) {
  setAccount((await post('/api/session', { login, password })).account);
}

export async function signOut() {
  await del('/api/session');
  giveDraftsTo('');
  setAccount(null);
}

/** @param {string} permission */
export const can = (permission) => Boolean(account.value?.permissions.includes(permission));
