// Talks to the server. Every failure is an ApiProblem with a sentence to show; status 0 means no answer of ours came.
import { signal } from './html.js';
import { hasWord, t } from './i18n.js';

/** Whether the server answered last; the pages say so quietly. */
export const online = signal(navigator.onLine);
addEventListener('online', () => (online.value = true));
addEventListener('offline', () => (online.value = false));

export class ApiProblem extends Error {
  /**
   * @param {number} status 0: no network, time-out, or somebody else's page (captive portal)
   * @param {Partial<App.Problem>} [body]
   * @param {number} [retryAfter] seconds
   */
  constructor(status, body = {}, retryAfter = 0) {
    const code = body.code || (status ? 'server' : 'offline');
    super(body.detail || t(hasWord(`problem.${code}`) ? `problem.${code}` : 'problem.server'));
    this.status = status;
    this.code = code;
    this.detail = this.message;
    this.errors = body.errors ?? [];
    this.current = body.current;
    this.existing_id = body.existing_id;
    this.retryAfter = retryAfter;
  }
}

/** The sentence for any failure. @param {unknown} error */
export const sayProblem = (error) => (error instanceof ApiProblem ? error.detail : t('problem.page'));

/**
 * @typedef {{ version?: number | string, etag?: string, headers?: Record<string, string>, signal?: AbortSignal, seconds?: number }} Options
 */

/**
 * The answer with its ETag; `data` is undefined for 304 and null for 204.
 * @param {string} method @param {string} path @param {unknown} [body] @param {Options} [options]
 */
export async function ask(method, path, body, options = {}) {
  const stop = new AbortController();
  const clock = setTimeout(() => stop.abort(), (options.seconds ?? 20) * 1000);
  const pass = () => stop.abort();
  options.signal?.addEventListener('abort', pass);
  try {
    return await exchange(path, { method, ...payload(body, options), signal: stop.signal });
  } catch (error) {
    if (error instanceof ApiProblem || options.signal?.aborted) throw error;
    online.value = navigator.onLine && stop.signal.aborted;
    throw new ApiProblem(0);
  } finally {
    clearTimeout(clock);
    options.signal?.removeEventListener('abort', pass);
  }
}

/** A cut answer and a page that is not ours (captive portal) count as no answer. @param {string} path @param {RequestInit} init */
async function exchange(path, init) {
  const response = await fetch(path, { ...init, credentials: 'same-origin', redirect: 'error' });
  online.value = true;
  const etag = response.headers.get('ETag') ?? '';
  if (response.status === 304) return { data: undefined, etag };
  if (response.status === 204) return { data: null, etag };
  const ours = /\bjson\b/.test(response.headers.get('Content-Type') ?? '');
  const data = ours ? await response.json() : undefined;
  if (response.ok && ours) return { data, etag };
  throw refusal(response, data);
}

/** @param {unknown} body @param {Options} options */
function payload(body, { version, etag, headers }) {
  const raw = body instanceof Blob;
  return {
    body: body === undefined || raw ? /** @type {Blob | undefined} */ (body) : JSON.stringify(body),
    headers: {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': raw ? body.type : 'application/json' }),
      ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
      ...(etag ? { 'If-None-Match': etag } : {}),
      ...headers,
    },
  };
}

/** @param {Response} response @param {any} data */
function refusal(response, data) {
  if (data?.code) return new ApiProblem(response.status, data, Number(response.headers.get('Retry-After')) || 0);
  if (response.status === 413) return new ApiProblem(413, { code: 'too_large' });
  return new ApiProblem(response.ok ? 0 : response.status, { code: response.ok ? 'not_ours' : 'server' });
}

/** @param {string} path @param {Options} [options] @returns {Promise<any>} */
export const get = async (path, options) => (await ask('GET', path, undefined, options)).data;
/** @param {string} path @param {unknown} [body] @param {Options} [options] @returns {Promise<any>} */
export const post = async (path, body, options) => (await ask('POST', path, body, options)).data;
/** @param {string} path @param {unknown} body @param {Options} [options] @returns {Promise<any>} */
export const put = async (path, body, options) => (await ask('PUT', path, body, options)).data;
/** @param {string} path @param {unknown} body @param {Options} [options] @returns {Promise<any>} */
export const patch = async (path, body, options) => (await ask('PATCH', path, body, options)).data;
/** @param {string} path @param {Options} [options] @returns {Promise<any>} */
export const del = async (path, options) => (await ask('DELETE', path, undefined, options)).data;
