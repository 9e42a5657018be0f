"""Questions about contests."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from api.core import errors
from api.outreach.contest_models import Contest, ContestEntry
from api.outreach.contest_schemas import ContestEntryShape, ContestShape, PublicContest


class ContestNotFound(errors.NotFound):
    code = "contest_not_found"
    says = "Không tìm thấy cuộc thi này."


class EntryElsewhere(errors.Conflict):
    code = "contest_entry_elsewhere"
    says = "Bài này thuộc cuộc thi khác."


def require(session: Session, contest_id: UUID) -> Contest:
    contest = session.get(Contest, contest_id)
    if contest is None:
        raise ContestNotFound
    return contest


def check_entry(session: Session, contest_id: UUID, entry_id: UUID) -> None:
    """An entry stays with its contest."""
    require(session, contest_id)
    entry = session.get(ContestEntry, entry_id)
    if entry is not None and entry.contest_id != contest_id:
        raise EntryElsewhere


def public_on(session: Session, day: date) -> list[PublicContest]:
    """What everybody may know that day; nothing of who takes part but what the results say."""
    rows = [row for row in _rows(session) if not row.is_draft and row.starts_on <= day]
    return [
        PublicContest(
            **row.model_dump(include={"id", "title", "rules_words", "entry_kinds", "starts_on", "ends_on"}),
            result_words=row.result_words if row.results_on and row.results_on <= day else None,
        )
        for row in rows
    ]


def every(session: Session) -> list[ContestShape]:
    entries: defaultdict[UUID, list[ContestEntryShape]] = defaultdict(list)
    for entry in session.exec(select(ContestEntry).order_by(col(ContestEntry.received_on), col(ContestEntry.id))):
        entries[entry.contest_id].append(ContestEntryShape.model_validate(entry))
    return [ContestShape(**row.model_dump(), entries=entries[row.id]) for row in _rows(session)]


def shape(session: Session, row: Contest) -> ContestShape:
    return next(one for one in every(session) if one.id == row.id)


def held_on(session: Session, day: date) -> list[Contest]:
    """Those of the year that had begun by this day: what an indicator counts."""
    return [row for row in _rows(session) if not row.is_draft and date(day.year, 1, 1) <= row.starts_on <= day]


def _rows(session: Session) -> list[Contest]:
    return list(session.exec(select(Contest).order_by(col(Contest.starts_on).desc(), col(Contest.id))))
