// No such address.
import { PageFrame } from '../components/page-frame.js';
import { EmptyState } from '../components/states.js';
import { h, html } from '../lib/html.js';
import { t } from '../lib/i18n.js';

export default function Missing() {
  return h(
    PageFrame,
    { title: t('missing.title') },
    h(EmptyState, { icon: 'search', title: t('missing.text'), text: t('missing.hint') }, html`<a class="button" href="/">${t('frame.home')}</a>`),
  );
}
