// Who is signed in. A phone that never signed in never asks.
import { del, get, post } from './api.js';
import { account } from './store.js';

/** @param {App.Account | null} value */
export function setAccount(value) {
  account.value = value;
  if (value) localStorage.setItem('account', JSON.stringify(value));
  else localStorage.removeItem('account');
}

/** Asks the server again; without network the remembered one stays. */
export async function loadSession() {
  if (account.value) setAccount((await get('/api/session')).account);
  return account.value;
}

/** @param {string} login @param {string} password */
export async function signIn(login, password) {
  setAccount((await post('/api/session', { login, password })).account);
}

export async function signOut() {
  await del('/api/session');
  setAccount(null);
}

/** @param {string} permission */
export const can = (permission) => Boolean(account.value?.permissions.includes(permission));
