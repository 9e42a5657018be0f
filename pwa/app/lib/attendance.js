// The code on the head's phone: six digits that change every five minutes, reckoned without a network. As the server does it.

export const WINDOW_MS = 300e3;

/** 20 random bytes in hexadecimal. */
export const newSecret = () => hex(crypto.getRandomValues(new Uint8Array(20)));

/** A number of this phone's own, so that it is not counted twice; the server keeps only a hash of it and the day. */
export function deviceNumber() {
  const known = localStorage.getItem('device');
  if (known) return known;
  const made = hex(crypto.getRandomValues(new Uint8Array(16)));
  localStorage.setItem('device', made);
  return made;
}

/** @param {Uint8Array} bytes */
const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** @param {string} secret hexadecimal @param {number} now milliseconds @returns {Promise<string>} */
export async function codeAt(secret, now) {
  const raw = Uint8Array.from(secret.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const window = new DataView(new ArrayBuffer(8));
  window.setBigUint64(0, BigInt(Math.floor(now / WINDOW_MS)));
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, window.buffer));
  return String(mac.getUint32(0) % 1_000_000).padStart(6, '0');
}

/** Minutes until the next code, at least one. @param {number} now milliseconds */
export const minutesLeft = (now) => Math.max(1, Math.ceil((WINDOW_MS - (now % WINDOW_MS)) / 60e3));

/** "042917" in two halves that can be read aloud. @param {string} code */
export const spaced = (code) => `${code.slice(0, 3)} ${code.slice(3)}`;
