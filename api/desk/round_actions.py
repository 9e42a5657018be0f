"""Making a field round, and marking on the way: begun, visited, finished."""

from datetime import datetime

from sqlmodel import Session

from api.accounts.rules import Person
from api.core import clock, errors
from api.core.settings import Settings
from api.desk import round_queries, round_rules
from api.desk.models import FieldRound, RoundStop
from api.desk.round_schemas import Mark, NewRound
from api.journal import actions as journal
from api.places.rules import Point

SUBJECT = "field_round"


class RoundIdTaken(errors.Conflict):
    code = "round_id_taken"
    says = "Mã định danh này đã dùng cho một tuyến khác."


def add(session: Session, new: NewRound, settings: Settings, *, by: Person, now: datetime) -> tuple[FieldRound, bool]:
    """(the round with its stops in the order of the way, True); (the one that stands, False) when sent before."""
    known = session.get(FieldRound, new.id)
    if known is not None:
        if known.account_id != by.id:
            raise RoundIdTaken
        return known, False
    cases = round_queries.readable(session, new.cases, by=by)
    start = Point(settings.map_latitude, settings.map_longitude)
    if new.lat is not None and new.lon is not None:
        start = Point(new.lat, new.lon)
    placed = [(case, Point(case.latitude, case.longitude)) for case in cases if case.latitude and case.longitude]
    placed = [placed[at] for at in round_rules.route(start, [point for _, point in placed])]
    metres = round_rules.length_m(start, [point for _, point in placed])
    ordered = [case for case, _ in placed] + [case for case in cases if not (case.latitude and case.longitude)]
    made = FieldRound(
        id=new.id, account_id=by.id, title=new.title or f"Đi thực tế {clock.day_of(now):%d/%m/%Y}",
        latitude=start.lat, longitude=start.lon, metres=metres, created_at=now,
    )  # fmt: skip
    session.add(made)
    session.flush()
    session.add_all(RoundStop(round_id=made.id, complaint_id=case.id, position=at) for at, case in enumerate(ordered))
    _write(session, "round_made", made, by, now, cases=[case.code for case in ordered])
    session.flush()
    return made, True


def mark(session: Session, found: FieldRound, what: Mark, at: datetime, *, by: Person, now: datetime) -> None:
    """The first mark stands; sent again it changes nothing. A phone's clock may not run ahead of ours."""
    moment = min(at, now)
    if what == "start":
        thing, name = found, "started_at"
    elif what == "finish":
        thing, name = found, "finished_at"
    else:
        thing, name = round_queries.stop_of(session, found.id, what), "visited_at"  # type: ignore[assignment]
    if getattr(thing, name) is None:
        setattr(thing, name, moment)
        session.add(thing)
        _write(session, f"round_{name}", found, by, now, at=moment.isoformat(), mark=str(what))


def _write(session: Session, verb: str, found: FieldRound, by: Person, now: datetime, **detail: object) -> None:
    journal.record(session, verb, SUBJECT, found.id, actor=by.name, actor_id=by.id, now=now, **detail)
