"""The tickets of a weigh-bridge, taken over from a spreadsheet."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID, uuid4

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError
from sqlmodel import Session

from api.accounts.rules import Person
from api.core import clock, csv_rows, sheets
from api.core.csv_rows import Column, Row, Sheet
from api.core.shapes import Input
from api.core.text import Line, fold
from api.places import queries as places
from api.places.schemas import ImportResult, told
from api.waste_ledger import actions, queries, rules
from api.waste_ledger.models import Flow, Source, WasteEntry

MOST_ON_A_LORRY = 60  # tonnes: more is a slip between tonnes and kilograms
FLOWS = {
    "thu gom": Flow.COLLECTED, "xu ly": Flow.TREATED, "dot": Flow.TREATED, "chon lap": Flow.LANDFILLED,
    "tai che": Flow.RECYCLED, "u phan": Flow.COMPOSTED, "u": Flow.COMPOSTED,
}  # fmt: skip
COLUMNS = (
    Column("ticket", ("Số phiếu", "Phiếu cân", "Số phiếu cân"), is_required=True),
    Column("day", ("Ngày", "Ngày cân"), is_required=True),
    Column("tonnes", ("Khối lượng (tấn)", "Tấn", "Số tấn")),
    Column("kilograms", ("Khối lượng (kg)", "Kg", "Khối lượng hàng (kg)")),
    Column("flow", ("Loại", "Dòng rác", "Việc")),
    Column("facility", ("Nơi cân", "Cơ sở", "Trạm cân")),
    Column("hamlet", ("Thôn", "Mã thôn")),
    Column("words", ("Ghi chú",)),
)
Key = tuple[str, Flow, str]


def _flow(cell: Any) -> Any:  # any: whatever was in the cell
    found = FLOWS.get(fold(str(cell)))
    if found is None and cell not in set(Flow):
        raise PydanticCustomError("flow", "Loại là một trong: thu gom, xử lý, chôn lấp, tái chế, ủ phân.")
    return found or cell


class WeighRow(Input):
    """One ticket."""

    ticket: Annotated[Line, Field(min_length=1, max_length=40)]
    day: csv_rows.Day
    tonnes: Annotated[csv_rows.Number | None, Field(ge=0, le=MOST_ON_A_LORRY)] = None
    kilograms: Annotated[csv_rows.Whole | None, Field(ge=0, le=MOST_ON_A_LORRY * 1000)] = None
    flow: Annotated[Flow, BeforeValidator(_flow)] = Flow.COLLECTED
    facility: Annotated[Line, Field(max_length=120)] = ""
    hamlet: Annotated[Line, Field(max_length=80)] = ""
    words: Annotated[Line, Field(max_length=500)] = ""


def take_over(session: Session, data: bytes, *, is_dry_run: bool, by: Person, now: datetime) -> ImportResult:
    """Every good ticket goes in once, every bad cell is named; known tickets change nothing. Dry: writes nothing."""
    sheet = csv_rows.read(sheets.as_csv(data), COLUMNS, WeighRow)
    known = {_key(entry.ticket, entry.flow, entry.facility): entry for entry in queries.with_tickets(session)}
    seen: dict[Key, int] = {}
    made: dict[int, WasteEntry] = {}
    for row in sheet.rows:
        entry = _entry(session, sheet, row, by, now)
        key = _key(entry.ticket, entry.flow, entry.facility)
        if key in seen:
            sheet.refuse(row, "ticket", f"Phiếu này đã có ở dòng {seen[key]}.")
        seen.setdefault(key, row.number)
        if key not in known:
            made[row.number] = entry
        elif (known[key].kilograms, known[key].day) != (entry.kilograms, entry.day):
            sheet.refuse(row, "ticket", f"Phiếu này đã có trong sổ với số khác: {_told(known[key])}.")
    new = [made[row.number] for row in sheet.good if row.number in made]
    if not is_dry_run:
        for entry in new:
            actions.add(session, entry, by=by, now=now, via="csv")
    faults = sorted(sheet.faults, key=lambda fault: fault.row)
    return ImportResult(rows=sheet.count, created=len(new), updated=0, errors=told(faults), remarks=told(sheet.remarks))


def _entry(session: Session, sheet: Sheet[WeighRow], row: Row[WeighRow], by: Person, now: datetime) -> WasteEntry:
    cells = row.value
    if (cells.tonnes is None) == (cells.kilograms is None):
        column = "kilograms" if cells.tonnes is not None else "tonnes"
        sheet.refuse(row, column, "Xin ghi khối lượng, hoặc bằng tấn, hoặc bằng kg, không ghi cả hai.")
    entry = WasteEntry(
        id=uuid4(), month=rules.month_of(cells.day), day=cells.day, flow=cells.flow, source=Source.WEIGH_BRIDGE,
        kilograms=round(cells.tonnes * 1000) if cells.tonnes is not None else cells.kilograms or 0,
        ticket=cells.ticket, facility=cells.facility, words=cells.words, made_by=by.id, received_at=now,
        hamlet_id=_hamlet(session, sheet, row),
    )  # fmt: skip
    try:
        rules.check(entry, clock.day_of(now))
    except rules.EntryRejected as fault:
        sheet.refuse(row, fault.field or "day", fault.sentence)
    return entry


def _hamlet(session: Session, sheet: Sheet[WeighRow], row: Row[WeighRow]) -> UUID | None:
    words = row.value.hamlet
    if not words:
        return None
    found = places.by_code(session).get(words.upper()) or places.matching_name(session, words, row.value.day)
    if found is None:
        sheet.refuse(row, "hamlet", "Không có thôn mang mã hoặc tên này, hoặc có hai thôn trùng tên (xin ghi mã).")
        return None
    return found.id


def _key(ticket: str, flow: Flow, facility: str) -> Key:
    return fold(ticket), flow, fold(facility)


def _told(entry: WasteEntry) -> str:
    return f"{entry.kilograms} kg ngày {entry.day:%d/%m/%Y}" if entry.day else f"{entry.kilograms} kg"
