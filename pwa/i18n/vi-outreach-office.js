// Sổ sách của công tác truyền thông.
export default {
  'guide.add': 'Thêm thứ mới',
  'guide.book': 'Hướng dẫn phân loại rác',
  'guide.book_hint': 'Bà con xem ở trang “Rác này bỏ vào đâu?”. Sửa xong là bà con thấy ngay.',
  'guide.class': 'Nhóm rác',
  'guide.classes_book': 'Các nhóm rác và màu túi',
  'guide.colour': 'Màu túi, thùng (bằng lời)',
  'guide.every_class': 'Mọi nhóm',
  'guide.how': 'Cách làm',
  'guide.is_active': 'Hiện cho bà con',
  'guide.other_names': 'Tên gọi khác',
  'guide.other_names_hint': 'Cách nhau dấu phẩy, để gõ tên nào cũng tìm thấy.',
  'guide.thing': 'Thứ cần bỏ',
  'outreach.drop_photo': 'Bỏ ảnh này',
  'outreach.photos': 'Ảnh',
  'outreach.source': 'Căn cứ, nguồn',
};
