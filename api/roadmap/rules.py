"""Totals of a roadmap and what an inspection suggests (pure)."""

from collections.abc import Iterable
from typing import NamedTuple

from api.checklists.models import Verdict
from api.roadmap.models import RoadmapAction, RoadmapRevision

YEARS = (2026, 2027, 2028, 2029, 2030)  # the span of the plan
WEAK_ITEMS = 3  # as many misses and more call for an upgrade rather than a repair


class YearTotal(NamedTuple):
    """`unpriced`: entries that cost something nobody has put in yet."""

    year: int
    entries: int
    cost_vnd: int
    unpriced: int


def totals(rows: Iterable[RoadmapRevision]) -> list[YearTotal]:
    standing = list(rows)
    return [_total(year, [row for row in standing if row.year == year]) for year in YEARS]


def _total(year: int, rows: list[RoadmapRevision]) -> YearTotal:
    priced = [row.cost_vnd for row in rows if row.cost_vnd is not None]
    free = sum(row.cost_vnd is None and row.action is RoadmapAction.KEEP for row in rows)
    return YearTotal(year, len(rows), sum(priced), len(rows) - len(priced) - free)


def suggested(verdict: Verdict | None, misses: int) -> RoadmapAction | None:
    """What the last inspection speaks for; None while nobody has looked."""
    if verdict is None:
        return None
    if verdict is Verdict.COMPLIANT:
        return RoadmapAction.KEEP
    return RoadmapAction.UPGRADE if misses >= WEAK_ITEMS else RoadmapAction.REPAIR
