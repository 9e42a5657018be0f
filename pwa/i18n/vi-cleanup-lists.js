// Danh mục ra quân: fetched with its page.
export default {
  'cleanup_lists.add': 'Thêm',
  'cleanup_lists.campaign': 'Đợt ra quân',
  'cleanup_lists.days': 'Ngày',
  'cleanup_lists.first_day': 'Ngày đầu',
  'cleanup_lists.heap': 'Vật để ước tính khối lượng',
  'cleanup_lists.hint': 'Trưởng thôn chọn trong các danh mục này khi báo kết quả ra quân. Mục không dùng nữa vẫn giữ cho các buổi cũ.',
  'cleanup_lists.is_active': 'Đang dùng',
  'cleanup_lists.kilograms': 'Nặng khoảng (kg)',
  'cleanup_lists.label': 'Tên',
  'cleanup_lists.last_day': 'Ngày cuối',
  'cleanup_lists.none': 'Chưa có mục nào.',
  'cleanup_lists.organiser': 'Cơ quan, đơn vị, trường, đoàn thể, tổ chức tôn giáo tổ chức ra quân',
  'cleanup_lists.place': 'Loại nơi dọn',
  'cleanup_lists.source': 'Căn cứ',
  'cleanup_lists.title': 'Danh mục ra quân',
  'cleanup_lists.unused': 'không dùng nữa',
};
