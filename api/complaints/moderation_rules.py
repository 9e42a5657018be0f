"""Pure decisions of moderation: from where something came, what a ban catches, how often a button may be pressed."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from ipaddress import ip_address

from api.core import errors
from api.core.text import fold

MOST_FLAGS_A_DAY = 20  # from one address: a commune may share a handful of carrier addresses
KEPT_FOR = timedelta(days=30)  # so long a reader's flag does not bring back what an officer has decided to keep
_NOT_LETTERS = re.compile(r"[^0-9a-z]+")


class TooManyFlags(errors.TooMany):
    code = "too_many_flags"
    says = "Hôm nay đã có nhiều lượt báo từ mạng này. Xin thử lại ngày mai hoặc gọi đường dây nóng."


class BanWithoutSender(errors.Conflict):
    code = "ban_sender_unknown"
    says = "Phản ánh này không còn dấu vết người gửi nên không thể chặn theo cách này."


def prefix_of(address: str) -> str | None:
    """The network an address belongs to: /24 of IPv4, /48 of IPv6; None when it is no address."""
    try:
        found = ip_address(address)
    except ValueError:
        return None
    if found.version == 6 and found.ipv4_mapped:
        found = found.ipv4_mapped
    size = 24 if found.version == 4 else 48
    bits = found.max_prefixlen - size
    return f"{found.version}:{int(found) >> bits:x}"


def bare(text: str) -> str:
    """Words as they are compared: without diacritics, case and signs, one blank around each."""
    return f" {_NOT_LETTERS.sub(' ', fold(text)).strip()} "


def word_in(text: str, words: Iterable[str]) -> bool:
    """Whether any of these (bare) words stands in the text as a whole word."""
    within = bare(text)
    return any(f" {word} " in within for word in words)


def is_in_force(is_lifted: bool, expires_on: date | None, today: date) -> bool:
    return not is_lifted and (expires_on is None or today <= expires_on)


def last_digits(phone: str) -> str:
    """Enough to recognise a number one has in front of one, too little to call it."""
    return f"…{phone[-3:]}"
