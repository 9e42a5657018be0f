// The ways to everything beyond the main job: one list for everybody, one for the staff. A page that comes adds its line.

/** @typedef {{ href: string, icon: string, word: string, may?: string }} Way word: its title; `<word>_hint` says what for. may: the permission it needs */

/** @type {Way[]} */
export const forEverybody = [
  { href: '/phan-loai', icon: 'recycle', word: 'ways.guide' },
  { href: '/diem-tap-ket', icon: 'bin', word: 'ways.points' },
  { href: '/cuoi-tuan', icon: 'leaf', word: 'ways.weekends' },
  { href: '/ban-do', icon: 'map', word: 'ways.map' },
  { href: '/so-lieu', icon: 'chart', word: 'ways.figures' },
];

/** @type {{ word: string, ways: Way[] }[]} */
export const forStaff = [
  { word: 'ways.hotline', ways: [{ href: '/ban-lam-viec', icon: 'inbox', word: 'ways.desk', may: 'read_complaints' }] },
  {
    word: 'ways.places',
    ways: [{ href: '/diem-tap-ket', icon: 'bin', word: 'ways.points' }],
  },
  {
    word: 'ways.movement',
    ways: [
      { href: '/cuoi-tuan', icon: 'leaf', word: 'ways.weekends' },
      { href: '/so-sach/ho-phan-loai', icon: 'home', word: 'ways.sorting' },
    ],
  },
  {
    word: 'ways.telling',
    ways: [{ href: '/so-sach/phan-loai', icon: 'recycle', word: 'ways.guide_book', may: 'manage_outreach' }],
  },
  {
    word: 'ways.leading',
    ways: [
      { href: '/so-sach/ke-hoach', icon: 'clipboard-check', word: 'ways.plan' },
      { href: '/so-sach/vuong-mac', icon: 'warning', word: 'ways.obstacles' },
      { href: '/so-sach/kinh-phi', icon: 'coins', word: 'ways.estimates' },
      { href: '/ban-lam-viec/thong-ke', icon: 'chart', word: 'ways.statistics', may: 'read_complaints' },
    ],
  },
];
