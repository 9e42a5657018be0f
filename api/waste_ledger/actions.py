"""Writing in the ledger."""

from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from sqlmodel import Session

from api.accounts.rules import Person
from api.core import clock, entries
from api.core.text import fold
from api.journal import actions as journal
from api.places import queries as places
from api.waste_ledger import queries, rules
from api.waste_ledger.models import Flow, Source, WasteEntry, WasteRate
from api.waste_ledger.schemas import NewRate, NewWasteEntry, first_day

FIRST_RATE = uuid5(NAMESPACE_URL, "waste_rate:first")


def record(session: Session, wish: NewWasteEntry, *, by: Person, now: datetime) -> tuple[WasteEntry, bool]:
    """The entry, and whether it is new. An estimate from the population takes the rate of its month, once."""
    entry = _entry(session, wish, by, now)
    known = session.get(WasteEntry, entry.id)
    if known is None:
        rules.check(entry, clock.day_of(now))
        if entry.hamlet_id:
            places.require(session, entry.hamlet_id)
        _check_not_twice(session, entry)
    elif known.rate_id is not None:  # the rate may have changed since; what it was reckoned with stays
        entry.rate_id, entry.grams_per_person_day, entry.kilograms = (
            known.rate_id, known.grams_per_person_day, known.kilograms,
        )  # fmt: skip
    entry, is_new = entries.enter(session, entry)
    if is_new:
        note(session, entry, by=by, now=now)
    return entry, is_new


def add(session: Session, entry: WasteEntry, *, by: Person, now: datetime, **detail: Any) -> None:
    """One that has been checked, from a file. `detail`: any JSON value."""
    entries.enter(session, entry)
    note(session, entry, by=by, now=now, **detail)


def set_rate(session: Session, wish: NewRate, *, by: Person, now: datetime) -> tuple[WasteRate, bool]:
    rate = WasteRate(
        id=wish.id, grams_per_person_day=round(wish.kg_per_person_day * 1000), valid_from=wish.valid_from,
        source=wish.source, made_by=by.id, received_at=now,
    )  # fmt: skip
    rate, is_new = entries.enter(session, rate)
    if is_new:
        journal.record(
            session, "set", "waste_rate", rate.id, actor=by.name, actor_id=by.id, now=now,
            grams_per_person_day=rate.grams_per_person_day, valid_from=rate.valid_from.isoformat(), source=rate.source,
        )  # fmt: skip
    return rate, is_new


def seed(session: Session) -> None:
    """A new installation begins with a usual rate; the commune puts the city's in its place."""
    if session.get(WasteRate, FIRST_RATE) is None:
        session.add(
            WasteRate(
                id=FIRST_RATE, grams_per_person_day=500, valid_from=rules.OLDEST_MONTH,
                received_at=clock.start_of(rules.OLDEST_MONTH),
                source="Mức ước tính ban đầu của phần mềm cho khu vực nông thôn; chưa có văn bản, xã kiểm tra rồi sửa",
            )
        )  # fmt: skip


def note(session: Session, entry: WasteEntry, *, by: Person, now: datetime, **detail: Any) -> None:
    """`detail`: any JSON value."""
    journal.record(
        session, "corrected" if entry.replaces_id else "recorded", "waste_entry", entry.id, actor=by.name,
        actor_id=by.id, now=now, month=f"{entry.month:%Y-%m}", flow=entry.flow.value, kilograms=entry.kilograms,
        replaces_id=str(entry.replaces_id) if entry.replaces_id else None, **detail,
    )  # fmt: skip


def _entry(session: Session, wish: NewWasteEntry, by: Person, now: datetime) -> WasteEntry:
    month = first_day(wish.month)
    values = wish.model_dump(exclude={"month", "tonnes"})
    entry = WasteEntry(**values, month=month, kilograms=0, made_by=by.id, received_at=now)
    if wish.population is not None:
        return _reckoned(session, entry, wish)
    if wish.tonnes is None:
        raise rules.EntryRejected("Xin ghi số tấn.", field="tonnes")
    entry.kilograms = round(wish.tonnes * 1000)
    return entry


def _reckoned(session: Session, entry: WasteEntry, wish: NewWasteEntry) -> WasteEntry:
    """What arose in a month: persons × the rate of that month × its days."""
    if wish.flow is not Flow.GENERATED or wish.source is not Source.ESTIMATE or wish.tonnes is not None or wish.day:
        raise rules.EntryRejected("Tính theo dân số chỉ dùng cho lượng phát sinh của cả tháng.", field="population")
    last = rules.last_of(entry.month)
    rate = queries.rate_on(session, last)
    if rate is None:
        raise rules.EntryRejected("Chưa có mức phát sinh cho tháng này. Xin nhập mức trước.", field="month")
    entry.is_estimate = True
    entry.rate_id, entry.grams_per_person_day, entry.days = rate.id, rate.grams_per_person_day, last.day
    entry.kilograms = rules.estimated_kilograms(wish.population or 0, rate.grams_per_person_day, last.day)
    return entry


def _check_not_twice(session: Session, entry: WasteEntry) -> None:
    """The same ticket, or the same month estimated twice; what this entry corrects does not count."""
    if entry.ticket:
        for other in queries.with_ticket(session, entry.ticket, entry.flow):
            if other.id != entry.replaces_id and fold(other.facility) == fold(entry.facility):
                raise rules.TicketKnown(field="ticket", existing_id=str(other.id))
    if entry.population is not None:
        for other in queries.estimates_of(session, entry.month):
            is_same_place = other.hamlet_id == entry.hamlet_id or None in (other.hamlet_id, entry.hamlet_id)
            if other.id != entry.replaces_id and is_same_place:
                raise rules.EstimateKnown(field="month", existing_id=str(other.id))
