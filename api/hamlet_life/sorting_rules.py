"""Decisions about household sorting: what a count may say, which share is enough, how K2a comes about."""

from collections.abc import Iterable
from datetime import date

from api.core import errors
from api.hamlet_life.sorting_models import SortingCount, SortingThreshold

OLDEST_DAY = date(2020, 1, 1)


class CountRejected(errors.Rejected):
    code = "sorting_count_rejected"
    says = "Số hộ chưa khớp."


class HamletNotValid(errors.Conflict):
    code = "hamlet_not_valid_then"
    says = "Thôn này chưa hoặc không còn hiệu lực vào ngày đó. Xin chọn lại thôn hoặc ngày."


def check_count(count: SortingCount, today: date) -> None:
    """A part is never more than the whole: the figures could not be believed."""
    check_day(count.checked_on, today, field="checked_on")
    if count.sorting > count.households:
        raise CountRejected("Số hộ phân loại nhiều hơn số hộ của thôn. Xin xem lại hai số này.", field="sorting")
    if (count.composting or 0) > count.sorting:
        raise CountRejected(
            "Hộ tự ủ phân cũng là hộ phân loại, nên không thể nhiều hơn số hộ phân loại.", field="composting"
        )


def check_day(day: date, today: date, *, field: str) -> None:
    if day > today:
        raise CountRejected("Ngày này chưa tới. Xin chọn lại ngày.", field=field)
    if day < OLDEST_DAY:
        raise CountRejected("Ngày này lâu quá. Xin xem lại năm.", field=field)


def percent(part: int, whole: int) -> float:
    """To one decimal, never rounded up to a whole that is not reached."""
    rounded = (2000 * part + whole) // (2 * whole) / 10
    return min(rounded, 99.9) if part < whole else rounded


def share(count: SortingCount) -> float:
    return percent(count.sorting, count.households)


def meets(count: SortingCount | None, threshold: SortingThreshold | None) -> bool:
    """Plan 1.6 and K2a: a hamlet sorts when at least the agreed share of its households does."""
    if count is None or threshold is None:
        return False
    return count.sorting * 100 >= threshold.share_percent * count.households


def newest(counts: Iterable[SortingCount]) -> SortingCount | None:
    """Of the last day; of two counts of one day the later entered."""
    return max(counts, key=lambda one: (one.checked_on, one.received_at, str(one.id)), default=None)
