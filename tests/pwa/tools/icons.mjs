// Draws the icon sprites from lucide: the few of the first screen go into index.html, all of them into icons/sprite.svg.
import { readFileSync, writeFileSync } from 'node:fs';

const ROOT = new URL('../../../', import.meta.url).pathname;
const LUCIDE = new URL('../node_modules/lucide-static', import.meta.url).pathname;
const FIRST = {
  home: 'house',
  camera: 'camera',
  search: 'search',
  users: 'users',
  leaf: 'leaf',
  phone: 'phone',
  next: 'chevron-right',
  bin: 'trash-2',
  map: 'map',
};
const MORE = {
  back: 'chevron-left',
  'wifi-off': 'wifi-off',
  today: 'calendar-check',
  check: 'check',
  close: 'x',
  share: 'share-2',
  pin: 'map-pin',
  clock: 'clock',
  'clock-alert': 'clock-alert',
  warning: 'triangle-alert',
  alert: 'circle-alert',
  inbox: 'inbox',
  star: 'star',
  locate: 'locate-fixed',
  plus: 'plus',
  minus: 'minus',
  image: 'image',
  help: 'circle-question-mark',
  'sign-out': 'log-out',
  sun: 'sun',
  moon: 'moon',
  contrast: 'sun-moon',
  settings: 'settings',
  user: 'user',
  device: 'smartphone',
  download: 'download',
  retry: 'refresh-cw',
  send: 'send',
  route: 'navigation',
  recycle: 'recycle',
  truck: 'truck',
  calendar: 'calendar-days',
  info: 'info',
  external: 'external-link',
  erase: 'delete',
  pencil: 'pencil',
  list: 'list',
  chart: 'chart-line',
  file: 'file-text',
  compare: 'arrow-left-right',
  flag: 'flag',
  more: 'ellipsis',
  key: 'key-round',
  language: 'languages',
  text: 'a-large-small',
  done: 'badge-check',
  question: 'message-circle-question-mark',
  trees: 'trees',
  factory: 'factory',
  'cloud-off': 'cloud-off',
  'circle-check': 'circle-check',
  'circle-x': 'circle-x',
  ban: 'ban',
  merge: 'merge',
  forward: 'forward',
  reopen: 'rotate-ccw',
  idea: 'lightbulb',
  repeat: 'repeat',
  note: 'notebook-pen',
  print: 'printer',
  lock: 'lock',
  eye: 'eye',
  'eye-off': 'eye-off',
  filter: 'list-filter',
  layers: 'layers',
  building: 'building-2',
  tag: 'tag',
  link: 'link',
  upload: 'upload',
  keyboard: 'keyboard',
  heat: 'flame-kindling',
  save: 'save',
  message: 'message-square-text',
  // The kinds of reports name their icons themselves (api/seed/categories.json).
  trash: 'trash-2',
  waves: 'waves',
  flame: 'flame',
  'brick-wall': 'brick-wall',
  bone: 'bone',
  sprout: 'sprout',
  package: 'package',
  footprints: 'footprints',
  skull: 'skull',
  sofa: 'sofa',
  blend: 'blend',
  droplets: 'droplets',
  banknote: 'banknote',
  'circle-help': 'circle-question-mark',
  ellipsis: 'ellipsis',
  hand: 'hand',
  award: 'award',
  megaphone: 'megaphone',
  newspaper: 'newspaper',
  cctv: 'cctv',
  wrench: 'wrench',
  'clipboard-check': 'clipboard-check',
  'qr-code': 'qr-code',
  scale: 'scale',
  trophy: 'trophy',
  coins: 'coins',
  handshake: 'handshake',
  'shield-alert': 'shield-alert',
  target: 'target',
  scroll: 'scroll-text',
  walk: 'footprints',
  bell: 'bell',
  vote: 'vote',
  tree: 'tree-deciduous',
  barrel: 'barrel',
  grid: 'grid-3x3',
  undo: 'undo-2',
  archive: 'archive',
};

/** The drawing inside one lucide icon, on one line. */
function drawing(name) {
  const svg = readFileSync(`${LUCIDE}/icons/${name}.svg`, 'utf8');
  return svg
    .replace(/<!--.*?-->/gs, '')
    .replace(/^\s*<svg[^>]*>|<\/svg>\s*$/gs, '')
    .replace(/\s*\n\s*/g, '')
    .replace(/ \/>/g, '/>');
}

/** @param {Record<string, string>} set @param {string} prefix */
function symbols(set, prefix) {
  return Object.entries(set)
    .map(([id, name]) => `<symbol id="${prefix}${id}" viewBox="0 0 24 24">${drawing(name)}</symbol>`)
    .join('\n');
}

writeFileSync(`${ROOT}pwa/icons/sprite.svg`, `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols({ ...FIRST, ...MORE }, '')}\n</svg>\n`);
writeFileSync(`${ROOT}pwa/icons/LICENSE`, readFileSync(`${LUCIDE}/LICENSE`, 'utf8'));
const page = `${ROOT}pwa/index.html`;
const html = readFileSync(page, 'utf8').replace(/(<svg id="icons"[^>]*>)[\s\S]*?(\n<\/svg>)/, (_, open, close) => `${open}\n${symbols(FIRST, 'i-')}${close}`);
writeFileSync(page, html);
const component = `${ROOT}pwa/app/components/icon.js`;
const first = Object.keys(FIRST)
  .map((name) => `'${name}'`)
  .join(', ');
writeFileSync(
  component,
  readFileSync(component, 'utf8').replace(/(FIRST_ICONS = new Set\()\[.*?\]/, (_, open) => `${open}[${first}]`),
);
console.log(`${Object.keys(FIRST).length} first, ${Object.keys(MORE).length} more`);
