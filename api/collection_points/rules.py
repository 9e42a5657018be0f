"""Pure decisions about collection points: schedules as people write them, and when it is the next time."""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from api.collection_points.schemas import MOST_PICKUPS, Pickup
from api.core import clock, errors, text
from api.places.rules import Point

WEEK = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
MOST_PHOTOS = 12
_DAYS = {
    **{name.lower(): number for number, name in enumerate(WEEK, 1)},
    **{f"thu {number + 1}": number for number in range(1, 7)},
    "thu hai": 1, "thu ba": 2, "thu tu": 3, "thu nam": 4, "thu sau": 5, "thu bay": 6, "chu nhat": 7,
}  # fmt: skip
_EVERY_DAY = {"hang ngay", "moi ngay", "ca tuan"}
_TIME = r"(\d{1,2})(?:[:h](\d{2})?)"
_TIMES = re.compile(rf"{_TIME}(?:\s*(?:-|–|den)\s*{_TIME})?")
_NEAR = re.compile(r"\s*(-?\d{1,3}(?:\.\d{1,12})?)\s*,\s*(-?\d{1,3}(?:\.\d{1,12})?)\s*")


class ScheduleRejected(errors.Rejected):
    code = "schedule_rejected"
    says = "Lịch thu gom viết chưa đúng. Ví dụ: T2,T4,T6 17:00-18:30; CN 7:00."

    def __init__(self, says: str | None = None) -> None:
        super().__init__(says, field="schedule")


class HoursRejected(errors.Rejected):
    code = "opening_hours_rejected"
    says = "Giờ mở cửa cần giờ mở và giờ đóng. Ví dụ: T2-T6 07:00-17:00."


class StateInTheFuture(errors.Rejected):
    code = "collection_point_state_in_the_future"
    says = "Ngày này chưa đến. Điểm đóng hay mở lại ngày nào thì ghi vào ngày đó."


class NearRejected(errors.Rejected):
    code = "near_rejected"
    says = "Vị trí viết theo mẫu vĩ độ,kinh độ, ví dụ 20.9089,106.1793."


class PhotoNotFound(errors.NotFound):
    code = "photo_not_found"
    says = "Không tìm thấy ảnh này của điểm."


class TooManyPhotos(errors.Conflict):
    code = "too_many_photos"
    says = f"Điểm này đã đủ {MOST_PHOTOS} ảnh."


def parse_schedule(words: str) -> list[Pickup]:
    """ "T2,T4,T6 17:00-18:30; CN 7:00" as pickups in the order of the week; blank words are no schedule."""
    parts = [part.strip() for part in re.split(r"[;\n]", words) if part.strip()]
    return check_schedule([pickup for part in parts for pickup in _parse_part(part)])


def check_schedule(schedule: Sequence[Pickup]) -> list[Pickup]:
    """In the order of the week; refuses what ends before it begins, and two at once."""
    if len(schedule) > MOST_PICKUPS:
        raise ScheduleRejected(f"Lịch thu gom có hơn {MOST_PICKUPS} lượt một tuần.")
    ordered = sorted(schedule, key=lambda pickup: (pickup.weekday, pickup.begins))
    for pickup in ordered:
        if pickup.ends is not None and pickup.ends <= pickup.begins:
            raise ScheduleRejected(f"Giờ kết thúc {pickup.ends} phải sau giờ bắt đầu {pickup.begins}.")
    for before, after in pairwise(ordered):
        if before.weekday == after.weekday and after.begins < (before.ends or before.begins + "+"):
            raise ScheduleRejected(f"Hai lượt thu gom trùng giờ vào {WEEK[after.weekday - 1]} {after.begins}.")
    return ordered


def check_hours(hours: Sequence[Pickup]) -> list[Pickup]:
    """Opening hours in the order of the week: each day opens and shuts."""
    if any(each.ends is None for each in hours):
        raise HoursRejected(field="opening_hours")
    try:
        return check_schedule(hours)
    except ScheduleRejected as fault:
        raise HoursRejected(fault.sentence, field="opening_hours") from None


def schedule_words(schedule: Sequence[Pickup]) -> str:
    """The words that `parse_schedule` reads back: days with the same times stand together."""
    days_at: dict[tuple[str, ...], list[int]] = defaultdict(list)
    times_on: dict[int, list[str]] = defaultdict(list)
    for pickup in schedule:
        times_on[pickup.weekday].append(f"{pickup.begins}-{pickup.ends}" if pickup.ends else pickup.begins)
    for weekday in sorted(times_on):
        days_at[tuple(sorted(times_on[weekday]))].append(weekday)
    return "; ".join(f"{','.join(WEEK[day - 1] for day in days)} {', '.join(times)}" for times, days in days_at.items())


def next_collection(schedule: Sequence[Pickup], now: datetime) -> datetime | None:
    """When the next collection begins, or when the one that is going on began; None without a schedule."""
    today = clock.day_of(now)
    coming: list[datetime] = []
    for ahead in range(8):
        day = today + timedelta(days=ahead)
        midnight = clock.start_of(day)
        for pickup in schedule:
            if pickup.weekday == day.isoweekday() and midnight + _since_midnight(pickup.ends or pickup.begins) >= now:
                coming.append(midnight + _since_midnight(pickup.begins))
    return min(coming, default=None)


def read_near(words: str) -> Point:
    """ "20.9089,106.1793" as a point."""
    found = _NEAR.fullmatch(words)
    if not found:
        raise NearRejected(field="near")
    point = Point(float(found[1]), float(found[2]))
    if abs(point.lat) > 90 or abs(point.lon) > 180:
        raise NearRejected(field="near")
    return point


def search_text(name: str, code: str, place_words: str, hamlet: str) -> str:
    return text.fold(f"{name} {code} {place_words} {hamlet}")[:700]


def _parse_part(part: str) -> list[Pickup]:
    """One stretch such as "T2-T4, CN 17:00-18:30, 19:00": days first, then times."""
    plain = text.fold(part)
    first = re.search(r"\d{1,2}(?::\d\d|h)", plain)
    if first is None:
        raise ScheduleRejected(f"“{part[:40]}” thiếu giờ. Giờ viết như 17:00 hoặc 17:00-18:30.")
    days = _parse_days(plain[: first.start()].strip(" ,:"), part)
    times = [_parse_times(stretch.strip(), part) for stretch in plain[first.start() :].split(",") if stretch.strip()]
    return [Pickup(weekday=day, begins=begins, ends=ends) for day in days for begins, ends in times]


def _parse_days(words: str, part: str) -> list[int]:
    if words in _EVERY_DAY:
        return list(range(1, 8))
    days: set[int] = set()
    for stretch in re.split(r"\s*(?:,|\+|\bva\b)\s*", words):
        first, _, last = (name.strip() for name in re.sub("–", "-", stretch).partition("-"))
        ends = [_DAYS.get(name) for name in (first, last or first)]
        if ends[0] is None or ends[1] is None or ends[0] > ends[1]:
            raise ScheduleRejected(f"Không hiểu ngày trong “{part[:40]}”. Ngày viết là T2, T3, T4, T5, T6, T7 hoặc CN.")
        days |= set(range(ends[0], ends[1] + 1))
    return sorted(days)


def _parse_times(words: str, part: str) -> tuple[str, str | None]:
    found = _TIMES.fullmatch(words)
    if found is None:
        raise ScheduleRejected(f"Không hiểu giờ trong “{part[:40]}”. Giờ viết như 17:00 hoặc 17:00-18:30.")
    begins = _clock(found[1], found[2], part)
    return begins, _clock(found[3], found[4], part) if found[3] else None


def _clock(hours: str, minutes: str | None, part: str) -> str:
    if int(hours) > 23 or int(minutes or 0) > 59:
        raise ScheduleRejected(f"Giờ trong “{part[:40]}” không có trên đồng hồ.")
    return f"{int(hours):02}:{int(minutes or 0):02}"


def _since_midnight(words: str) -> timedelta:
    return timedelta(hours=int(words[:2]), minutes=int(words[3:]))
