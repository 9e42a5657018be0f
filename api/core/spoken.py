"""Numbers, hours and days as they are read out in Vietnamese (pure)."""

from datetime import date

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ((1_000_000_000, "tỷ"), (1_000_000, "triệu"), (1_000, "nghìn"))
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def number(value: int) -> str:
    """ "hai nghìn không trăm linh năm" for 2005; from 0 to the billions."""
    if value < 1000:
        return _below_thousand(value, is_inner=False) if value else _DIGITS[0]
    said = ""
    for scale, name in _SCALES:
        count, value = divmod(value, scale)
        if count:
            said += f" {_below_thousand(count, is_inner=bool(said)) if count < 1000 else number(count)} {name}"
    return (said + (f" {_below_thousand(value, is_inner=True)}" if value else "")).strip()


def _below_thousand(value: int, *, is_inner: bool) -> str:
    """`is_inner`: something larger stands before it, so that hundreds are named even when there are none."""
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    words = [f"{_DIGITS[hundreds]} trăm"] if hundreds or is_inner else []
    if tens == 1:
        words.append("mười")
    elif tens:
        words.append(f"{_DIGITS[tens]} mươi")
    elif ones and words:
        words.append("linh")
    if ones:
        words.append(_ones(tens, ones))
    return " ".join(words)


def _ones(tens: int, ones: int) -> str:
    if ones == 5 and tens:
        return "lăm"
    if ones in (1, 4) and tens >= 2:
        return "mốt" if ones == 1 else "tư"
    return _DIGITS[ones]


def weight(kg: float) -> str:
    """From a tonne on in tonnes with one decimal: "một phẩy hai tấn"."""
    if round(kg) < 1000:
        return f"{number(round(kg))} ki-lô-gam"
    whole, tenth = divmod(round(kg / 100), 10)
    return f"{number(whole)} phẩy {_DIGITS[tenth]} tấn" if tenth else f"{number(whole)} tấn"


def clock(written: str) -> str:
    """ "mười bảy giờ ba mươi" for 17:30."""
    hours, minutes = (int(part) for part in written.split(":"))
    return f"{number(hours)} giờ" + (f" {number(minutes)}" if minutes else "")


def day(of: date) -> str:
    return f"{WEEKDAYS[of.weekday()]} ngày {number(of.day)} tháng {number(of.month) if of.month != 4 else 'tư'}"


def weekdays(days: list[int]) -> str:
    """Of 1 Monday … 7 Sunday."""
    return listed([WEEKDAYS[each - 1] for each in days]) if len(days) < len(WEEKDAYS) else "tất cả các ngày trong tuần"


def listed(names: list[str]) -> str:
    """ "A, B và C"."""
    return " và ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
