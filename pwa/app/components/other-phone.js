// The private address of a case as a picture: scanned with the own other phone, it is followed there too.
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { Icon } from './icon.js';

/** @param {{ onAsk: () => Promise<Api.TrackingLink>, onShare: () => void }} props onAsk may fail: without a line there is no picture, only the address */
export function OtherPhone({ onAsk, onShare }) {
  const [link, setLink] = useState(/** @type {Api.TrackingLink | null} */ (null));
  const [state, setState] = useState('');
  const open = async () => {
    setState('asking');
    const found = await onAsk().catch(() => null);
    setLink(found);
    setState(found ? 'open' : 'failed');
  };
  if (!state) return html`<button class="button text" type="button" onClick=${open}>${h(Icon, { name: 'device' })}${t('case.other_phone')}</button>`;
  return html`<section class="card pad center"><h2>${t('case.other_phone')}</h2>
    <p class="small" role="status">${t({ asking: 'state.loading', failed: 'say.qr_failed', open: 'say.qr_hint' }[state] ?? 'state.loading')}</p>
    ${link && html`<img class="qr" src=${`data:image/svg+xml;charset=utf-8,${encodeURIComponent(link.qr_svg)}`} alt=${t('say.qr')} width="280" height="280" />`}
    <p class="small">${t('say.qr_secret')}</p>
    <button class="button quiet" type="button" onClick=${onShare}>${h(Icon, { name: 'share' })}${t('say.qr_share')}</button></section>`;
}
