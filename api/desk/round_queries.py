"""Field rounds: one's own, and one with all its stops."""

from io import BytesIO
from typing import Any
from uuid import UUID

import segno
import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.accounts.models import Account
from api.accounts.permissions import Permission, Reach
from api.accounts.rules import Person
from api.complaints import desk_queries, queries, rules
from api.complaints.models import Category, Complaint, StatusLabel
from api.core import errors
from api.desk.models import FieldRound, RoundStop
from api.desk.round_schemas import RoundBrief, RoundShape
from api.places.models import Hamlet

MOST_LISTED = 20


class RoundNotFound(errors.NotFound):
    code = "round_not_found"
    says = "Không tìm thấy tuyến này."


def require(session: Session, round_id: UUID, *, by: Person) -> FieldRound:
    """Whoever may read every case may read every round; others their own."""
    found = session.get(FieldRound, round_id)
    if found is None or (found.account_id != by.id and by.reach(Permission.READ_COMPLAINTS) is not Reach.ALL):
        raise RoundNotFound
    return found


def latest(session: Session, *, by: Person) -> list[RoundBrief]:
    """One's own last rounds, newest first."""
    visited = sa.func.count(RoundStop.visited_at)  # type: ignore[arg-type]
    statement = (
        sa.select(FieldRound, sa.func.count(), visited)
        .join(RoundStop, col(RoundStop.round_id) == col(FieldRound.id))
        .where(col(FieldRound.account_id) == by.id)
        .group_by(*FieldRound.__table__.columns)  # type: ignore[attr-defined]
        .order_by(col(FieldRound.created_at).desc())
        .limit(MOST_LISTED)
    )
    return [
        RoundBrief(
            id=one.id, title=one.title, stops=stops, visited=seen, created_at=one.created_at,
            started_at=one.started_at, finished_at=one.finished_at,
        )
        for one, stops, seen in session.execute(statement)
    ]  # fmt: skip


def shape(session: Session, found: FieldRound, public_url: str) -> RoundShape:
    maker = session.get_one(Account, found.account_id)
    return RoundShape.model_validate(
        {
            **found.model_dump(include={"id", "title", "metres", "created_at", "started_at", "finished_at"}),
            "made_by": maker.name, "start": {"lat": found.latitude, "lon": found.longitude},
            "stops": [_stop(row, public_url) for row in _stops(session, found.id)],
        }
    )  # fmt: skip


def _stops(session: Session, round_id: UUID) -> list[Any]:
    """Rows of the joined columns, in the order of the route."""
    columns: tuple[Any, ...] = (
        Complaint, col(RoundStop.visited_at), col(Category.label).label("category"),
        col(Hamlet.name).label("hamlet"), col(StatusLabel.label).label("status"),
    )  # fmt: skip
    statement = (
        sa.select(*columns)
        .join(RoundStop, col(RoundStop.complaint_id) == col(Complaint.id))
        .outerjoin(Category, col(Category.code) == col(Complaint.category))
        .outerjoin(Hamlet, col(Hamlet.id) == col(Complaint.hamlet_id))
        .join(StatusLabel, col(StatusLabel.status) == col(Complaint.status))
        .where(col(RoundStop.round_id) == round_id, ~col(Complaint.is_restricted))
        .order_by(col(RoundStop.position))
    )  # fmt: skip
    return list(session.execute(statement))


def _stop(row: Any, public_url: str) -> dict[str, Any]:
    case, visited_at, category, hamlet, status = row
    return {
        "id": case.id, "code": case.code, "title": case.title, "category_label": category, "status": case.status,
        "status_label": status, "tone": rules.TONES[case.status], "priority": case.priority, "hamlet_name": hamlet,
        "place_words": case.place_words, "lat": case.latitude, "lon": case.longitude,
        "thumb": queries.thumb_address(case.cover_key), "visited_at": visited_at,
        "qr_svg": qr(f"{public_url}/ban-lam-viec/{case.id}"),
    }  # fmt: skip


def qr(url: str) -> str:
    """A plain SVG element, no style."""
    out = BytesIO()
    segno.make(url, error="m", micro=False).save(
        out, kind="svg", xmldecl=False, nl=False, omitsize=True, svgclass=None, lineclass=None, light="#fff"
    )
    return out.getvalue().decode()


def readable(session: Session, cases: list[UUID], *, by: Person) -> list[Complaint]:
    """The cases in the order asked for; ComplaintNotFound when one of them is not to be read."""
    return [desk_queries.require_readable(session, key, by=by) for key in dict.fromkeys(cases)]


def stop_of(session: Session, round_id: UUID, complaint_id: UUID) -> RoundStop:
    statement = select(RoundStop).where(RoundStop.round_id == round_id, RoundStop.complaint_id == complaint_id)
    stop = session.exec(statement).first()
    if stop is None:
        raise RoundNotFound
    return stop
