// Hướng dẫn phân loại, tin tức, lịch thu gom, đố vui, giá dịch vụ.
export default {
  'guide.ask': 'Gõ tên thứ cần bỏ',
  'guide.ask_commune': 'Hỏi xã',
  'guide.classes': 'Các nhóm rác',
  'guide.count': 'Thấy {n} thứ',
  'guide.none': 'Chưa có thứ này trong danh sách',
  'guide.none_hint': 'Ông/Bà hỏi xã, xã trả lời và thêm vào danh sách.',
  'guide.not_it': 'Không phải thứ Ông/Bà tìm?',
  'guide.question': 'Xin hỏi: “{what}” thì bỏ vào đâu?',
  'guide.sample': 'Ví dụ: pin, vỏ chuối, hộp xốp',
  'guide.source': 'Căn cứ: {source}',
  'guide.source_hint': 'Nhóm và màu túi theo quy định chung; khi thành phố có quyết định riêng, xã sẽ sửa ở đây.',
  'guide.things': '{n} thứ thuộc nhóm này',
  'guide.title': 'Rác này bỏ vào đâu?',
};
