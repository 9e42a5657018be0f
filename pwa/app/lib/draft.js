// Draws a document up from the records and opens it.
import { post } from './api.js';
import { go } from './router.js';

/** @typedef {Partial<Api.NewDocument> & { id: string, kind: Api.DocumentKind }} Wish */

/** @param {Wish} wish */
export async function drawUp(wish) {
  await post('/api/documents', wish);
  go(`/so-sach/van-ban/${wish.id}`);
}
