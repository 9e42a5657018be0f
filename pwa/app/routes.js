// Every address beyond the first page and the page that answers it, which is fetched when it is first opened.
const more = { words: ['pages'], sheets: ['/styles/pages.css'] };
const same = { ...more, words: ['pages', 'duplicates', 'say'] };
const asked = { ...same, words: [...same.words, 'asked'] };
const say = { ...more, words: ['pages', 'say'] };
const staff = { ...more, words: ['pages', 'staff'] };
const register = { ...more, words: ['pages', 'staff', 'points'] };
const desk = {
  words: ['pages', 'staff', 'desk', 'flow', 'duplicates', 'desk-tools', 'say', 'asked', 'intake', 'cameras'],
  sheets: ['/styles/pages.css', '/styles/desk.css', '/styles/desk-tools.css', '/styles/intake.css'],
};
const admin = { ...desk, words: [...desk.words, 'calendar', 'config'], sheets: [...desk.sheets, '/styles/admin.css', '/styles/site.css'] };
const office = { words: ['pages', 'staff', 'desk', 'ways'], sheets: ['/styles/pages.css', '/styles/desk.css', '/styles/admin.css', '/styles/site.css'] };
const movement = { words: [...office.words, 'figures'], sheets: [...office.sheets, '/styles/figures.css', '/styles/movement.css'] };
const covered = {
  words: ['pages', 'staff', 'desk', 'coverage'],
  sheets: ['/styles/pages.css', '/styles/desk.css', '/styles/admin.css', '/styles/coverage.css'],
};
const figures = { words: ['pages', 'staff', 'figures'], sheets: ['/styles/pages.css', '/styles/figures.css'] };
const told = { words: ['pages', 'outreach'], sheets: ['/styles/pages.css', '/styles/outreach.css'] };
const telling = { words: [...office.words, 'outreach', 'outreach-office'], sheets: [...office.sheets, '/styles/outreach.css'] };
const dumped = {
  mine: ['/styles/pages.css', '/styles/dumps.css'],
  office: { words: [...office.words, 'dumps', 'points'], sheets: [...office.sheets, '/styles/dumps.css'] },
};

/** @type {import('./lib/router.js').Route[]} */
export const routes = [
  { path: '/gui', load: () => import('./pages/report.js'), ...asked },
  { path: '/theo-doi', load: () => import('./pages/track.js'), ...say },
  { path: '/phan-anh/:code', load: () => import('./pages/case.js'), ...same },
  { path: '/cung-thay/:code', load: () => import('./pages/support.js'), ...same },
  { path: '/ban-do', load: () => import('./pages/map.js'), ...say },
  { path: '/diem-tap-ket', load: () => import('./pages/points.js'), ...more },
  { path: '/diem-tap-ket/moi', load: () => import('./pages/point-form.js'), ...register },
  { path: '/diem-tap-ket/nhap', load: () => import('./pages/points-import.js'), ...register },
  { path: '/diem-tap-ket/:id/sua', load: () => import('./pages/point-form.js'), ...register },
  {
    path: '/diem-tap-ket/:id/kiem-tra',
    load: () => import('./pages/inspect.js'),
    words: ['pages', 'staff', 'inspect'],
    sheets: ['/styles/pages.css', '/styles/coverage.css'],
  },
  { path: '/so-sach/diem-tap-ket', load: () => import('./pages/point-register.js'), ...office, words: [...office.words, 'coverage', 'inspect'] },
  {
    path: '/so-sach/nhan-diem',
    load: () => import('./pages/point-labels.js'),
    words: [...office.words, 'inspect'],
    sheets: [...office.sheets, '/styles/coverage.css'],
  },
  { path: '/camera', load: () => import('./pages/cameras/notices.js'), ...more, words: ['pages', 'camera-notices'] },
  { path: '/so-sach/camera', load: () => import('./pages/cameras/queue.js'), ...office, words: [...office.words, 'cameras'] },
  { path: '/so-sach/so-camera', load: () => import('./pages/cameras/register.js'), ...office, words: [...office.words, 'cameras', 'crews'] },
  { path: '/co-mat', load: () => import('./pages/present.js'), ...more, words: ['pages', 'staff', 'present'] },
  { path: '/so-sach/doi-chieu-ra-quan', load: () => import('./pages/reconcile.js'), ...office, words: [...office.words, 'reconcile'] },
  { path: '/so-sach/danh-muc-ra-quan', load: () => import('./pages/cleanup-lists.js'), ...office, words: [...office.words, 'cleanup-lists'] },
  { path: '/so-sach/phuong-tien', load: () => import('./pages/equipment.js'), ...office, words: [...office.words, 'equipment', 'points'] },
  { path: '/so-sach/lo-trinh', load: () => import('./pages/roadmap.js'), ...office, words: [...office.words, 'roadmap'] },
  { path: '/diem-tap-ket/:id', load: () => import('./pages/point.js'), ...more },
  {
    path: '/cuoi-tuan-nay',
    load: () => import('./pages/this-weekend.js'),
    ...staff,
    words: [...staff.words, 'rhythm'],
    sheets: [...staff.sheets, '/styles/rhythm.css'],
  },
  { path: '/cuoi-tuan', load: () => import('./pages/weekends.js'), ...staff },
  { path: '/cuoi-tuan/bao', load: () => import('./pages/check-in.js'), ...staff },
  { path: '/cuoi-tuan/diem-danh', load: () => import('./pages/roll.js'), ...staff },
  { path: '/cuoi-tuan/bang', load: () => import('./pages/coverage.js'), ...covered },
  { path: '/cuoi-tuan/:id/sua', load: () => import('./pages/cleanup-edit.js'), ...staff },
  { path: '/cuoi-tuan/:id', load: () => import('./pages/cleanup.js'), ...staff },
  { path: '/thon', load: () => import('./pages/hamlet.js'), ...more },
  {
    path: '/thon/phan-loai/danh-sach',
    load: () => import('./pages/sorting-list.js'),
    words: ['pages', 'staff', 'sorting'],
    sheets: ['/styles/pages.css', '/styles/movement.css'],
  },
  { path: '/thon/phan-loai', load: () => import('./pages/sorting-entry.js'), ...staff, words: ['pages', 'staff', 'sorting'] },
  { path: '/thong-tin', load: () => import('./pages/more.js'), ...more, words: ['pages', 'ways'] },
  { path: '/so-sach/ho-phan-loai', load: () => import('./pages/sorting.js'), ...movement, words: [...movement.words, 'sorting'] },
  { path: '/so-sach/so-rac/nhap', load: () => import('./pages/waste-import.js'), ...movement, words: [...movement.words, 'points', 'waste'] },
  { path: '/so-sach/so-rac', load: () => import('./pages/waste-ledger.js'), ...movement, words: [...movement.words, 'waste'] },
  { path: '/so-sach/huong-uoc', load: () => import('./pages/covenants.js'), ...movement, words: [...movement.words, 'sorting', 'covenants'] },
  { path: '/so-sach/quan-triet', load: () => import('./pages/briefings.js'), ...movement, words: [...movement.words, 'sorting', 'covenants', 'briefings'] },
  { path: '/so-sach', load: () => import('./pages/books.js'), ...office },
  { path: '/so-sach/ke-hoach/:code', load: () => import('./pages/plan/item.js'), ...office, words: [...office.words, 'plan'] },
  { path: '/so-sach/ke-hoach', load: () => import('./pages/plan/plan.js'), ...office, words: [...office.words, 'plan'] },
  { path: '/so-sach/van-ban', load: () => import('./pages/papers/documents.js'), ...office, words: [...office.words, 'coverage', 'papers'] },
  { path: '/so-sach/van-ban/:id', load: () => import('./pages/papers/document.js'), ...office, words: [...office.words, 'coverage', 'papers'] },
  { path: '/so-sach/mau-van-ban', load: () => import('./pages/papers/templates.js'), ...office, words: [...office.words, 'coverage', 'papers'] },
  { path: '/so-sach/bao-cao-don-vi', load: () => import('./pages/papers/rounds.js'), ...office, words: [...office.words, 'coverage', 'papers'] },
  { path: '/so-sach/giam-sat', load: () => import('./pages/supervision.js'), ...office, words: [...office.words, 'supervise'] },
  { path: '/so-sach/khen-thuong', load: () => import('./pages/commendations.js'), ...office, words: [...office.words, 'supervise', 'commend'] },
  { path: '/so-sach/vuong-mac', load: () => import('./pages/plan/obstacles.js'), ...office, words: [...office.words, 'plan'] },
  { path: '/so-sach/kinh-phi', load: () => import('./pages/plan/estimates.js'), ...office, words: [...office.words, 'plan'] },
  { path: '/chi-tieu', load: () => import('./pages/indicators.js'), ...covered },
  { path: '/chi-tieu/man-hinh', load: () => import('./pages/indicator-wall.js'), ...covered },
  { path: '/so-sach/chot-so-lieu', load: () => import('./pages/freezes.js'), ...office, words: [...office.words, 'coverage'] },
  { path: '/chi-tieu/:code', load: () => import('./pages/indicator.js'), ...covered },
  { path: '/viec', load: () => import('./pages/today.js'), ...staff },
  { path: '/dang-nhap', load: () => import('./pages/sign-in.js'), ...staff },
  { path: '/mat-khau', load: () => import('./pages/password.js'), ...staff },
  { path: '/tai-khoan', load: () => import('./pages/account.js'), ...staff },
  { path: '/ban-lam-viec/ghi', load: () => import('./pages/desk/intake.js'), ...desk },
  { path: '/ban-lam-viec/so-phan-anh', load: () => import('./pages/desk/register.js'), ...desk },
  { path: '/so-lieu', load: () => import('./pages/figures.js'), ...figures },
  { path: '/ban-lam-viec/thong-ke', load: () => import('./pages/desk/statistics.js'), ...figures },
  { path: '/ban-lam-viec/nhap', load: () => import('./pages/desk/cases-import.js'), ...figures, words: ['pages', 'staff', 'points', 'figures'] },
  { path: '/ban-lam-viec/:id?', load: () => import('./pages/desk/desk.js'), ...desk },
  { path: '/thuc-dia/:id', load: () => import('./pages/round.js'), ...desk },
  { path: '/quan-ly/:part?', load: () => import('./pages/admin/admin.js'), ...admin },
  { path: '/don-vi-ngoai', load: () => import('./pages/outside.js'), words: ['pages', 'flow'], sheets: more.sheets },
  { path: '/phan-loai/:code?', load: () => import('./pages/outreach/guide.js'), ...told },
  { path: '/so-sach/phan-loai', load: () => import('./pages/outreach/guide-book.js'), ...telling },
  { path: '/tin/:id?', load: () => import('./pages/outreach/news.js'), ...told },
  { path: '/lich-thu-gom', load: () => import('./pages/outreach/timetable.js'), ...told },
  { path: '/do-vui', load: () => import('./pages/outreach/quiz.js'), ...told },
  { path: '/gia-dich-vu', load: () => import('./pages/outreach/prices.js'), ...told },
  { path: '/so-sach/ban-tin', load: () => import('./pages/outreach/bulletins.js'), ...telling },
  { path: '/so-sach/truyen-thong', load: () => import('./pages/outreach/activities.js'), ...telling },
  { path: '/so-sach/tin', load: () => import('./pages/outreach/news-book.js'), ...telling },
  { path: '/so-sach/ap-phich', load: () => import('./pages/outreach/posters.js'), ...telling },
  { path: '/so-sach/do-vui', load: () => import('./pages/outreach/quiz-book.js'), ...telling },
  { path: '/so-sach/cuoc-thi', load: () => import('./pages/outreach/contests.js'), ...telling },
  { path: '/so-sach/gia-dich-vu', load: () => import('./pages/outreach/prices-book.js'), ...telling },
  { path: '/so-sach/tieu-chi-xanh', load: () => import('./pages/outreach/green.js'), ...telling },
  { path: '/diem-den', load: () => import('./pages/spots.js'), words: ['pages', 'dumps'], sheets: dumped.mine },
  { path: '/bai-rac', load: () => import('./pages/dumps/mine.js'), words: ['pages', 'staff', 'dumps'], sheets: dumped.mine },
  { path: '/bai-rac/:id/tham', load: () => import('./pages/dumps/visit.js'), words: ['pages', 'staff', 'dumps'], sheets: dumped.mine },
  { path: '/so-sach/bai-rac', load: () => import('./pages/dumps/registers.js'), ...dumped.office },
  { path: '/so-sach/bai-rac/:id', load: () => import('./pages/dumps/site.js'), ...dumped.office },
  { path: '/kiem-tra-thu-gom', load: () => import('./pages/crews/results.js'), ...more, words: ['pages', 'crews'] },
  { path: '/so-sach/to-thu-gom', load: () => import('./pages/crews/register.js'), ...office, words: [...office.words, 'inspect', 'crews'] },
  { path: '/so-sach/to-thu-gom/:id', load: () => import('./pages/crews/crew.js'), ...office, words: [...office.words, 'inspect', 'crews'] },
  {
    path: '/so-sach/:book/:id/kiem-tra',
    load: () => import('./pages/inspect.js'),
    words: ['pages', 'staff', 'inspect'],
    sheets: ['/styles/pages.css', '/styles/coverage.css'],
  },
  { path: '/:rest+', load: () => import('./pages/missing.js'), ...more },
];
