"""Validation faults in Vietnamese: what is wrong and how to mend it, at the field."""

from typing import Any

# Pydantic's error type -> (our stable code, sentence; {…} are values of the fault's own context)
SENTENCES: dict[str, tuple[str, str]] = {
    "missing": ("missing", "Xin điền ô này."),
    "extra_forbidden": ("unknown_field", "Máy chủ không biết ô này. Xin bỏ đi."),
    "string_type": ("wrong_type", "Ô này phải là chữ."),
    "string_too_long": ("too_long", "Dài quá: tối đa {max_length} chữ."),
    "string_too_short": ("too_short", "Ngắn quá: ít nhất {min_length} chữ."),
    "string_unicode": ("text_control", "Văn bản có ký tự không đọc được."),
    "string_pattern_mismatch": ("wrong_form", "Viết chưa đúng mẫu."),
    "text_control": ("text_control", "Văn bản có ký tự điều khiển không dùng được."),
    "phone": ("phone", "Số điện thoại gồm 10 chữ số, bắt đầu bằng số 0."),
    "moment": ("moment", "Thời điểm này không hợp lệ."),
    "int_type": ("wrong_type", "Ô này phải là số nguyên."),
    "int_parsing": ("wrong_type", "Ô này phải là số nguyên."),
    "int_parsing_size": ("too_large", "Số lớn quá."),
    "int_from_float": ("wrong_type", "Ô này phải là số nguyên, không có phần lẻ."),
    "float_type": ("wrong_type", "Ô này phải là số."),
    "float_parsing": ("wrong_type", "Ô này phải là số."),
    "finite_number": ("wrong_type", "Ô này phải là số."),
    "bool_type": ("wrong_type", "Ô này chỉ nhận có hoặc không."),
    "bool_parsing": ("wrong_type", "Ô này chỉ nhận có hoặc không."),
    "greater_than": ("too_small", "Số này phải lớn hơn {gt}."),
    "greater_than_equal": ("too_small", "Số này phải từ {ge} trở lên."),
    "less_than": ("too_large", "Số này phải nhỏ hơn {lt}."),
    "less_than_equal": ("too_large", "Số này không được quá {le}."),
    "enum": ("unknown_choice", "Xin chọn một mục trong danh sách."),
    "literal_error": ("unknown_choice", "Xin chọn một mục trong danh sách."),
    "uuid_type": ("wrong_id", "Mã định danh không đúng."),
    "uuid_parsing": ("wrong_id", "Mã định danh không đúng."),
    "date_type": ("wrong_date", "Ngày phải viết theo mẫu năm-tháng-ngày, ví dụ 2026-11-29."),
    "date_parsing": ("wrong_date", "Ngày phải viết theo mẫu năm-tháng-ngày, ví dụ 2026-11-29."),
    "date_from_datetime_parsing": ("wrong_date", "Ngày phải viết theo mẫu năm-tháng-ngày, ví dụ 2026-11-29."),
    "date_from_datetime_inexact": ("wrong_date", "Chỉ ghi ngày, không ghi giờ."),
    "datetime_type": ("wrong_moment", "Thời điểm viết chưa đúng."),
    "datetime_parsing": ("wrong_moment", "Thời điểm viết chưa đúng."),
    "datetime_from_date_parsing": ("wrong_moment", "Thời điểm viết chưa đúng."),
    "datetime_object_invalid": ("wrong_moment", "Thời điểm viết chưa đúng."),
    "timezone_aware": ("wrong_moment", "Thời điểm phải có múi giờ."),
    "time_parsing": ("wrong_time", "Giờ phải viết theo mẫu 17:00."),
    "list_type": ("wrong_type", "Ô này phải là danh sách."),
    "too_long": ("too_many", "Nhiều quá: tối đa {max_length} mục."),
    "too_short": ("too_few", "Ít quá: cần ít nhất {min_length} mục."),
    "dict_type": ("wrong_type", "Nội dung gửi lên sai kiểu."),
    "model_attributes_type": ("wrong_type", "Nội dung gửi lên sai kiểu."),
    "json_invalid": ("json_invalid", "Nội dung gửi lên không phải JSON đọc được."),
}
# What an empty field is to be filled with, where its name alone says it.
WANTED = {
    "name": "họ và tên hoặc tên gọi", "phone": "số điện thoại", "login": "tên đăng nhập", "password": "mật khẩu",
    "words": "nội dung", "text": "nội dung", "reason": "lý do", "title": "tiêu đề", "label": "tên gọi", "code": "mã",
    "stars": "số sao", "unit_id": "đơn vị", "hamlet_id": "thôn", "held_on": "ngày", "letter_number": "số công văn",
    "letter_on": "ngày công văn", "body": "tên cơ quan",
}  # fmt: skip
FALLBACK = ("invalid", "Giá trị này chưa đúng. Xin kiểm tra lại.")


def explain(fault: dict[str, Any]) -> dict[str, str]:
    """One fault as {field, code, detail}; never repeats what was sent in.

    `fault` is Pydantic's own mapping, whose values are of any kind.
    """
    kind = str(fault.get("type", ""))
    wanted = WANTED.get(str((fault.get("loc") or ("",))[-1]))
    context = fault.get("ctx") or {}
    if kind in ("too_long", "too_short") and context.get("field_type") == "Value":
        kind = f"string_{kind}"  # a text whose length is counted after cleaning
    code, sentence = SENTENCES.get(kind, FALLBACK)
    is_empty = kind == "missing" or (kind == "string_too_short" and context.get("min_length") == 1)
    if is_empty:
        sentence = f"Xin điền {wanted}." if wanted else SENTENCES["missing"][1]
    if kind == "value_error":
        sentence = str(context.get("error", sentence))
    elif kind not in SENTENCES and isinstance(context.get("says"), str):
        code, sentence = kind, context["says"]
    try:
        sentence = sentence.format(**context)
    except (KeyError, IndexError, ValueError):
        sentence = FALLBACK[1]
    place = [str(part) for part in fault.get("loc", ())]
    if place and place[0] in ("body", "query", "path", "header"):
        del place[0]  # where it came in; a field may bear the same name
    return {"field": ".".join(place)[:200].encode("utf-8", "replace").decode(), "code": code, "detail": sentence}
