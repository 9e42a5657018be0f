"""Equipment on the wire, and one row of its spreadsheet."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from api.collection_points.models import PlaceKind
from api.core.csv_rows import Column, Number, Whole, labelled
from api.core.shapes import Day, Input, Output
from api.core.text import Line, Words
from api.equipment.models import Condition
from api.places.schemas import Code

CONDITIONS = {
    Condition.GOOD: "Tốt", Condition.TO_MEND: "Cần sửa", Condition.BROKEN: "Hỏng", Condition.RETIRED: "Thanh lý",
}  # fmt: skip
PLACES = {
    PlaceKind.HAMLET: "Khu dân cư", PlaceKind.MARKET: "Chợ", PlaceKind.SCHOOL: "Trường học",
    PlaceKind.STATION: "Bến xe", PlaceKind.RECREATION: "Khu vui chơi", PlaceKind.OFFICE: "Cơ quan",
    PlaceKind.COLLECTION_POINT: "Điểm tập kết", PlaceKind.OTHER: "Nơi khác",
}  # fmt: skip
Name = Annotated[Line, Field(min_length=1, max_length=120)]
PlaceWords = Annotated[Line, Field(max_length=200)]
Funding = Annotated[Line, Field(max_length=120)]
KindCode = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,40}$")]
MOST_PIECES, MOST_VND = 100_000, 10**13

COLUMNS = (
    Column("code", ("Mã",), is_required=True),
    Column("name", ("Tên", "Tên thiết bị"), is_required=True),
    Column("kind", ("Loại",), is_required=True),
    Column("count", ("Số lượng",), is_required=True),
    Column("volume", ("Dung tích, tải trọng", "Dung tích")),
    Column("condition", ("Tình trạng",), is_required=True),
    Column("place_kind", ("Nơi đặt",), is_required=True),
    Column("point", ("Mã điểm tập kết", "Điểm tập kết")),
    Column("hamlet", ("Thôn", "Mã thôn")),
    Column("place_words", ("Vị trí",)),
    Column("unit", ("Đơn vị quản lý", "Đơn vị")),
    Column("purchase_year", ("Năm mua",)),
    Column("cost_vnd", ("Giá mua (đồng)", "Giá mua")),
    Column("funding_source", ("Nguồn vốn",)),
    Column("note", ("Ghi chú",)),
)


class EquipmentRow(Input):
    """`kind` is a label or code; `point`, `hamlet` and `unit` are codes or names."""

    code: Code
    name: Name
    kind: Annotated[Line, Field(min_length=1, max_length=80)]
    count: Annotated[Whole, Field(ge=0, le=MOST_PIECES)]
    volume: Annotated[Number, Field(ge=0, le=1_000_000)] | None = None
    condition: Annotated[Condition, labelled(CONDITIONS)]
    place_kind: Annotated[PlaceKind, labelled(PLACES)]
    point: Line = ""
    hamlet: Line = ""
    place_words: PlaceWords = ""
    unit: Line = ""
    purchase_year: Annotated[Whole, Field(ge=1990, le=2050)] | None = None
    cost_vnd: Annotated[Whole, Field(ge=0, le=MOST_VND)] | None = None
    funding_source: Funding = ""
    note: Annotated[Words, Field(max_length=1000)] = ""


class EquipmentEdit(Input):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "code": "TB-001", "name": "Thùng rác 240 lít", "kind": "bin", "count": 4, "volume": 240,
                    "condition": "good", "place_kind": "market", "purchase_year": 2025,
                }
            ]
        }
    )  # fmt: skip

    code: Code
    name: Name
    kind: KindCode
    count: Annotated[int, Field(ge=0, le=MOST_PIECES)]
    volume: Annotated[float | None, Field(ge=0, le=1_000_000)] = None
    condition: Condition
    place_kind: PlaceKind
    point_id: UUID | None = None
    hamlet_id: UUID | None = None
    place_words: PlaceWords = ""
    unit_id: UUID | None = None
    purchase_year: Annotated[int | None, Field(ge=1990, le=2050)] = None
    cost_vnd: Annotated[int | None, Field(ge=0, le=MOST_VND)] = None
    funding_source: Funding = ""
    note: Annotated[Words, Field(max_length=1000)] = ""


class NewEquipment(EquipmentEdit):
    id: UUID


class EquipmentShape(Output):
    id: UUID
    code: str
    name: str
    kind: str
    kind_label: str
    measure: str
    count: int
    volume: float | None
    condition: Condition
    place_kind: PlaceKind
    point_id: UUID | None
    point_code: str | None
    hamlet_id: UUID | None
    hamlet_name: str | None
    place_words: str
    unit_id: UUID | None
    unit_name: str | None
    purchase_year: int | None
    cost_vnd: int | None
    funding_source: str
    note: str
    last_mended_on: date | None
    version: int


class EquipmentKindShape(Output):
    code: str
    label: str
    measure: str


class GapShape(Output):
    place_kind: PlaceKind
    kind: str
    kind_label: str
    usable: int
    broken: int
    needed: int | None
    missing: int | None
    source: str
    version: int = Field(description="Of what is needed; 0: nobody has said")


class EquipmentRegister(Output):
    items: list[EquipmentShape]
    kinds: list[EquipmentKindShape]
    gaps: list[GapShape]


class NormEdit(Input):
    model_config = ConfigDict(json_schema_extra={"examples": [{"needed": 12, "source": "QĐ 229/2025/QĐ-UBND"}]})

    needed: Annotated[int, Field(ge=0, le=MOST_PIECES)]
    source: Annotated[Line, Field(min_length=1, max_length=300)]


class NewMaintenance(Input):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"id": "0193a6a2-0000-7000-8000-000000000001", "done_on": "2026-11-20", "work": "Thay bánh xe"}
            ]
        }
    )

    id: UUID
    done_on: Day
    work: Annotated[Line, Field(min_length=1, max_length=300)]
    cost_vnd: Annotated[int | None, Field(ge=0, le=MOST_VND)] = None
    done_by: Annotated[Line, Field(max_length=120)] = ""
    replaces_id: UUID | None = None


class MaintenanceShape(Output):
    id: UUID
    done_on: date
    work: str
    cost_vnd: int | None
    done_by: str


class MaintenanceLog(Output):
    items: list[MaintenanceShape]
