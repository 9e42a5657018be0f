"""The table of cases: its columns, what stands in them, and which of them a file may change (pure)."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Annotated, Any, NamedTuple

from pydantic import Field

from api.complaints.catalogue import PRIORITY_LABELS
from api.complaints.models import Kind
from api.core.clock import VIETNAM
from api.core.csv_rows import Cell, Column, Whole
from api.core.shapes import Input
from api.core.text import Line, Words
from api.places import rules as places

KIND_LABELS = {
    Kind.COMPLAINT: "Phản ánh", Kind.DIFFICULTY: "Khó khăn", Kind.PROPOSAL: "Kiến nghị",
    Kind.COMPLAINT_LEGAL: "Theo thủ tục khác", Kind.DENUNCIATION: "Theo thủ tục khác",
}  # fmt: skip
EDITABLE = ("category", "priority", "hamlet", "public_words")
Row = Mapping[str, Any]  # columns of any type


class Part(NamedTuple):
    """A column of the table: how it is called and what stands in it."""

    column: Column
    cell: Callable[[Row], Cell]
    width: int = 14


def written(moment: datetime | None) -> str:
    """2026-11-30T09:12, by the commune's clock. With the T, because a spreadsheet would turn it into its own way of
    writing days, and the file could not be read back."""
    return moment.astimezone(VIETNAM).strftime("%Y-%m-%dT%H:%M") if moment else ""


def _rounded_place(row: Row) -> str:
    """As rounded as everybody may know it."""
    if row["latitude"] is None or row["longitude"] is None:
        return ""
    lat, lon = places.rounded(row["latitude"], row["longitude"])
    return f"{lat:.4f}, {lon:.4f}"


def _field(key: str, heading: str, cell: Callable[[Row], Cell] | None = None, width: int = 14) -> Part:
    is_key = key in ("code", "version")
    return Part(Column(key, (heading,), is_required=is_key), cell or (lambda row: row[key]), width)


def _moment(key: str, heading: str) -> Part:
    return _field(key, heading, lambda row: written(row[key]), 17)


FIELDS = (
    _field("code", "Mã phản ánh"),
    _field("version", "Bản"),
    _field("kind", "Hình thức", lambda row: KIND_LABELS[row["kind"]]),
    _field("category", "Loại việc", lambda row: row["category_label"], 34),
    _field("priority", "Mức độ", lambda row: PRIORITY_LABELS[row["priority"]]),
    _field("status", "Trạng thái", lambda row: row["status_label"], 20),
    _field("hamlet", "Mã thôn", lambda row: row["hamlet_code"]),
    _field("hamlet_name", "Tên thôn", width=20),
    _field("unit_name", "Đơn vị xử lý", width=28),
    _field("channel_label", "Kênh tiếp nhận", width=18),
    _moment("received_at", "Nhận lúc"),
    _moment("answer_due_at", "Hạn trả lời"),
    _moment("resolved_at", "Xử lý xong lúc"),
    _moment("replied_at", "Trả lời lúc"),
    _moment("closed_at", "Kết thúc lúc"),
    _field("place", "Vị trí (làm tròn 100 m)", _rounded_place, 20),
    _field("photo_count", "Số ảnh"),
    _field("handover_count", "Số lần chuyển tay"),
    _field("public_words", "Nội dung công khai", width=60),
)
COLUMNS = tuple(field.column for field in FIELDS)
FIXED = tuple(field for field in FIELDS if field.column.key not in (*EDITABLE, "code", "version"))


class CaseRow(Input):
    """A line of a file that comes back. Only EDITABLE cells may differ from what the case says now."""

    code: Annotated[Line, Field(min_length=1, max_length=20)]
    version: Annotated[Whole, Field(ge=1, le=1_000_000)]
    category: Annotated[Line, Field(max_length=120)] = ""
    priority: Annotated[Line, Field(max_length=40)] = ""
    hamlet: Annotated[Line, Field(max_length=120)] = ""
    public_words: Annotated[Words, Field(max_length=2000)] = ""
    kind: Annotated[Line, Field(max_length=200)] = ""
    status: Annotated[Line, Field(max_length=200)] = ""
    hamlet_name: Annotated[Line, Field(max_length=200)] = ""
    unit_name: Annotated[Line, Field(max_length=200)] = ""
    channel_label: Annotated[Line, Field(max_length=200)] = ""
    received_at: Annotated[Line, Field(max_length=200)] = ""
    answer_due_at: Annotated[Line, Field(max_length=200)] = ""
    resolved_at: Annotated[Line, Field(max_length=200)] = ""
    replied_at: Annotated[Line, Field(max_length=200)] = ""
    closed_at: Annotated[Line, Field(max_length=200)] = ""
    place: Annotated[Line, Field(max_length=200)] = ""
    photo_count: Annotated[Line, Field(max_length=200)] = ""
    handover_count: Annotated[Line, Field(max_length=200)] = ""


def cells(row: Row) -> list[Cell]:
    return [field.cell(row) for field in FIELDS]


def text(cell: Cell) -> str:
    return "" if cell is None else str(cell).strip()
