// How the administrator's pages save: an answer for the dialog, never an exception.
import { ApiProblem, sayProblem } from '../../lib/api.js';

/**
 * @param {() => Promise<any>} work @param {(saved: any) => void} done
 * @returns {Promise<{ error: string, fields: App.FieldError[] } | null>} what went wrong, null when nothing did
 */
export async function save(work, done) {
  try {
    done(await work());
    return null;
  } catch (error) {
    return { error: sayProblem(error), fields: error instanceof ApiProblem ? error.errors : [] };
  }
}

/** '' becomes null: the server's word for nothing. @param {any} value */
export const orNull = (value) => (value === '' || value === undefined ? null : value);
