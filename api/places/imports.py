"""Taking over the commune's list of hamlets from a spreadsheet: twice the same file changes nothing."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import Session

from api.accounts.rules import Person
from api.core import csv_rows
from api.core.csv_rows import Row, Sheet
from api.places import actions, queries, rules
from api.places.models import Hamlet
from api.places.schemas import COLUMNS, HamletRow, ImportResult, told

HamletSheet = Sheet[HamletRow]
HamletLine = Row[HamletRow]


def take_over(session: Session, data: bytes, *, is_dry_run: bool, by: Person, now: datetime) -> ImportResult:
    """Every good row goes in, every bad cell is named. A dry run says the same and writes nothing."""
    sheet = csv_rows.read(data, COLUMNS, HamletRow)
    known = queries.by_code(session)
    _check_rows(sheet)
    _check_successors(sheet, known)
    ids = {row.value.code: known[row.value.code].id if row.value.code in known else uuid4() for row in sheet.good}
    ids |= {code: hamlet.id for code, hamlet in known.items()}
    created = updated = 0
    later: list[tuple[Hamlet, UUID | None]] = []
    for row in sheet.good:
        values = _values(sheet, row)
        hamlet = known.get(row.value.code)
        successor_id = ids[row.value.successor_code] if row.value.successor_code else None
        if hamlet is None:
            created += 1
            if not is_dry_run:
                hamlet = _created(session, ids[row.value.code], values, by=by, now=now)
                later.append((hamlet, successor_id))
            continue
        if "successor_code" in sheet.headings:
            values["successor_id"] = successor_id
        updated += _updated(session, hamlet, values, is_dry_run=is_dry_run, by=by, now=now)
    session.flush()
    for hamlet, successor_id in later:  # a successor may stand further down in the file
        hamlet.successor_id = successor_id
    faults = sorted(sheet.faults, key=lambda fault: fault.row)
    return ImportResult(
        rows=sheet.count, created=created, updated=updated, errors=told(faults), remarks=told(sheet.remarks)
    )


def _created(session: Session, hamlet_id: UUID, values: dict[str, Any], *, by: Person, now: datetime) -> Hamlet:
    """`values` are of any column's kind."""
    hamlet = Hamlet(id=hamlet_id, **values)
    hamlet.search_text = rules.search_text(hamlet.name, hamlet.former_commune, hamlet.code)
    session.add(hamlet)
    session.flush()
    actions.record(session, "created", hamlet, by=by, now=now, source="csv")
    return hamlet


def _updated(
    session: Session, hamlet: Hamlet, values: dict[str, Any], *, is_dry_run: bool, by: Person, now: datetime
) -> bool:
    """`values` are of any column's kind. True if the row says something new."""
    if is_dry_run:
        return any(getattr(hamlet, name) != value for name, value in values.items())
    found = actions.apply(hamlet, values)
    if found:
        actions.record(session, "changed", hamlet, by=by, now=now, changes=found, source="csv")
    return bool(found)


def _values(sheet: HamletSheet, row: HamletLine) -> dict[str, Any]:
    """Column -> value of any kind, for the columns that the file has."""
    return {name: getattr(row.value, name) for name in sheet.headings if name != "successor_code"}


def _check_rows(sheet: HamletSheet) -> None:
    """What one row can get wrong although each of its cells is well written."""
    first: dict[str, int] = {}
    for row in sheet.rows:
        value = row.value
        if value.code in first:
            sheet.refuse(row, "code", f"Mã này đã có ở dòng {first[value.code]}.")
        first.setdefault(value.code, row.number)
        if value.valid_to is not None and value.valid_to <= value.valid_from:
            sheet.refuse(row, "valid_to", rules.ValidityReversed.says)
        if (value.latitude is None) != (value.longitude is None):
            missing = "latitude" if value.latitude is None else "longitude"
            sheet.refuse(row, missing, "Tọa độ cần đủ vĩ độ và kinh độ.")


def _check_successors(sheet: HamletSheet, known: dict[str, Hamlet]) -> None:
    """Refusing one row can take the successor away from another, so this goes on until nothing changes."""
    refused = -1
    while refused != len(sheet.faults):
        refused = len(sheet.faults)
        rows = {row.value.code: row for row in sheet.good}
        chain = _chain(rows, known)
        for row in rows.values():
            fault = _successor_fault(row.value, rows, known, chain)
            if fault:
                sheet.refuse(row, *fault)


def _chain(rows: dict[str, HamletLine], known: dict[str, Hamlet]) -> dict[str, str | None]:
    """Code -> code of the successor, as it will be after the import."""
    codes = {hamlet.id: code for code, hamlet in known.items()}
    chain = {code: codes.get(hamlet.successor_id) if hamlet.successor_id else None for code, hamlet in known.items()}
    return chain | {code: row.value.successor_code for code, row in rows.items()}


def _successor_fault(
    value: HamletRow, rows: dict[str, HamletLine], known: dict[str, Hamlet], chain: dict[str, str | None]
) -> tuple[str, str] | None:
    """(column, sentence) if this row's successor cannot be."""
    code = value.successor_code
    if code is None:
        return None
    successor = rows[code].value if code in rows else known.get(code)
    if successor is None:
        return "successor_code", "Không có thôn mang mã này trong tệp hoặc trong danh sách của xã."
    if value.valid_to is None:
        return "valid_to", "Thôn có thôn kế tiếp thì cần ngày hết hiệu lực."
    seen: set[str] = set()
    while code is not None and code not in seen:
        if code == value.code:
            return "successor_code", "Một thôn không thể là thôn kế tiếp của chính nó."
        seen.add(code)
        code = chain.get(code)
    if value.valid_to < successor.valid_from or (successor.valid_to and successor.valid_to <= value.valid_to):
        return "successor_code", "Thôn kế tiếp chưa hoặc không còn hiệu lực vào ngày đó."
    return None
