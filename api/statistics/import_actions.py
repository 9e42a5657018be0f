"""An exported table comes back: what may be changed is changed, everything else must be as it was."""

from datetime import datetime
from typing import Any

from sqlmodel import Session, select

from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.complaints import catalogue, triage
from api.complaints import queries as complaints
from api.complaints import rules as cases
from api.complaints.desk_schemas import Edit
from api.complaints.models import Category
from api.core import clock, csv_rows, errors
from api.core.csv_rows import Row, Sheet
from api.core.text import fold
from api.places import queries as places
from api.places.schemas import ImportResult, told
from api.statistics import export_queries
from api.statistics.export_rules import COLUMNS, EDITABLE, FIXED, CaseRow, text

NO_CASE = "Không có phản ánh nào mang mã này."
TWICE = "Mã này đã có ở dòng {row}."
CHANGED_SINCE = "Phản ánh đã được sửa sau khi xuất tệp (nay là bản {version}). Xin xuất lại rồi sửa."
NOT_HERE = "Cột này không sửa bằng tệp được. Hiện là: {now}."
NO_CATEGORY = "Không có loại việc này. Xin chép đúng tên trong danh mục."
NO_PRIORITY = "Mức độ chỉ gồm: Khẩn, Bình thường, Phức tạp."
NO_HAMLET = "Không có thôn mang mã hoặc tên này."
REASON = "Sửa theo tệp nhập"
CaseSheet = Sheet[CaseRow]
CaseLine = Row[CaseRow]


class Lists:
    """What is written in cells → what it stands for."""

    def __init__(self, session: Session, now: datetime) -> None:
        self._session, self._today = session, clock.day_of(now)
        self._hamlets = places.by_code(session)
        self.categories = {fold(one.label): one.code for one in session.exec(select(Category)) if one.is_active}
        self.priorities = {fold(label): priority for priority, label in catalogue.PRIORITY_LABELS.items()}

    def hamlet(self, words: str) -> Any:
        """The hamlet of this code, else of this name today; None if there is none."""
        return self._hamlets.get(words.upper()) or places.matching_name(self._session, words, self._today)


def take_back(session: Session, data: bytes, *, is_dry_run: bool, by: Person, now: datetime) -> ImportResult:
    """Good rows go in, every bad cell is named. A dry run says the same and writes nothing."""
    sheet = csv_rows.read(data, COLUMNS, CaseRow)
    codes = [cases.tidy_code(row.value.code) or "" for row in sheet.rows]
    known = export_queries.by_code(session, codes, by=by, now=now)
    lists = Lists(session, now)
    seen: dict[str, int] = {}
    wishes: list[tuple[CaseLine, Any, dict[str, Any]]] = []
    for row, code in zip(sheet.rows, codes, strict=True):
        case = known.get(code)
        if case is None:
            sheet.refuse(row, "code", NO_CASE)
        elif code in seen:
            sheet.refuse(row, "code", TWICE.format(row=seen[code]))
        elif row.value.version != case["version"]:
            sheet.refuse(row, "version", CHANGED_SINCE.format(version=case["version"]))
        else:
            _check_fixed(sheet, row, case)
            wishes.append((row, case, _wish(sheet, row, case, lists)))
        seen.setdefault(code, row.number)
    good = {row.number for row in sheet.good}
    updated = sum(
        bool(wish) and row.number in good and (is_dry_run or _apply(session, sheet, row, case, wish, by=by, now=now))
        for row, case, wish in wishes
    )
    faults = sorted(sheet.faults, key=lambda fault: fault.row)
    return ImportResult(rows=sheet.count, created=0, updated=updated, errors=told(faults), remarks=told(sheet.remarks))


def _check_fixed(sheet: CaseSheet, row: CaseLine, case: Any) -> None:
    for field in FIXED:
        key, now_says = field.column.key, text(field.cell(case))
        if key in sheet.headings and getattr(row.value, key) != now_says:
            sheet.refuse(row, key, NOT_HERE.format(now=now_says or "(trống)"))


def _wish(sheet: CaseSheet, row: CaseLine, case: Any, lists: Lists) -> dict[str, Any]:
    """Fields of Edit that differ from the case, of any type; names each cell that says nothing known."""
    now_says = {field: text(case[name]) for field, name in (("category", "category_label"), ("hamlet", "hamlet_code"))}
    now_says |= {"priority": catalogue.PRIORITY_LABELS[case["priority"]], "public_words": text(case["public_words"])}
    changed = [key for key in EDITABLE if key in sheet.headings and getattr(row.value, key) != now_says[key]]
    wish: dict[str, Any] = {}
    if "category" in changed:
        wish["category"] = lists.categories.get(fold(row.value.category))
        if wish["category"] is None:
            sheet.refuse(row, "category", NO_CATEGORY)
    if "priority" in changed:
        wish |= {"priority": lists.priorities.get(fold(row.value.priority)), "priority_reason": REASON}
        if wish["priority"] is None:
            sheet.refuse(row, "priority", NO_PRIORITY)
    if "hamlet" in changed:
        hamlet = lists.hamlet(row.value.hamlet) if row.value.hamlet else None
        wish["hamlet_id"] = hamlet.id if hamlet else None
        if row.value.hamlet and hamlet is None:
            sheet.refuse(row, "hamlet", NO_HAMLET)
    if "public_words" in changed:
        wish["public_words"] = row.value.public_words or None
    return wish


def _apply(
    session: Session, sheet: CaseSheet, row: CaseLine, case: Any, wish: dict[str, Any], *, by: Person, now: datetime
) -> bool:
    """Change the case as its own door would, against the version of the file."""
    try:
        with session.begin_nested():
            complaint = triage.open_for_change(
                session, case["id"], row.value.version, by=by, permission=Permission.TRIAGE_COMPLAINTS, now=now
            )
            triage.edit(session, complaint, Edit.model_validate(wish), by=by, now=now)
    except errors.Stale:
        session.expire_all()
        version = complaints.require(session, case["id"]).version
        sheet.refuse(row, "version", CHANGED_SINCE.format(version=version))
        return False
    except errors.HouseError as refusal:
        sheet.refuse(row, "code", refusal.sentence)
        return False
    return True
