"""Where each indicator gets its figure: one function each, over the dated records of the rooms below."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from sqlmodel import Session

from api.dump_sites import queries as dump_sites
from api.dump_sites.models import SiteKind
from api.hamlet_life import sorting_queries as sorting
from api.hamlet_life.sorting_models import SortingCount
from api.indicators.periods import Period
from api.indicators.rules import Measure, Record

SORTING = "/so-sach/ho-phan-loai"
Provider = Callable[[Session, Period], Measure]


def household_sorting(session: Session, period: Period) -> Measure:
    """K2a: hamlets over the agreed share of sorting households / hamlets, at the end of the period."""
    found = sorting.hamlets_on(session, period.last)
    return counted([Record(one.hamlet.name, one.meets, SORTING, _households(one.newest)) for one in found])


def landfills(session: Session, period: Period) -> Measure:
    """K5c: unsanitary landfills restored / listed, at the end of the period."""
    return _sites(session, SiteKind.UNSANITARY_LANDFILL, period)


def wild_dumps(session: Session, period: Period) -> Measure:
    """K5d: wild dumps closed and restored / listed, at the end of the period."""
    return _sites(session, SiteKind.WILD_DUMP, period)


PROVIDERS: dict[str, Provider] = {"K2a": household_sorting, "K5c": landfills, "K5d": wild_dumps}


def counted(records: Sequence[Record], words: str = "") -> Measure:
    """Those that count / all of them."""
    done = sum(record.counts for record in records)
    return Measure(Decimal(done), Decimal(len(records)), tuple(records), words=words)


def _sites(session: Session, kind: SiteKind, period: Period) -> Measure:
    figure = dump_sites.figure_on(session, kind, period.last)
    records = [
        Record(f"{site.code} {site.name}", site.is_restored, f"/so-sach/bai-rac/{site.id}", site.stage_label)
        for site in figure.sites
    ]
    return counted(records)


def _households(count: SortingCount | None) -> str:
    if count is None:
        return "chưa kiểm đếm"
    return f"{count.sorting}/{count.households} hộ, ngày {count.checked_on:%d/%m/%Y}"
