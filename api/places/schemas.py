"""Hamlets on the wire and in the spreadsheet of a commune."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, ConfigDict, Field, JsonValue
from pydantic_core import PydanticCustomError

from api.core import csv_rows
from api.core.csv_rows import Column
from api.core.shapes import OMITTED, Day, Input, Output
from api.core.text import Line
from api.places.models import Hamlet

LONGEST_CODE = 20
_CODE_SAYS = f"Mã gồm 1-{LONGEST_CODE} chữ, số, dấu chấm, gạch ngang hoặc gạch chéo."


def _code(text: str) -> str:
    text = text.upper()
    if not 1 <= len(text) <= LONGEST_CODE or not all(c.isalnum() or c in ".-_/" for c in text):
        raise PydanticCustomError("code", "", {"says": _CODE_SAYS})
    return text


Code = Annotated[Line, AfterValidator(_code), Field(json_schema_extra={"minLength": 1, "maxLength": LONGEST_CODE})]
Name = Annotated[Line, Field(min_length=1, max_length=80)]
Former = Annotated[Line, Field(max_length=80)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
MOST_HOUSEHOLDS = 100_000
MOST_PEOPLE = 1_000_000
Households = Annotated[int, Field(ge=0, le=MOST_HOUSEHOLDS)]
People = Annotated[int, Field(ge=0, le=MOST_PEOPLE)]
Boundary = Annotated[
    dict[str, JsonValue],
    Field(description="GeoJSON Polygon or MultiPolygon, WGS 84, longitude first; rings closed; at most 5,000 vertices"),
]


class Center(Input):
    """A point, WGS 84."""

    lat: Latitude
    lon: Longitude


class NewHamlet(Input):
    """A hamlet as the commune's decision sets it up. The client makes `id`, once."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c11",
                    "code": "M3",
                    "name": "Thôn Mẫu 3",
                    "former_commune": "Xã Mẫu",
                    "households": 320,
                    "population": 1150,
                    "center": {"lat": 20.9089, "lon": 106.1793},
                    "valid_from": "2025-07-01",
                }
            ]
        }
    )

    id: UUID
    code: Code
    name: Name
    former_commune: Former = ""
    households: Households | None = None
    population: People | None = None
    center: Center | None = None
    boundary: Boundary | None = None
    valid_from: Day
    valid_to: Annotated[Day | None, Field(description="First day on which it is no longer valid")] = None
    successor_id: UUID | None = None


class HamletChange(Input):
    """Only the fields sent are changed. Merging: `valid_to` and `successor_id`."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"valid_to": "2026-12-01", "successor_id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c12"}]
        }
    )

    code: Code = Field(default=OMITTED)
    name: Name = Field(default=OMITTED)
    former_commune: Former = Field(default=OMITTED)
    households: Households | None = None
    population: People | None = None
    center: Center | None = None
    boundary: Boundary | None = None
    valid_from: Day = Field(default=OMITTED)
    valid_to: Day | None = None
    successor_id: UUID | None = None


class HamletDetail(Output):
    """One hamlet. `valid_to` is the first day on which it is no longer valid."""

    id: UUID
    code: str
    name: str
    former_commune: str
    households: int | None
    population: int | None
    center: Center | None
    boundary: dict[str, Any] | None  # GeoJSON geometry
    valid_from: date
    valid_to: date | None
    successor_id: UUID | None
    version: int

    @classmethod
    def of(cls, hamlet: Hamlet) -> "HamletDetail":
        center = None
        if hamlet.latitude is not None and hamlet.longitude is not None:
            center = Center(lat=hamlet.latitude, lon=hamlet.longitude)
        own = {name: getattr(hamlet, name) for name in cls.model_fields if name != "center"}
        return cls(center=center, **own)


class HamletRow(Input):
    """One row of the commune's list."""

    code: Code
    name: Name
    former_commune: Former = ""
    households: Annotated[csv_rows.Whole, Field(ge=0, le=MOST_HOUSEHOLDS)] | None = None
    population: Annotated[csv_rows.Whole, Field(ge=0, le=MOST_PEOPLE)] | None = None
    latitude: Annotated[csv_rows.Number, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[csv_rows.Number, Field(ge=-180, le=180)] | None = None
    valid_from: csv_rows.Day
    valid_to: csv_rows.Day | None = None
    successor_code: Code | None = None


COLUMNS = (
    Column("code", ("Mã thôn", "Mã"), is_required=True),
    Column("name", ("Tên thôn", "Thôn", "Tên"), is_required=True),
    Column("former_commune", ("Xã cũ", "Xã trước sáp nhập")),
    Column("households", ("Số hộ",)),
    Column("population", ("Số dân", "Dân số", "Số khẩu", "Nhân khẩu")),
    Column("latitude", ("Vĩ độ",)),
    Column("longitude", ("Kinh độ",)),
    Column("valid_from", ("Hiệu lực từ", "Hiệu lực từ ngày", "Từ ngày"), is_required=True),
    Column("valid_to", ("Hiệu lực đến", "Hiệu lực đến ngày", "Đến ngày", "Hết hiệu lực")),
    Column("successor_code", ("Mã thôn kế tiếp", "Thôn kế tiếp", "Nhập vào thôn")),
)


class CellFault(Output):
    """A cell that cannot be used. Row 1 is the line of headings; `column` is the heading as written."""

    row: int
    column: str
    detail: str


class ImportResult(Output):
    """What an import did, or would do when dry. Good rows go in even when others are bad."""

    rows: int
    created: int
    updated: int
    errors: list[CellFault]
    remarks: list[CellFault]  # columns left aside; nothing has to be mended


def told(faults: Iterable[csv_rows.Fault]) -> list[CellFault]:
    return [CellFault(row=fault.row, column=fault.column, detail=fault.detail) for fault in faults]
