"""The words a resident agrees to before leaving a phone number. A new wording is a new version."""

VERSION = "2026-11"
_NOTICE = (
    "UBND {commune} dùng số điện thoại của Ông/Bà chỉ để liên hệ về phản ánh này. Thông tin được giữ kín, "
    "không đưa lên trang công khai. Ông/Bà có thể yêu cầu xem, sửa, xóa bất cứ lúc nào."
)


def notice(commune_name: str) -> str:
    """The notice shown above the send button."""
    return _NOTICE.format(commune=commune_name[:1].lower() + commune_name[1:])
