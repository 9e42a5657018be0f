"""The figures once more, by hand: no SQL grouping, no running sums, only lists of stays that are filtered."""

import math
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

from sqlmodel import Session, select

from api.complaints import queries as complaints
from api.complaints.models import Complaint, Status
from api.complaints.rules import STEPS
from api.core import clock
from api.statistics.rules import Event
from api.worktime.rules import Calendar

S = Status
CALENDAR = Calendar()


@dataclass
class Stay:
    state: Status
    start: datetime
    end: datetime
    following: Status
    holder: UUID | None

    @property
    def minutes(self) -> float:
        return CALENDAR.worked_between(self.start, self.end).total_seconds() / 60


def stays(received_at: datetime, events: list[Event]) -> list[Stay]:
    states = [S.SUBMITTED, *(event.to for event in events)]
    times = [received_at, *(event.at for event in events)]
    found = []
    for place, event in enumerate(events):
        holders = [one.unit_id for one in events[:place] if one.unit_id]
        holder = holders[-1] if holders else None
        found.append(Stay(states[place], times[place], event.at, event.to, holder))
    return found


def step_minutes(received_at: datetime, events: list[Event], step: str) -> int | None:
    """All stays in the step, if it was ever left for another step or an end that is an answer."""
    own = [stay for stay in stays(received_at, events) if STEPS[stay.state] == step]
    aside = {S.NEED_INFO, S.REJECTED, S.MERGED, S.TRANSFERRED_OUT}
    is_left = any(STEPS[stay.following] != step and stay.following not in aside for stay in own)
    return round(sum(stay.minutes for stay in own)) if is_left else None


def last_reply(events: list[Event]) -> datetime | None:
    reopened = max((place for place, event in enumerate(events) if event.to is S.REOPENED), default=-1)
    replies = [event.at for event in events[reopened + 1 :] if event.to is S.REPLIED]
    return replies[-1] if replies else None


def whole_minutes(received_at: datetime, events: list[Event]) -> int | None:
    end = last_reply(events)
    if end is None:
        return None
    waits = [stay for stay in stays(received_at, events) if stay.state is S.NEED_INFO and stay.end <= end]
    worked = CALENDAR.worked_between(received_at, end).total_seconds() / 60
    return round(worked - sum(wait.minutes for wait in waits))


def outcome(events: list[Event]) -> str:
    last = events[-1].to if events else S.SUBMITTED
    aside = {S.REJECTED: "rejected", S.MERGED: "merged", S.TRANSFERRED_OUT: "transferred"}
    if last in aside:
        return aside[last]
    reopened = max((place for place, event in enumerate(events) if event.to is S.REOPENED), default=-1)
    resolutions = [event for event in events[reopened + 1 :] if event.to is S.RESOLVED]
    if resolutions:
        return "done" if resolutions[-1].after_photos else "unproven"
    return "transferred" if last is S.CLOSED else "open"


def held_minutes(received_at: datetime, events: list[Event], unit_id: UUID) -> int:
    at_work = {S.ASSIGNED, S.VERIFYING, S.PROCESSING}
    own = [one for one in stays(received_at, events) if one.holder == unit_id and one.state in at_work]
    return round(sum(stay.minutes for stay in own))


def reopened_by(events: list[Event], unit_id: UUID) -> int:
    """Resolutions of this unit that were followed by a reopening."""
    count = 0
    for place, event in enumerate(events):
        if event.to is S.RESOLVED:
            after = [one.to for one in events[place + 1 :] if one.to in (S.RESOLVED, S.REOPENED)]
            holder = [one.unit_id for one in events[:place] if one.unit_id][-1]
            count += bool(after and after[0] is S.REOPENED and holder == unit_id)
    return count


def changes_of_holder(events: list[Event]) -> int:
    holders = [event.unit_id for event in events if event.unit_id]
    return sum(a != b for a, b in pairwise(holders))


def percentile(values: list[int], share: float) -> float | None:
    """Nearest rank, in hours."""
    return round(sorted(values)[math.ceil(share * len(values)) - 1] / 60, 1) if values else None


def stories(session: Session, units: dict[str, UUID]) -> list[tuple[Complaint, list[Event]]]:
    """Every case with its changes, read entry by entry."""
    found = []
    for complaint in session.exec(select(Complaint)):
        entries = complaints.lasting(complaints.journal.about(session, complaints.SUBJECT, complaint.id))
        events = [
            Event(
                entry.at,
                Status(entry.detail["to"]),
                units[entry.detail["unit"]] if entry.detail["to"] == S.ASSIGNED else None,
                entry.detail.get("after_photos", 0),
            )
            for entry in entries
            if "to" in entry.detail
        ]
        found.append((complaint, events))
    return found


def recounted(session: Session, units: dict[str, UUID], now: datetime) -> dict[str, Any]:
    """What the room must say of all cases."""
    told = stories(session, units)
    outcomes = Counter(outcome(events) for _, events in told)
    replied = [(case, last_reply(events)) for case, events in told if last_reply(events)]
    on_time = [case for case, at in replied if at and case.answer_due_at and at <= case.answer_due_at]
    overdue = [
        case for case, _ in told
        if case.is_open and case.status is not S.NEED_INFO and case.answer_due_at and case.answer_due_at <= now
    ]  # fmt: skip
    steps = {}
    for step in ("receive", "assign", "verify", "resolve", "reply"):
        steps[step] = [m for case, events in told if (m := step_minutes(case.received_at, events, step)) is not None]
    steps["whole"] = [m for case, events in told if (m := whole_minutes(case.received_at, events)) is not None]
    return {
        "total": len(told),
        "outcomes": outcomes,
        "overdue": len(overdue),
        "on_time": (len(on_time), len(replied) + len(overdue)),
        "reopened": sum(any(event.to is S.REOPENED for event in events) for _, events in told),
        "handed_over": sum(changes_of_holder(events) > 0 for _, events in told),
        "days": Counter(clock.day_of(case.received_at) for case, _ in told),
        "steps": {s: (len(v), percentile(v, 0.5), percentile(v, 0.9)) for s, v in steps.items()},
        "held": {
            unit_id: sum(any(event.unit_id == unit_id for event in events) for _, events in told)
            for unit_id in units.values()
        },
        "blamed": {unit_id: sum(reopened_by(events, unit_id) for _, events in told) for unit_id in units.values()},
    }
