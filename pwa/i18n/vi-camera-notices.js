// Camera của xã, cho mọi người: fetched with its page.
export default {
  'camera_notices.days': '{n} ngày, sau đó tự xóa nếu không thành phản ánh',
  'camera_notices.kept': 'Giữ hình',
  'camera_notices.lead': 'Xã đặt camera ở những chỗ dưới đây để giữ vệ sinh nơi công cộng. Hình không đăng lên mạng; ai mở xem đều bị ghi lại.',
  'camera_notices.none': 'Xã chưa đặt camera nào',
  'camera_notices.none_hint': 'Khi có, tên, nơi đặt và mục đích sẽ ghi ở đây.',
  'camera_notices.owner': 'Của ai',
  'camera_notices.purpose': 'Để làm gì',
  'camera_notices.report': 'Báo chỗ có rác',
  'camera_notices.sign': 'Biển báo',
  'camera_notices.since': 'có từ {day}',
  'camera_notices.title': 'Camera của xã',
};
