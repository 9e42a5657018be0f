"""The register of equipment in a spreadsheet: what was exported is imported again without a change."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import Session, select

from api.accounts.models import Unit
from api.accounts.rules import Person
from api.collection_points.models import CollectionPoint
from api.core import clock, csv_rows, sheets
from api.core.csv_rows import Cell, Row, Sheet
from api.core.text import fold
from api.equipment import actions, queries
from api.equipment.models import Equipment
from api.equipment.schemas import COLUMNS, CONDITIONS, PLACES, EquipmentRow
from api.places import queries as places
from api.places.schemas import ImportResult, told

LOOKED_UP = ("kind", "point", "hamlet", "unit")
Known = dict[str, dict[str, Any]]  # column -> folded words -> id or code


def export(session: Session) -> bytes:
    """Every thing of the register, as XLSX."""
    kinds = {one.code: one.label for one in queries.kinds(session)}
    points = dict(session.exec(select(CollectionPoint.id, CollectionPoint.code)).all())
    hamlets = {one.id: one.code for one in places.every(session)}
    units = dict(session.exec(select(Unit.id, Unit.code)).all())
    rows = (_cells(item, kinds, points, hamlets, units) for item in queries.every(session))
    return sheets.workbook("Thiết bị, phương tiện", COLUMNS, rows)


def take_over(session: Session, data: bytes, *, is_dry_run: bool, by: Person, now: datetime) -> ImportResult:
    """Every good row goes in, every bad cell is named. A dry run says the same and writes nothing."""
    sheet = csv_rows.read(sheets.as_csv(data), COLUMNS, EquipmentRow)
    known = _known(session, sheet, now=now)
    values_of = {row.number: _values(sheet, row, known) for row in sheet.rows}
    _blame_broken(sheet, known)
    _refuse_doubles(sheet)
    there, created, updated = {item.code: item for item in queries.every(session)}, 0, 0
    for row in sheet.good:
        item, values = there.get(row.value.code), values_of[row.number]
        if item is None:
            created += 1
            if not is_dry_run:
                new = Equipment(id=uuid4(), created_at=now, **values)
                actions.insert(session, new, by=by, now=now, source="sheet")
        elif is_dry_run:
            updated += any(getattr(item, name) != value for name, value in values.items())
        else:
            updated += actions.apply(session, item, values, by=by, now=now, source="sheet")
    faults = sorted(sheet.faults, key=lambda fault: fault.row)
    return ImportResult(
        rows=sheet.count, created=created, updated=updated, errors=told(faults), remarks=told(sheet.remarks)
    )


def _cells(
    item: Equipment, kinds: dict[str, str], points: dict[UUID, str], hamlets: dict[UUID, str], units: dict[UUID, str]
) -> list[Cell]:
    """In the order of COLUMNS."""
    return [
        item.code, item.name, kinds[item.kind], item.count, item.volume, CONDITIONS[item.condition],
        PLACES[item.place_kind], points.get(item.point_id, "") if item.point_id else "",
        hamlets.get(item.hamlet_id, "") if item.hamlet_id else "", item.place_words,
        units.get(item.unit_id, "") if item.unit_id else "", item.purchase_year, item.cost_vnd, item.funding_source,
        item.note,
    ]  # fmt: skip


def _known(session: Session, sheet: Sheet[EquipmentRow], *, now: datetime) -> Known:
    """What each word of the looked-up columns stands for: codes and names, with or without diacritics."""
    written = {row.value.hamlet for row in sheet.rows} | {cells.get("hamlet", "") for _, cells in sheet.broken}
    codes, today = places.by_code(session), clock.day_of(now)
    hamlets = {words: codes.get(words.upper()) or places.matching_name(session, words, today) for words in written}
    return {
        "kind": {fold(words): one.code for one in queries.kinds(session) for words in (one.code, one.label)},
        "point": {fold(one.code): one.id for one in session.exec(select(CollectionPoint))},
        "unit": {fold(words): one.id for one in session.exec(select(Unit)) for words in (one.code, one.name)},
        "hamlet": {fold(words): hamlet.id for words, hamlet in hamlets.items() if hamlet and words},
    }


def _values(sheet: Sheet[EquipmentRow], row: Row[EquipmentRow], known: Known) -> dict[str, Any]:
    """Column → value of any kind, for the columns that the file has; names each cell that only looks right."""
    values = {name: getattr(row.value, name) for name in sheet.headings if name not in LOOKED_UP}
    for column in LOOKED_UP:
        if column not in sheet.headings:
            continue
        words = getattr(row.value, column)
        values[column if column == "kind" else f"{column}_id"] = known[column].get(fold(words))
        if words and fold(words) not in known[column]:
            sheet.refuse(row, column, _unknown(column, words))
    return values


def _blame_broken(sheet: Sheet[EquipmentRow], known: Known) -> None:
    """A row with one bad cell hears of its others in the same trial."""
    for number, cells in sheet.broken:
        for column in LOOKED_UP:
            words = cells.get(column, "")
            if words and fold(words) not in known[column]:
                sheet.blame(number, column, _unknown(column, words))


def _refuse_doubles(sheet: Sheet[EquipmentRow]) -> None:
    first: dict[str, int] = {}
    for row in sheet.rows:
        if row.value.code in first:
            sheet.refuse(row, "code", f"Mã này đã có ở dòng {first[row.value.code]}.")
        first.setdefault(row.value.code, row.number)


def _unknown(column: str, words: str) -> str:
    named = {"kind": "loại thiết bị", "point": "điểm tập kết", "hamlet": "thôn", "unit": "đơn vị"}[column]
    return f"Không có {named} “{words[:60]}”."
