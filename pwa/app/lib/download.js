// A file from the server that is kept, not shown: fetched with the session, saved under the name the server gives it.
import { ApiProblem } from './api.js';

/** @param {string} path @param {'GET' | 'POST'} [method] */
export async function download(path, method = 'GET') {
  const response = await fetch(path, { method, credentials: 'same-origin', redirect: 'error' }).catch(() => {
    throw new ApiProblem(0);
  });
  if (!response.ok) throw new ApiProblem(response.status, await response.json().catch(() => ({})));
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
  const url = URL.createObjectURL(await response.blob());
  Object.assign(document.createElement('a'), { href: url, download: name ?? 'tep' }).click();
  setTimeout(() => URL.revokeObjectURL(url), 30e3);
}
