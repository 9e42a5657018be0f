"""Decisions about briefings: which numbers can be believed, and K4 with nobody counted twice."""

from dataclasses import dataclass
from datetime import date

from api.core import errors
from api.hamlet_life.briefing_models import BriefingAttendance, BriefingBody, BriefingHeadcount

OLDEST_DAY = date(2020, 1, 1)


class BriefingRejected(errors.Rejected):
    code = "briefing_rejected"
    says = "Số liệu này chưa khớp."


@dataclass(frozen=True, slots=True)
class BodyTally:
    """One organisation on a day. `own`: its people less those counted elsewhere; None: it has not said how many."""

    own: int | None
    came: int
    pledged: int

    @property
    def briefed(self) -> int:
        """Never more than there are: those who left or moved on do not push a share over the whole."""
        return min(self.came, self.own or 0)

    @property
    def pledges(self) -> int:
        return min(self.pledged, self.own or 0)


def check_day(day: date, today: date, *, field: str) -> None:
    if day > today:
        raise BriefingRejected("Ngày này chưa tới. Xin chọn lại ngày.", field=field)
    if day < OLDEST_DAY:
        raise BriefingRejected("Ngày này lâu quá. Xin xem lại năm.", field=field)


def check_headcount(count: BriefingHeadcount, today: date) -> None:
    check_day(count.counted_on, today, field="counted_on")
    if count.counted_elsewhere > count.people:
        raise BriefingRejected("Số người đã tính ở nơi khác nhiều hơn số người.", field="counted_elsewhere")


def check_attendance(row: BriefingAttendance) -> None:
    if row.first_time > row.people:
        raise BriefingRejected("Số người dự lần đầu nhiều hơn số người dự.", field="first_time")
    if row.pledges > row.people:
        raise BriefingRejected("Số người cam kết nhiều hơn số người dự.", field="pledges")


def is_counted_on(body: BriefingBody, day: date) -> bool:
    return body.from_day <= day and (body.ended_on is None or day < body.ended_on)


def k4(tallies: list[BodyTally]) -> tuple[int, int]:
    """(people briefed, people), over the organisations that have said how many they are."""
    known = [one for one in tallies if one.own is not None]
    return sum(one.briefed for one in known), sum(one.own or 0 for one in known)
