// Báo nội dung không nên công khai: fetched with its page.
export default {
  'flag.child': 'Có mặt trẻ em',
  'flag.do': 'Gửi cho cán bộ xem',
  'flag.done': 'Cảm ơn. Cán bộ sẽ xem.',
  'flag.insult': 'Lời lẽ xúc phạm',
  'flag.leave': 'Thôi',
  'flag.open': 'Nội dung này không nên công khai',
  'flag.other': 'Lý do khác',
  'flag.personal': 'Lộ người, biển số xe hoặc nhà riêng',
  'flag.title': 'Vì sao không nên công khai?',
  'flag.untrue': 'Sai sự thật',
  'flag.words': 'Ghi thêm',
};
