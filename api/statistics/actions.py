"""Keeping the figures true: cases whose journal has grown are added up anew."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.accounts.models import Unit
from api.complaints import queries as complaints
from api.complaints.models import Status
from api.journal.models import Entry
from api.statistics import queries, rules
from api.statistics.models import CaseFigures, UnitFigures
from api.statistics.rules import Event, Meter, Story
from api.worktime import queries as worktime

BATCH = 500


def refresh(session: Session, *, most: int = BATCH) -> int:
    """Add up to `most` cases anew that have changed since; returns how many. 0: every figure is as of now."""
    edition = worktime.edition(session)
    stale = session.execute(queries.stale(edition).limit(most)).all()
    if not stale:
        return 0
    ids = [complaint_id for complaint_id, *_ in stale]
    for table in (UnitFigures, CaseFigures):
        session.execute(sa.delete(table).where(col(table.complaint_id).in_(ids)))
    meter, journal = Meter(worktime.calendar(session)), dict(_events(session, ids))
    cases: list[dict[str, Any]] = []
    parts: list[dict[str, Any]] = []
    for complaint_id, version, received_at in stale:
        told = rules.story(received_at, journal.get(complaint_id, []), meter)
        cases.append({"complaint_id": complaint_id, "version": version, "edition": edition} | _case_row(told))
        parts += _unit_rows(complaint_id, told)
    session.execute(sa.insert(CaseFigures), cases)
    if parts:
        session.execute(sa.insert(UnitFigures), parts)
    return len(stale)


def _events(session: Session, ids: Iterable[UUID]) -> Iterator[tuple[UUID, list[Event]]]:
    """Each case's changes of state that stand, oldest first."""
    units = {unit.name: unit.id for unit in session.exec(select(Unit))}
    statement = (
        select(Entry)
        .where(Entry.subject_kind == complaints.SUBJECT, col(Entry.subject_id).in_(list(ids)))
        .order_by(col(Entry.subject_id), col(Entry.id))
    )
    for complaint_id, entries in groupby(session.exec(statement), key=lambda entry: entry.subject_id):
        if complaint_id:
            standing = complaints.lasting(list(entries))
            yield complaint_id, [_event(entry, units) for entry in standing if entry.detail.get("to")]


def _event(entry: Entry, units: dict[str, UUID]) -> Event:
    """The journal names a unit by its id; entries from before that, by its name."""
    detail, to = entry.detail, Status(entry.detail["to"])
    unit_id = None
    if to is Status.ASSIGNED:
        unit_id = UUID(detail["unit_id"]) if detail.get("unit_id") else units.get(detail.get("unit", ""))
    return Event(entry.at, to, unit_id, int(detail.get("after_photos") or 0))


def _case_row(told: Story) -> dict[str, Any]:
    """Columns of CaseFigures, of any type."""
    return {
        "outcome": told.outcome,
        **{f"{step}_minutes": round(told.steps[step]) if step in told.finished else None for step in rules.STEP_NAMES},
        "whole_minutes": None if told.whole is None else round(told.whole),
        "answered_at": told.answered_at,
        "was_resolved": told.was_resolved,
        "reopened": told.reopened,
        "handovers": told.handovers,
    }


def _unit_rows(complaint_id: UUID, told: Story) -> Iterator[dict[str, Any]]:
    """Columns of UnitFigures, of any type."""
    for unit_id, part in told.units.items():
        yield {
            "complaint_id": complaint_id,
            "unit_id": unit_id,
            "held_minutes": round(part.held),
            "is_holder": part.is_holder,
            "has_resolved": part.has_resolved,
            "reopened": part.reopened,
            "handed_on": part.handed_on,
        }


def refresh_all(session: Session) -> int:
    """For commands and tests: until nothing is stale."""
    total = 0
    while done := refresh(session):
        total += done
    return total
