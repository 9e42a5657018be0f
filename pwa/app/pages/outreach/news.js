// News of the commune: the list, and one piece.
import { PageFrame } from '../../components/page-frame.js';
import { Picture } from '../../components/picture.js';
import { Row } from '../../components/row.js';
import { EmptyState, Failure, Waiting } from '../../components/states.js';
import { get } from '../../lib/api.js';
import { relativeDay } from '../../lib/format.js';
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';

/** @param {{ id?: string }} props */
export default function News({ id }) {
  return id ? h(One, { id }) : h(All, {});
}

function All() {
  const { data, error, reload } = useLoad((signal) => get('/api/news', { signal }), []);
  const items = /** @type {Api.NewsSummary[] | undefined} */ (data?.items);
  return h(
    PageFrame,
    { title: t('news.title'), backTo: '/thong-tin' },
    !items && (error ? h(Failure, { error, onRetry: reload }) : h(Waiting, { lines: 4 })),
    items?.length === 0 && h(EmptyState, { icon: 'newspaper', title: t('news.none'), text: t('news.none_hint') }),
    items &&
      items.length > 0 &&
      html`<ul class="card rows">${items.map((one) => h(Row, { key: one.id, href: `/tin/${one.id}`, icon: one.is_pinned ? 'pin' : 'newspaper', thumb: one.thumb, title: one.title, text: `${relativeDay(one.published_on)} · ${one.lead}` }))}</ul>`,
  );
}

/** @param {{ id: string }} props */
function One({ id }) {
  const { data, error, reload } = useLoad((signal) => get(`/api/news/${id}`, { signal }), [id]);
  const one = /** @type {Api.NewsDetail | null} */ (data);
  const frame = { title: t('news.title'), backTo: '/tin' };
  if (!one) return h(PageFrame, frame, error ? h(Failure, { error, onRetry: reload }) : h(Waiting, { lines: 4 }));
  return h(
    PageFrame,
    { ...frame, ownHeading: true },
    html`<article class="stack-16"><h1>${one.title}</h1><p class="small">${relativeDay(one.published_on)}</p><p class="pre">${one.words}</p>
      ${one.photos.length > 0 && html`<div class="photos">${one.photos.map((photo) => h(Picture, { key: photo.id, photo: /** @type {App.Picture} */ (photo), alt: one.title }))}</div>`}</article>`,
  );
}
