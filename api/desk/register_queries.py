"""The register of received reports of any period, in the order they came."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from api.accounts.models import Unit
from api.accounts.rules import Person
from api.complaints import desk_queries
from api.complaints.models import Category, Complaint, IntakeChannel, Kind, ReporterContact, StatusLabel
from api.core import clock, csv_rows
from api.core.csv_rows import Column
from api.desk.register_schemas import Register, RegisterFilter, RegisterRow
from api.places.models import Hamlet

MOST_ROWS = 1000  # on paper
MOST_LINES = 20_000  # in a file
KINDS = {
    Kind.COMPLAINT: "Vi phạm, ô nhiễm", Kind.DIFFICULTY: "Khó khăn, vướng mắc", Kind.PROPOSAL: "Kiến nghị, góp ý",
}  # fmt: skip
HEADINGS = (
    "TT", "Mã", "Ngày giờ nhận", "Ngày giờ báo", "Kênh", "Số hệ thống khác", "Loại", "Việc", "Nội dung", "Thôn",
    "Địa điểm", "Đơn vị xử lý", "Hạn trả lời", "Trạng thái", "Ngày xử lý xong", "Ngày trả lời", "Kết quả",
)  # fmt: skip


def read(session: Session, narrowed: RegisterFilter, *, by: Person, now: datetime, most: int = MOST_ROWS) -> Register:
    rows = session.execute(_entries(session, narrowed, by, now).limit(most + 1)).mappings().all()
    items = [_row(number, row) for number, row in enumerate(rows[:most], start=1)]
    return Register(items=items, more=len(rows) > most)


def _entries(session: Session, narrowed: RegisterFilter, by: Person, now: datetime) -> sa.Select[Any]:
    """Rows of the joined columns, oldest first."""
    columns: tuple[Any, ...] = (
        Complaint, col(Category.label).label("category"), col(Hamlet.name).label("hamlet"),
        col(Unit.name).label("unit"), col(StatusLabel.label).label("status_label"),
        col(IntakeChannel.label).label("channel"), col(ReporterContact.complaint_id).label("contact"),
    )  # fmt: skip
    statement = (
        sa.select(*columns)
        .select_from(Complaint)
        .outerjoin(Category, col(Category.code) == col(Complaint.category))
        .outerjoin(Hamlet, col(Hamlet.id) == col(Complaint.hamlet_id))
        .outerjoin(Unit, col(Unit.id) == col(Complaint.unit_id))
        .outerjoin(ReporterContact, col(ReporterContact.complaint_id) == col(Complaint.id))
        .join(StatusLabel, col(StatusLabel.status) == col(Complaint.status))
        .join(IntakeChannel, col(IntakeChannel.code) == col(Complaint.channel))
        .where(*received(narrowed))
        .order_by(col(Complaint.received_at), col(Complaint.id))
    )  # fmt: skip
    return desk_queries.matching(session, statement, narrowed, by=by, now=now)


def received(narrowed: RegisterFilter) -> list[sa.ColumnElement[bool]]:
    """Within the days of the period, by the commune's own midnight; and by the channel when one was asked for."""
    start = datetime.combine(narrowed.from_, time.min, clock.VIETNAM)
    end = datetime.combine(narrowed.to + timedelta(days=1), time.min, clock.VIETNAM)
    within = [col(Complaint.received_at) >= start, col(Complaint.received_at) < end]
    return [*within, col(Complaint.channel) == narrowed.channel] if narrowed.channel else within


def contacts(
    session: Session, narrowed: RegisterFilter, *, by: Person, now: datetime
) -> Sequence[tuple[Complaint, ReporterContact]]:
    """The cases of the register whose reporters left a contact, with it, sealed as it is."""
    both: tuple[Any, ...] = (Complaint, ReporterContact)
    statement = (
        sa.select(*both)
        .join(ReporterContact, col(ReporterContact.complaint_id) == col(Complaint.id))
        .where(*received(narrowed))
        .order_by(col(Complaint.received_at), col(Complaint.id))
        .limit(MOST_ROWS)
    )
    found = session.execute(desk_queries.matching(session, statement, narrowed, by=by, now=now))
    return [(complaint, contact) for complaint, contact in found]


def _row(number: int, row: Any) -> RegisterRow:
    case: Complaint = row["Complaint"]
    return RegisterRow(
        number=number, id=case.id, code=case.code, received_at=case.received_at, reported_at=case.reported_at,
        channel_label=row["channel"], external_ref=case.external_ref, type=case.kind, category_label=row["category"],
        words=case.words, hamlet_name=row["hamlet"], place_words=case.place_words,
        has_contact=row["contact"] is not None, unit_name=row["unit"], due_on=_day(case.answer_due_at),
        status=case.status, status_label=row["status_label"], resolved_on=_day(case.resolved_at),
        replied_on=_day(case.replied_at), result=case.reply or case.resolution or case.stop_words,
    )  # fmt: skip


def _day(moment: datetime | None) -> date | None:
    return clock.day_of(moment) if moment else None


def as_csv(session: Session, narrowed: RegisterFilter, *, by: Person, now: datetime) -> str:
    """The register as a spreadsheet, with Vietnamese headings. It names nobody who reported."""
    columns = [Column(str(at), (heading,)) for at, heading in enumerate(HEADINGS)]
    found = read(session, narrowed, by=by, now=now, most=MOST_LINES)
    return "".join(csv_rows.write(columns, (_cells(row) for row in found.items)))


def _cells(row: RegisterRow) -> list[csv_rows.Cell]:
    days = [f"{day:%d/%m/%Y}" if day else "" for day in (row.due_on, row.resolved_on, row.replied_on)]
    return [
        row.number, row.code, _local(row.received_at), _local(row.reported_at), row.channel_label, row.external_ref,
        KINDS.get(row.type, ""), row.category_label, row.words, row.hamlet_name, row.place_words, row.unit_name,
        days[0], row.status_label, days[1], days[2], row.result,
    ]  # fmt: skip


def _local(moment: datetime) -> str:
    return f"{moment.astimezone(clock.VIETNAM):%d/%m/%Y %H:%M}"
