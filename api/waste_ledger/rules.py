"""Decisions about the ledger: which entry can be believed, how estimates come about, K5a and K5b."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from api.core import errors
from api.waste_ledger.models import Flow, Source, WasteEntry

OLDEST_MONTH = date(2020, 1, 1)
FATES_AT_SOURCE = frozenset({Flow.TREATED, Flow.RECYCLED, Flow.COMPOSTED})


class EntryRejected(errors.Rejected):
    code = "waste_entry_rejected"
    says = "Dòng này chưa khớp."


class TicketKnown(errors.Conflict):
    """`existing_id` is the entry with that ticket."""

    code = "waste_ticket_known"
    says = "Phiếu này đã có trong sổ. Nếu số cũ sai, xin mở dòng đó rồi sửa."


class EstimateKnown(errors.Conflict):
    """`existing_id` is the estimate that covers the same month."""

    code = "waste_estimate_known"
    says = "Tháng này đã có ước tính phát sinh cho nơi này hoặc cho cả xã. Xin sửa dòng đã có, để không tính hai lần."


@dataclass(frozen=True, slots=True)
class Ratio:
    """Kilograms. `percent` is None when the whole is nothing (không phát sinh)."""

    part: int
    whole: int

    @property
    def percent(self) -> float | None:
        """To one decimal; more than 100 stays visible, because then a figure is wrong."""
        return (2000 * self.part + self.whole) // (2 * self.whole) / 10 if self.whole else None


@dataclass(slots=True)
class Tally:
    """Sums of kilograms over some entries."""

    of: dict[Flow, int] = field(default_factory=lambda: defaultdict(int))
    estimated: dict[Flow, int] = field(default_factory=lambda: defaultdict(int))
    sources: dict[Flow, dict[Source, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))
    at_source: int = 0

    @property
    def k5a(self) -> Ratio:
        """Plan K5a: what was collected, or dealt with where it arose, of what arose.

        What was collected and then treated is in `collected` already and is not counted again.
        """
        return Ratio(self.of[Flow.COLLECTED] + self.at_source, self.of[Flow.GENERATED])

    @property
    def k5b(self) -> Ratio:
        """Plan K5b: directly landfilled of what was collected. A ceiling: less is better."""
        return Ratio(self.of[Flow.LANDFILLED], self.of[Flow.COLLECTED])


def tally(entries: Iterable[WasteEntry]) -> Tally:
    found = Tally()
    for entry in entries:
        found.of[entry.flow] += entry.kilograms
        found.sources[entry.flow][entry.source] += entry.kilograms
        found.at_source += entry.kilograms if entry.at_source else 0
        found.estimated[entry.flow] += entry.kilograms if entry.is_estimate else 0
    return found


def remarks(found: Tally) -> list[str]:
    """What somebody should look at again, in words. Nothing of it is refused."""
    told = []
    if found.of[Flow.COLLECTED] and not found.of[Flow.GENERATED]:
        told.append("no_generated")
    if found.of[Flow.GENERATED] and not found.of[Flow.COLLECTED]:
        told.append("no_collected")
    if (found.k5a.percent or 0) > 100:
        told.append("more_collected")
    if (found.k5b.percent or 0) > 100:
        told.append("more_landfilled")
    if any(len(sources) > 1 for sources in found.sources.values()):
        told.append("two_sources")
    return told


def month_of(day: date) -> date:
    return day.replace(day=1)


def last_of(month: date) -> date:
    return month.replace(day=monthrange(month.year, month.month)[1])


def estimated_kilograms(population: int, grams_per_person_day: int, days: int) -> int:
    """Persons × grams a person and day × days, in whole kilograms."""
    return (population * grams_per_person_day * days + 500) // 1000


def check(entry: WasteEntry, today: date) -> None:
    if entry.month > today or (entry.day or entry.month) > today:
        raise EntryRejected("Ngày, tháng này chưa tới.", field="day" if entry.day else "month")
    if entry.month < OLDEST_MONTH:
        raise EntryRejected("Tháng này lâu quá. Xin xem lại năm.", field="month")
    if entry.day and month_of(entry.day) != entry.month:
        raise EntryRejected("Ngày này không thuộc tháng đã chọn.", field="day")
    if entry.at_source and entry.flow not in FATES_AT_SOURCE:
        raise EntryRejected("Chỉ rác xử lý, tái chế hoặc ủ mới ghi là làm tại chỗ.", field="at_source")
    if entry.is_estimate and entry.population is None and not entry.words:
        raise EntryRejected("Số ước tính cần ghi cách tính.", field="words")
    if entry.source is Source.ESTIMATE and not entry.is_estimate:
        raise EntryRejected("Nguồn là ước tính thì dòng này là số ước tính.", field="is_estimate")
    if entry.source is Source.WEIGH_BRIDGE and (not entry.ticket or entry.is_estimate):
        raise EntryRejected("Số cân xe cần số phiếu cân và không phải ước tính.", field="ticket")
    if entry.source is Source.HAMLET and entry.hamlet_id is None:
        raise EntryRejected("Số thôn báo cần chọn thôn.", field="hamlet_id")
