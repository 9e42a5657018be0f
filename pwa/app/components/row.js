// One line of a list that leads somewhere: picture, words, arrow.
import { h, html } from '../lib/html.js';
import { firm } from '../lib/text.js';
import { Icon } from './icon.js';

/** @param {{ href: string, icon: string, title: string, text?: string, thumb?: string | null, bare?: boolean }} props */
export function Row({ href, icon, title, text, thumb, bare }) {
  const link = html`<a class="row" href=${href}><span class="tile">${thumb ? html`<img src=${thumb} alt="" />` : h(Icon, { name: icon })}</span><span class="grow"><b class="num">${firm(title)}</b>${text && html`<span class="small">${firm(text)}</span>`}</span>${h(Icon, { name: 'next' })}</a>`;
  return bare ? link : html`<li>${link}</li>`;
}
