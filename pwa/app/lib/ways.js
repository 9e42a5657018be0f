// The ways to everything beyond the main job: one list for everybody, one for the staff. A page that comes adds its line.

/** @typedef {{ href: string, icon: string, word: string, may?: string }} Way word: its title; `<word>_hint` says what for. may: the permission it needs */

/** @type {Way[]} */
export const forEverybody = [
  { href: '/phan-loai', icon: 'recycle', word: 'ways.guide' },
  { href: '/lich-thu-gom', icon: 'calendar', word: 'ways.collect' },
  { href: '/tin', icon: 'newspaper', word: 'ways.news' },
  { href: '/diem-tap-ket', icon: 'bin', word: 'ways.points' },
  { href: '/cuoi-tuan-nay', icon: 'megaphone', word: 'ways.this_weekend' },
  { href: '/cuoi-tuan', icon: 'leaf', word: 'ways.weekends' },
  { href: '/cuoi-tuan/bang', icon: 'grid', word: 'ways.coverage' },
  { href: '/chi-tieu', icon: 'target', word: 'ways.indicators' },
  { href: '/diem-den', icon: 'flag', word: 'ways.spots' },
  { href: '/ban-do', icon: 'map', word: 'ways.map' },
  { href: '/so-lieu', icon: 'chart', word: 'ways.figures' },
  { href: '/do-vui', icon: 'trophy', word: 'ways.quiz' },
  { href: '/gia-dich-vu', icon: 'banknote', word: 'ways.prices' },
  { href: '/kiem-tra-thu-gom', icon: 'truck', word: 'ways.crew_results' },
  { href: '/camera', icon: 'camera', word: 'ways.camera_notices' },
];

/** @type {{ word: string, ways: Way[] }[]} */
export const forStaff = [
  { word: 'ways.hotline', ways: [{ href: '/ban-lam-viec', icon: 'inbox', word: 'ways.desk', may: 'read_complaints' }] },
  {
    word: 'ways.places',
    ways: [
      { href: '/so-sach/diem-tap-ket', icon: 'bin', word: 'ways.register' },
      { href: '/so-sach/phieu-kiem-tra', icon: 'clipboard-check', word: 'ways.checklists' },
      { href: '/so-sach/to-thu-gom', icon: 'truck', word: 'ways.crews' },
      { href: '/so-sach/phuong-tien', icon: 'wrench', word: 'ways.equipment' },
      { href: '/so-sach/camera', icon: 'camera', word: 'ways.cameras', may: 'review_camera_events' },
      { href: '/so-sach/so-camera', icon: 'camera', word: 'ways.camera_register' },
      { href: '/so-sach/lo-trinh', icon: 'route', word: 'ways.roadmap' },
      { href: '/so-sach/bai-rac', icon: 'flag', word: 'ways.dumps' },
      { href: '/bai-rac', icon: 'footprints', word: 'ways.dump_visits', may: 'visit_dump_sites' },
    ],
  },
  {
    word: 'ways.movement',
    ways: [
      { href: '/cuoi-tuan-nay', icon: 'megaphone', word: 'ways.this_weekend' },
      { href: '/cuoi-tuan', icon: 'leaf', word: 'ways.weekends' },
      { href: '/cuoi-tuan/diem-danh', icon: 'qr-code', word: 'ways.roll', may: 'record_cleanups' },
      { href: '/so-sach/doi-chieu-ra-quan', icon: 'scale', word: 'ways.reconcile', may: 'manage_movement' },
      { href: '/so-sach/danh-muc-ra-quan', icon: 'list', word: 'ways.cleanup_lists', may: 'manage_movement' },
      { href: '/so-sach/ho-phan-loai', icon: 'home', word: 'ways.sorting' },
      { href: '/so-sach/so-rac', icon: 'scale', word: 'ways.waste' },
      { href: '/so-sach/huong-uoc', icon: 'scroll', word: 'ways.covenants' },
      { href: '/so-sach/quan-triet', icon: 'users', word: 'ways.briefings' },
    ],
  },
  {
    word: 'ways.telling',
    ways: [
      { href: '/so-sach/ban-tin', icon: 'megaphone', word: 'ways.bulletins', may: 'manage_outreach' },
      { href: '/so-sach/truyen-thong', icon: 'users', word: 'ways.activities', may: 'manage_outreach' },
      { href: '/so-sach/tin', icon: 'newspaper', word: 'ways.news_book', may: 'manage_outreach' },
      { href: '/so-sach/phan-loai', icon: 'recycle', word: 'ways.guide_book', may: 'manage_outreach' },
      { href: '/so-sach/ap-phich', icon: 'qr-code', word: 'ways.posters', may: 'manage_outreach' },
      { href: '/so-sach/do-vui', icon: 'circle-help', word: 'ways.quiz_book', may: 'manage_outreach' },
      { href: '/so-sach/cuoc-thi', icon: 'trophy', word: 'ways.contests', may: 'manage_outreach' },
      { href: '/so-sach/gia-dich-vu', icon: 'banknote', word: 'ways.prices_book', may: 'manage_prices' },
      { href: '/so-sach/tieu-chi-xanh', icon: 'clipboard-check', word: 'ways.green', may: 'apply_green_criteria' },
    ],
  },
  {
    word: 'ways.leading',
    ways: [
      { href: '/chi-tieu', icon: 'target', word: 'ways.indicators' },
      { href: '/cuoi-tuan/bang', icon: 'grid', word: 'ways.coverage' },
      { href: '/so-sach/ke-hoach', icon: 'clipboard-check', word: 'ways.plan' },
      { href: '/so-sach/chot-so-lieu', icon: 'lock', word: 'ways.freezes' },
      { href: '/so-sach/van-ban', icon: 'file', word: 'ways.papers', may: 'prepare_documents' },
      { href: '/so-sach/bao-cao-don-vi', icon: 'inbox', word: 'ways.rounds' },
      { href: '/so-sach/mau-van-ban', icon: 'note', word: 'ways.templates', may: 'prepare_documents' },
      { href: '/so-sach/giam-sat', icon: 'eye', word: 'ways.supervision' },
      { href: '/so-sach/khen-thuong', icon: 'award', word: 'ways.commendations', may: 'propose_commendations' },
      { href: '/so-sach/vuong-mac', icon: 'warning', word: 'ways.obstacles' },
      { href: '/so-sach/kinh-phi', icon: 'coins', word: 'ways.estimates' },
      { href: '/ban-lam-viec/thong-ke', icon: 'chart', word: 'ways.statistics', may: 'read_complaints' },
    ],
  },
];
