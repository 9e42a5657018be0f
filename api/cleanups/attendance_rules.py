"""Codes that change every five minutes, what a roll counts, and when a photo deserves a second look. Pure."""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

WINDOW_SECONDS = 300
TOLERANCE = 2  # windows on either side: cheap phones' clocks go wrong by minutes
SAME_PICTURE_BITS = 6
FAR_METRES = 3_000  # from the hamlet's centre; the commune is nine kilometres across
BIG_DIFFERENCE = 0.5


def code_at(secret: str, moment: datetime, shift: int = 0) -> str:
    """Six digits, the same on every phone that holds the secret (hexadecimal), for five minutes."""
    window = int(moment.timestamp()) // WINDOW_SECONDS + shift
    mac = hmac.digest(bytes.fromhex(secret), window.to_bytes(8, "big"), hashlib.sha256)
    return f"{int.from_bytes(mac[:4], 'big') % 1_000_000:06}"


def fits(secret: str, code: str, moment: datetime) -> bool:
    """Shown about then."""
    return any(code_at(secret, moment, shift) == code for shift in range(-TOLERANCE, TOLERANCE + 1))


@dataclass(frozen=True, slots=True)
class Present:
    """What one phone told: `people` of one household."""

    id: UUID
    device: str
    code: str
    people: int
    checked_at: datetime


@dataclass(frozen=True, slots=True)
class Tally:
    """`matched`: the ids that belong to the roll; of a phone that told twice only the last counts."""

    people: int
    phones: int
    matched: frozenset[UUID]


def tally(secrets: Iterable[str], told: Iterable[Present]) -> Tally:
    """What the rolls of one event count together: never a phone twice, however often or by which roll it told."""
    known = tuple(secrets)
    mine = [one for one in told if any(fits(secret, one.code, one.checked_at) for secret in known)]
    last = {one.device: one for one in sorted(mine, key=lambda one: (one.checked_at, str(one.id)))}
    return Tally(sum(one.people for one in last.values()), len(last), frozenset(one.id for one in mine))


def differs(head_count: int | None, checked: int) -> bool:
    """Worth asking: more phones' people than the head counted, or not half of them."""
    if not head_count or not checked:
        return False
    return checked > head_count or checked < head_count * BIG_DIFFERENCE


def is_same_picture(one: str, other: str) -> bool:
    """Both are difference hashes of 64 bits in hexadecimal."""
    return (int(one, 16) ^ int(other, 16)).bit_count() <= SAME_PICTURE_BITS
