"""Drawing a document from the records, editing it, drawing it anew, striking it out."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session

from api.accounts.rules import Person
from api.core import clock, errors
from api.indicators import periods
from api.indicators.models import PeriodKind, Scheme
from api.indicators.periods import Period
from api.journal import actions as journal
from api.journal import chain
from api.reports import queries, rules
from api.reports.asking import Asked
from api.reports.makers import MAKERS
from api.reports.models import Document
from api.reports.rules import Draft
from api.reports.schemas import NewDocument


class DocumentIdTaken(errors.Conflict):
    code = "document_id_taken"
    says = "Văn bản này đã có với nội dung khác. Xin tải lại trang rồi lập lại."


class SubjectMissing(errors.Rejected):
    code = "document_subject_missing"
    says = "Chưa chọn đơn vị hoặc hồ sơ cần lập văn bản."


def draw(session: Session, wish: NewDocument, *, commune: str, by: Person, now: datetime) -> tuple[Document, bool]:
    """Make a draft; True when it is new. Signers and recipients come from the one before of its kind."""
    known = session.get(Document, wish.id)
    if known is not None:
        if known.made_by != by.id or known.kind is not wish.kind or known.subject_id != wish.subject_id:
            raise DocumentIdTaken
        return known, False
    if wish.kind in rules.NEEDS_SUBJECT and wish.subject_id is None:
        raise SubjectMissing(field="subject_id")
    of = _period(wish, clock.day_of(now))
    asked = Asked(of, wish.subject_id, commune, by, now)
    draft, earlier = MAKERS[wish.kind](session, asked), queries.before(session, wish.kind)
    row = Document(
        id=wish.id, kind=wish.kind, subject_id=wish.subject_id, title=draft.title, period_words=of.label,
        first_day=of.first, last_day=of.last, template=draft.template, type_name=draft.type_name, code=draft.code,
        edits=rules.remembered(draft.parts, earlier.edits) if earlier else {}, drawn_at=now, made_by=by.id, made_at=now,
    )  # fmt: skip
    _fill(session, row, draft, now)
    session.add(row)
    _record(session, "document_drawn", row, by=by, now=now, title=row.title)
    return row, True


def edit(
    session: Session, document_id: UUID, wish: Mapping[str, str | None], *, version: int, by: Person, now: datetime
) -> Document:
    """Change texts; what was drawn from the records stays beside them."""
    row = _take(session, document_id, version, by)
    found = rules.edited(row.parts, row.edits, wish)
    if found != row.edits:
        row.edits = found
        _keep(session, "document_edited", row, by=by, now=now, parts=sorted(wish))
    return row


def draw_again(
    session: Session, document_id: UUID, *, commune: str, version: int, by: Person, now: datetime
) -> Document:
    """The same days, as the records say now. Edited texts stay and say where the figures below them have moved."""
    row = _take(session, document_id, version, by)
    of = Period(Scheme.CUSTOM, PeriodKind.CUSTOM, row.first_day, row.last_day, row.period_words)
    _fill(session, row, MAKERS[row.kind](session, Asked(of, row.subject_id, commune, by, now)), now)
    row.drawn_at = now
    return _keep(session, "document_drawn_again", row, by=by, now=now)


def strike_out(session: Session, document_id: UUID, *, version: int, by: Person, now: datetime) -> None:
    row = _take(session, document_id, version, by)
    row.is_void = True
    _keep(session, "document_struck_out", row, by=by, now=now)


def _fill(session: Session, row: Document, draft: Draft, now: datetime) -> None:
    row.parts = [one._asdict() for one in draft.parts]
    row.annexes = [one.as_json() for one in draft.annexes]
    head = chain.newest(session)
    row.sealed = f"{head.position}:{head.hash}, {clock.day_of(now):%d/%m/%Y}" if head else ""


def _period(wish: NewDocument, today: date) -> Period:
    if wish.first or wish.last:
        last = wish.last or today
        return periods.custom(wish.first or last.replace(month=1, day=1), last)
    if wish.kind in (*rules.NEEDS_SUBJECT, *rules.AS_ON_A_DAY):
        return periods.custom(today.replace(month=1, day=1), today)
    if wish.year:
        return periods.period(wish.scheme, wish.period, wish.year, wish.number)
    return periods.newest_closed(wish.scheme, wish.period, today)


def _take(session: Session, document_id: UUID, version: int, by: Person) -> Document:
    row = queries.require(session, document_id, by=by, locked=True)
    if row.version != version:
        raise errors.Stale(current=queries.detail(session, row))
    return row


def _keep(session: Session, verb: str, row: Document, *, by: Person, now: datetime, **detail: object) -> Document:
    row.version += 1
    session.add(row)
    _record(session, verb, row, by=by, now=now, **detail)
    return row


def _record(session: Session, verb: str, row: Document, *, by: Person, now: datetime, **detail: object) -> None:
    journal.record(session, verb, "document", row.id, actor=by.name, actor_id=by.id, now=now, **detail)
