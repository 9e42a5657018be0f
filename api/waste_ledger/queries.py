"""Questions about the ledger; K5a and K5b of any period, and as they were known at any moment."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.core import entries
from api.places import queries as places
from api.waste_ledger import rules
from api.waste_ledger.models import Flow, WasteEntry, WasteRate
from api.waste_ledger.rules import Ratio, Tally
from api.waste_ledger.schemas import (
    FlowSum,
    Ledger,
    MonthShape,
    RateShape,
    RatioShape,
    SourceSum,
    SumShape,
    WasteEntryShape,
)


def entries_between(
    session: Session, first: date, last: date, *, known_at: datetime | None = None
) -> Sequence[WasteEntry]:
    """Those that stand: of days within, and of months that the period touches."""
    of_days = sa.and_(col(WasteEntry.day) >= first, col(WasteEntry.day) <= last)
    of_months = sa.and_(
        col(WasteEntry.day).is_(None),
        col(WasteEntry.month) >= rules.month_of(first),
        col(WasteEntry.month) <= last,
    )
    statement = (
        entries.standing(WasteEntry, known_at=known_at)
        .where(sa.or_(of_days, of_months))
        .order_by(col(WasteEntry.month), col(WasteEntry.day), col(WasteEntry.received_at), col(WasteEntry.id))
    )
    return session.exec(statement).all()


def k5a_between(session: Session, first: date, last: date, *, known_at: datetime | None = None) -> Ratio:
    """Kilograms collected or dealt with at the source, of kilograms that arose."""
    return rules.tally(entries_between(session, first, last, known_at=known_at)).k5a


def k5b_between(session: Session, first: date, last: date, *, known_at: datetime | None = None) -> Ratio:
    """Kilograms directly landfilled, of kilograms collected; a ceiling."""
    return rules.tally(entries_between(session, first, last, known_at=known_at)).k5b


def k5a_on(session: Session, day: date, *, known_at: datetime | None = None) -> Ratio:
    """Of the year so far."""
    return k5a_between(session, date(day.year, 1, 1), day, known_at=known_at)


def k5b_on(session: Session, day: date, *, known_at: datetime | None = None) -> Ratio:
    """Of the year so far."""
    return k5b_between(session, date(day.year, 1, 1), day, known_at=known_at)


def rate_on(session: Session, day: date) -> WasteRate | None:
    statement = (
        entries.standing(WasteRate)
        .where(col(WasteRate.valid_from) <= day)
        .order_by(col(WasteRate.valid_from).desc(), col(WasteRate.received_at).desc())
    )
    return session.exec(statement).first()


def with_ticket(session: Session, ticket: str, flow: Flow) -> Sequence[WasteEntry]:
    statement = entries.standing(WasteEntry).where(col(WasteEntry.ticket) == ticket, col(WasteEntry.flow) == flow)
    return session.exec(statement).all()


def with_tickets(session: Session) -> Sequence[WasteEntry]:
    return session.exec(entries.standing(WasteEntry).where(col(WasteEntry.ticket) != "")).all()


def estimates_of(session: Session, month: date) -> Sequence[WasteEntry]:
    """Of what arose in that whole month, from the population."""
    statement = entries.standing(WasteEntry).where(
        col(WasteEntry.month) == month, col(WasteEntry.flow) == Flow.GENERATED, col(WasteEntry.population).is_not(None)
    )
    return session.exec(statement).all()


def ledger(session: Session, first: date, last: date, *, known_at: datetime | None = None) -> Ledger:
    """Each month from `first` to `last`, also those without entries."""
    found = entries_between(session, first, rules.last_of(last), known_at=known_at)
    by_month: dict[date, list[WasteEntry]] = defaultdict(list)
    for entry in found:
        by_month[entry.month].append(entry)
    months = []
    for month in _months(first, last):
        own = by_month[month]
        shape = _sum(rules.tally(own), own)
        months.append(MonthShape(month=f"{month:%Y-%m}", entries=len(own), **dict(shape)))
    rate = rate_on(session, rules.last_of(last))
    return Ledger(
        months=months,
        total=_sum(rules.tally(found), found),
        population=sum(hamlet.population or 0 for hamlet in places.valid_on(session, last)),
        rate=rate_shape(rate) if rate else None,
    )


def listed(session: Session, month: date) -> list[WasteEntryShape]:
    """Every line of a month, replaced ones too."""
    statement = (
        select(WasteEntry)
        .where(col(WasteEntry.month) == month)
        .order_by(col(WasteEntry.flow), col(WasteEntry.day), col(WasteEntry.received_at), col(WasteEntry.id))
    )
    found = session.exec(statement).all()
    replaced = set(session.exec(select(WasteEntry.replaces_id).where(col(WasteEntry.replaces_id).is_not(None))))
    names = places.names(session)
    return [shape(entry, names, is_replaced=entry.id in replaced) for entry in found]


def shape(entry: WasteEntry, names: dict[UUID, str], *, is_replaced: bool = False) -> WasteEntryShape:
    grams = entry.grams_per_person_day
    return WasteEntryShape(
        **entry.model_dump(include=set(WasteEntryShape.model_fields) - {"month"}),
        month=f"{entry.month:%Y-%m}",
        tonnes=entry.kilograms / 1000,
        kg_per_person_day=grams / 1000 if grams else None,
        hamlet_name=names.get(entry.hamlet_id) if entry.hamlet_id else None,
        is_replaced=is_replaced,
    )


def rate_shape(rate: WasteRate) -> RateShape:
    return RateShape(
        id=rate.id, kg_per_person_day=rate.grams_per_person_day / 1000, valid_from=rate.valid_from, source=rate.source
    )


def _months(first: date, last: date) -> list[date]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return [date(first.year + (first.month - 1 + at) // 12, (first.month - 1 + at) % 12 + 1, 1) for at in range(count)]


def _sum(found: Tally, own: Iterable[WasteEntry]) -> SumShape:
    counted = Counter(entry.flow for entry in own)
    flows = [
        FlowSum(
            flow=flow,
            tonnes=found.of[flow] / 1000,
            estimated=found.estimated[flow] / 1000,
            sources=[SourceSum(source=name, tonnes=sum_ / 1000) for name, sum_ in sorted(found.sources[flow].items())],
        )
        for flow in Flow
        if counted[flow]
    ]
    return SumShape(
        flows=flows,
        at_source=found.at_source / 1000,
        k5a=_ratio(found.k5a),
        k5b=_ratio(found.k5b),
        remarks=rules.remarks(found),
    )


def _ratio(ratio: Ratio) -> RatioShape:
    return RatioShape(part=ratio.part / 1000, whole=ratio.whole / 1000, percent=ratio.percent)
