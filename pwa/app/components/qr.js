// A QR code drawn on the phone itself, so that it is there without a network.
import { encode } from '../../vendor/uqr/uqr.js';
import { html } from '../lib/html.js';

/** @param {{ text: string, alt: string }} props */
export function Qr({ text, alt }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return html`<svg class="qr" role="img" aria-label=${alt} viewBox=${`0 0 ${size} ${size}`} shape-rendering="crispEdges"><rect width=${size} height=${size} fill="#fff" /><path d=${dark} fill="#000" /></svg>`;
}
