"""Text as people write it: cleaned at the door, folded for search."""

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_INVISIBLE = re.compile(r"[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile(r"[ \t\u00a0]+")
_PHONE = re.compile(r"0\d{9}")


def clean(text: str) -> str:
    """NFC, line ends as \\n, no outer blanks; refuses control characters and lone surrogates.

    Characters that only turn the writing direction or cannot be seen are dropped: they hide text.
    """
    if _CONTROL.search(text):
        raise PydanticCustomError("text_control", "Văn bản có ký tự điều khiển không dùng được.")
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _INVISIBLE.sub("", text).strip()


def clean_line(text: str) -> str:
    """As `clean`, on one line."""
    return _SPACES.sub(" ", clean(text).replace("\n", " "))


def fold(text: str) -> str:
    """The search key: no diacritics, đ as d, lower case, single blanks ("Điểm đen" → "diem den")."""
    text = text.replace("đ", "d").replace("Đ", "D")
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return " ".join(bare.casefold().split())


def phone(text: str) -> str:
    """Ten digits starting with 0, from "+84 912 345 678", "0912.345.678" and the like."""
    digits = re.sub(r"[\s.\-()]", "", text)
    if digits.startswith("+84"):
        digits = "0" + digits[3:]
    elif digits.startswith("84") and len(digits) == 11:
        digits = "0" + digits[2:]
    if not _PHONE.fullmatch(digits):
        raise PydanticCustomError("phone", "Số điện thoại gồm 10 chữ số, bắt đầu bằng số 0.")
    return digits


Words = Annotated[str, AfterValidator(clean)]
Line = Annotated[str, AfterValidator(clean_line)]
Phone = Annotated[str, AfterValidator(phone)]
