// Extra questions of a category, notices and suggestions.
export default {
  'asked.yes': 'Có',
  'asked.no': 'Không',
  'asked.missing': 'Xin trả lời câu này.',
  'asked.number_wrong': 'Xin điền một con số, ví dụ 3.',
  'asked.call': 'Gọi {phone}',
  'asked.stopped': 'Đường dây nóng không nhận việc này. Xin chọn việc khác nếu Ông/Bà muốn báo điều khác.',
  'asked.may_send': 'Ông/Bà vẫn gửi được cho xã.',
  'asked.perhaps': 'Có phải:',
  'asked.other_title': 'Không phải báo rác?',
  'asked.gap_question': 'Xin trả lời các câu hỏi bên dưới.',
  'asked.gap_stopped': 'Việc này do nơi khác giải quyết. Xin đọc hướng dẫn bên dưới.',
};
