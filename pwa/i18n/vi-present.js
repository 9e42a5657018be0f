// Có mặt ra quân: fetched with its page.
export default {
  'present.code': 'Mã trên máy trưởng thôn',
  'present.code_gap': 'Mã gồm 6 chữ số.',
  'present.code_hint': '6 chữ số',
  'present.less': 'Bớt một người',
  'present.more': 'Thêm một người',
  'present.people': 'Nhà mình mấy người đến?',
  'present.private': 'Không hỏi tên, không hỏi số điện thoại. Mỗi máy chỉ tính một lần.',
  'present.send': 'Có mặt',
  'present.title': 'Có mặt ra quân',
};
