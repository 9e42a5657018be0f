"""The registers in a spreadsheet: what was exported is imported again without a change."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import Session, select

from api.accounts.models import Unit
from api.accounts.rules import Person
from api.core import clock, csv_rows, sheets
from api.core.csv_rows import Cell, Row, Sheet
from api.core.text import fold
from api.dump_sites import actions, queries, rules
from api.dump_sites.models import DumpSite, DumpSiteStage, Stage
from api.dump_sites.schemas import KIND_LABELS, STAGE_LABELS, NewSite
from api.dump_sites.sheet_schemas import COLUMNS, NO, YES, SiteRow
from api.places import queries as places
from api.places.schemas import ImportResult, told

SHEET = "Bãi rác, điểm đen"
PLAIN = (
    "name", "latitude", "longitude", "place_words", "area_m2", "volume_m3", "plan_year", "cost_vnd", "funding_source",
    "is_public",
)  # fmt: skip


def export(session: Session) -> bytes:
    """Every site that stands in a register, as XLSX; text is written as text: nothing in it can run."""
    hamlets = {hamlet.id: hamlet.code for hamlet in places.every(session)}
    units, rows = queries.unit_names(session), queries.histories(session)
    found = ((site, rules.standing(rows[site.id])) for site in queries.matching(session, queries.Filter()))
    return sheets.workbook(SHEET, COLUMNS, (_cells(site, facts, hamlets, units) for site, facts in found if facts))


def take_over(session: Session, data: bytes, *, is_dry_run: bool, by: Person, now: datetime) -> ImportResult:
    """Every good row goes in, every bad cell is named. A dry run says the same and writes nothing."""
    sheet = csv_rows.read(sheets.as_csv(data), COLUMNS, SiteRow)
    known, histories = queries.codes(session), queries.histories(session)
    values_of = _judge(session, sheet, known, histories, clock.day_of(now))
    created = updated = 0
    for row in sheet.good:
        site, values = known.get(row.value.code), values_of[row.number]
        if site is None:
            created += 1
            if not is_dry_run:
                _create(session, row.value, values, by=by, now=now)
        elif is_dry_run:
            updated += any(getattr(site, name) != value for name, value in values.items())
        else:
            updated += actions.apply(session, site, values, by=by, now=now, source="sheet")
    faults = sorted(sheet.faults, key=lambda fault: fault.row)
    return ImportResult(
        rows=sheet.count, created=created, updated=updated, errors=told(faults), remarks=told(sheet.remarks)
    )


def _cells(
    site: DumpSite, facts: Sequence[DumpSiteStage], hamlets: dict[UUID, str], units: dict[UUID, str]
) -> list[Cell]:
    """In the order of COLUMNS."""
    return [
        site.code, site.name, KIND_LABELS[site.kind], hamlets.get(site.hamlet_id, "") if site.hamlet_id else "",
        site.latitude, site.longitude, site.place_words, site.area_m2, site.volume_m3,
        f"{facts[0].happened_on:%d/%m/%Y}", STAGE_LABELS[facts[-1].stage],
        f"{facts[-1].happened_on:%d/%m/%Y}", site.plan_year, site.cost_vnd,
        site.funding_source, units.get(site.unit_id, "") if site.unit_id else "", YES if site.is_public else NO,
    ]  # fmt: skip


def _judge(
    session: Session, sheet: Sheet[SiteRow], known: dict[str, DumpSite],
    histories: dict[UUID, list[DumpSiteStage]], today: date,
) -> dict[int, dict[str, Any]]:  # fmt: skip
    """Row → columns of the table that the file has, of any kind; names each cell that only looks right."""
    units = {fold(name): unit.id for unit in session.exec(select(Unit)) for name in (unit.code, unit.name)}
    hamlets, found, first = places.by_code(session), {}, dict[str, int]()
    for row in sheet.rows:
        one = row.value
        found[row.number] = {name: getattr(one, name) for name in PLAIN if name in sheet.headings}
        if "unit" in sheet.headings:
            found[row.number]["unit_id"] = units.get(fold(one.unit))
            if one.unit and not found[row.number]["unit_id"]:
                sheet.refuse(row, "unit", "Không có đơn vị mang mã hoặc tên này.")
        if "hamlet" in sheet.headings:
            hamlet = hamlets.get(one.hamlet.upper()) or places.matching_name(session, one.hamlet, today)
            found[row.number]["hamlet_id"] = hamlet.id if hamlet and one.hamlet else None
            if one.hamlet and not hamlet:
                sheet.refuse(row, "hamlet", "Không có thôn mang mã hoặc tên này, hoặc có hai thôn trùng tên.")
        if one.code in first:
            sheet.refuse(row, "code", f"Mã này đã có ở dòng {first[one.code]}.")
        first.setdefault(one.code, row.number)
        site = known.get(one.code)
        _judge_life(sheet, row, site, rules.standing(histories[site.id]) if site else [], today)
    return found


def _judge_life(
    sheet: Sheet[SiteRow], row: Row[SiteRow], site: DumpSite | None, facts: list[DumpSiteStage], today: date
) -> None:
    """A site that is there keeps its register and its life: steps are entered on its own page."""
    one = row.value
    since = one.stage_since or one.found_on
    if (one.latitude is None) != (one.longitude is None):
        sheet.refuse(row, "latitude" if one.latitude is None else "longitude", "Tọa độ cần đủ vĩ độ và kinh độ.")
    if one.found_on > today or since > today:
        sheet.refuse(row, "found_on" if one.found_on > today else "stage_since", "Ngày này chưa đến.")
    if since < one.found_on:
        sheet.refuse(row, "stage_since", "Ngày này phải từ ngày phát hiện trở đi.")
    if site and site.kind is not one.kind:
        sheet.refuse(row, "kind", "Bãi này đang ở danh mục khác, không đổi bằng tệp được.")
    if not facts:
        return
    if "stage" in sheet.headings and facts[-1].stage is not one.stage:
        sheet.refuse(row, "stage", "Giai đoạn của bãi đã có thì ghi ở trang của bãi, không đổi bằng tệp.")
    if facts[0].happened_on != one.found_on:
        sheet.refuse(row, "found_on", "Ngày phát hiện của bãi đã có thì sửa ở trang của bãi.")


def _create(session: Session, one: SiteRow, values: dict[str, Any], *, by: Person, now: datetime) -> None:
    """Found on its day, and where it stands since; the steps between are not known."""
    names = {"latitude": "lat", "longitude": "lon"}
    fields = {names.get(name, name): value for name, value in values.items()}
    plan = NewSite(id=uuid4(), code=one.code, kind=one.kind, found_on=one.found_on, **fields)
    site, _ = actions.create(session, plan, by=by, now=now)
    if one.stage is Stage.FOUND:
        return
    session.add(
        DumpSiteStage(
            id=uuid4(), dump_site_id=site.id, position=1, stage=one.stage,
            happened_on=one.stage_since or one.found_on, words="Nhập từ bảng tính", account_id=by.id, recorded_at=now,
        )
    )  # fmt: skip
    session.flush()
