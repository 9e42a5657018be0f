"""The register in a spreadsheet: what was exported is imported again without a change."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import Session, col

from api.accounts.rules import Person
from api.collection_points import actions, queries, rules
from api.collection_points.models import CollectionPoint, WasteClass
from api.collection_points.schemas import (
    CLASS_LABELS,
    COLUMNS,
    KIND_LABELS,
    PLACE_LABELS,
    STATE_LABELS,
    Pickup,
    PointRow,
    stored,
)
from api.core import clock, csv_rows, sheets
from api.core.csv_rows import Row, Sheet
from api.places import queries as places
from api.places.schemas import ImportResult, told

NO_HAMLET = "Không có thôn mang mã hoặc tên này, hoặc có hai thôn trùng tên (xin ghi mã)."
WEEKS = ("schedule", "opening_hours")  # columns with a week in words
PointSheet = Sheet[PointRow]
PointLine = Row[PointRow]


def take_over(session: Session, data: bytes, *, is_dry_run: bool, by: Person, now: datetime) -> ImportResult:
    """Every good row goes in, every bad cell is named. A dry run says the same and writes nothing."""
    sheet = csv_rows.read(sheets.as_csv(data), COLUMNS, PointRow)
    known = queries.by_code(session)
    written = {row.value.hamlet for row in sheet.rows} | {cells.get("hamlet", "") for _, cells in sheet.broken}
    hamlets = _hamlet_ids(session, written, now=now)
    values_of = {row.number: _values(sheet, row, hamlets, now) for row in sheet.rows}
    _check_broken(sheet, hamlets)
    _check_codes(sheet)
    created = updated = 0
    for row in sheet.good:
        values = values_of[row.number]
        point = known.get(row.value.code)
        if point is None:
            created += 1
            if not is_dry_run:
                point = CollectionPoint(id=uuid4(), created_at=now, **({"kind": row.value.kind} | values))
                actions.add(session, point, by=by, now=now, source="csv")
        elif is_dry_run:
            updated += any(getattr(point, name) != value for name, value in values.items())
        elif found := actions.apply(session, point, actions.dated(point, values, now)):
            updated += 1
            actions.record(session, "changed", point, by=by, now=now, changes=found, source="csv")
    faults = sorted(sheet.faults, key=lambda fault: fault.row)
    return ImportResult(
        rows=sheet.count, created=created, updated=updated, errors=told(faults), remarks=told(sheet.remarks)
    )


def export(session: Session, wish: queries.Filter) -> str:
    """The register as a file that spreadsheets open with Vietnamese intact."""
    codes = {hamlet.id: hamlet.code for hamlet in places.every(session)}
    points = session.exec(queries.matching(wish).order_by(col(CollectionPoint.code)))
    return "".join(csv_rows.write(COLUMNS, (_cells(point, codes) for point in points)))


def _cells(point: CollectionPoint, codes: dict[UUID, str]) -> list[csv_rows.Cell]:
    """In the order of COLUMNS."""
    schedule = [Pickup.model_validate(entry) for entry in point.schedule]
    opening = [Pickup.model_validate(entry) for entry in point.opening_hours]
    return [
        point.code, point.name, KIND_LABELS[point.kind], codes.get(point.hamlet_id, "") if point.hamlet_id else "",
        point.latitude, point.longitude, point.place_words, rules.schedule_words(schedule),
        rules.schedule_words(opening), point.households_served,
        PLACE_LABELS[point.place_kind] if point.place_kind else "", point.area_m2, point.capacity_m3,
        "; ".join(CLASS_LABELS[WasteClass(one)] for one in point.accepts), point.crew,
        _day(point.opened_on), point.contact, point.note, STATE_LABELS[point.state], _day(point.state_since),
        point.state_why,
    ]  # fmt: skip


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _values(sheet: PointSheet, row: PointLine, hamlets: dict[str, UUID | None], now: datetime) -> dict[str, Any]:
    """Column -> value of any kind, for the columns that the file has; names each cell that only looks right."""
    values = {name: getattr(row.value, name) for name in sheet.headings if name not in ("hamlet", *WEEKS)}
    if (row.value.latitude is None) != (row.value.longitude is None):
        missing = "latitude" if row.value.latitude is None else "longitude"
        sheet.refuse(row, missing, "Tọa độ cần đủ vĩ độ và kinh độ.")
    if row.value.state_since is not None and row.value.state_since > clock.day_of(now):
        sheet.refuse(row, "state_since", rules.StateInTheFuture.says)
    for name in WEEKS:
        if name in sheet.headings:
            try:
                values[name] = stored(_week(name, getattr(row.value, name)))
            except (rules.ScheduleRejected, rules.HoursRejected) as fault:
                sheet.refuse(row, name, fault.sentence)
    if "hamlet" in sheet.headings:
        values["hamlet_id"] = hamlets[row.value.hamlet]
        if row.value.hamlet and values["hamlet_id"] is None:
            sheet.refuse(row, "hamlet", NO_HAMLET)
    return values


def _week(name: str, words: str) -> list[Pickup]:
    found = rules.parse_schedule(words)
    return rules.check_hours(found) if name == "opening_hours" else found


def _check_broken(sheet: PointSheet, hamlets: dict[str, UUID | None]) -> None:
    """A row with a bad cell hears of its hamlet and its schedule in the same trial, not only in the next."""
    for number, cells in sheet.broken:
        if cells.get("hamlet") and hamlets[cells["hamlet"]] is None:
            sheet.blame(number, "hamlet", NO_HAMLET)
        for name in WEEKS:
            try:
                _week(name, cells.get(name, ""))
            except (rules.ScheduleRejected, rules.HoursRejected) as fault:
                sheet.blame(number, name, fault.sentence)


def _hamlet_ids(session: Session, written: set[str], *, now: datetime) -> dict[str, UUID | None]:
    """What is written in the cells -> the hamlet of that code, else of that name today; None if there is no such."""
    by_code, today = places.by_code(session), clock.day_of(now)
    found = {
        words: by_code.get(words.upper()) or places.matching_name(session, words, today) for words in written if words
    }
    return {"": None} | {words: hamlet.id if hamlet else None for words, hamlet in found.items()}


def _check_codes(sheet: PointSheet) -> None:
    first: dict[str, int] = {}
    for row in sheet.rows:
        if row.value.code in first:
            sheet.refuse(row, "code", f"Mã này đã có ở dòng {first[row.value.code]}.")
        first.setdefault(row.value.code, row.number)
