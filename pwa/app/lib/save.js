// How the administrator's pages save: an answer for the dialog, never an exception.
import { ApiProblem, sayProblem } from './api.js';

/**
 * @param {() => Promise<any>} work @param {(saved: any) => void} done
 * @returns {Promise<Desk.Fault | null>} what went wrong, null when nothing did
 */
export async function save(work, done) {
  try {
    done(await work());
    return null;
  } catch (error) {
    const problem = error instanceof ApiProblem ? error : null;
    return { error: sayProblem(error), fields: problem?.errors ?? [], current: problem?.status === 412 ? problem.current : null };
  }
}

/** '' becomes null: the server's word for nothing. @param {any} value */
export const orNull = (value) => (value === '' || value === undefined ? null : value);
