"""Collection points on the wire and in the spreadsheet of a commune."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.collection_points.models import CollectionPoint, PlaceKind, PointKind, PointState, WasteClass
from api.core import csv_rows
from api.core.csv_rows import Column
from api.core.shapes import OMITTED, Day, Input, Moment, Output
from api.core.text import Line, Words, fold
from api.media.schemas import Picture
from api.places.schemas import MOST_HOUSEHOLDS, Code, Households, Latitude, Longitude

MOST_PICKUPS = 50
KIND_LABELS = {
    PointKind.COLLECTION_POINT: "Điểm tập kết",
    PointKind.TRANSFER_STATION: "Trạm trung chuyển",
    PointKind.PUBLIC_BIN: "Thùng rác công cộng",
    PointKind.HAZARDOUS: "Rác nguy hại",
    PointKind.BULKY: "Rác cồng kềnh",
    PointKind.PESTICIDE: "Bao bì thuốc bảo vệ thực vật",
}
PLACE_LABELS = {
    PlaceKind.HAMLET: "Khu dân cư", PlaceKind.MARKET: "Chợ", PlaceKind.SCHOOL: "Trường học",
    PlaceKind.STATION: "Bến xe", PlaceKind.RECREATION: "Khu vui chơi", PlaceKind.OFFICE: "Cơ quan",
    PlaceKind.COLLECTION_POINT: "Điểm tập kết", PlaceKind.OTHER: "Nơi khác",
}  # fmt: skip
CLASS_LABELS = {
    WasteClass.RECYCLABLE: "Tái chế", WasteClass.FOOD: "Thực phẩm", WasteClass.OTHER: "Rác còn lại",
    WasteClass.BULKY: "Cồng kềnh", WasteClass.HAZARDOUS: "Nguy hại", WasteClass.PESTICIDE: "Bao bì thuốc",
    WasteClass.CONSTRUCTION: "Xây dựng",
}  # fmt: skip
STATE_LABELS = {PointState.OPEN: "Đang dùng", PointState.CLOSED: "Ngừng dùng"}
Clock = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", examples=["17:00"])]
Name = Annotated[Line, Field(min_length=1, max_length=120)]
PlaceWords = Annotated[Line, Field(max_length=300)]
Contact = Annotated[
    Line, Field(max_length=120, description="Official contact, shown to everybody; never a resident's own number")
]
Area = Annotated[float, Field(ge=0, le=1_000_000)]
Accepts = Annotated[list[WasteClass], Field(max_length=10, description="What may be brought; empty: not said")]
Crew = Annotated[Line, Field(max_length=120)]
Note = Annotated[Words, Field(max_length=1000, description="Shown to everybody")]


class Pickup(Input):
    """One time in the week. Monday is 1. Without `to` the waste must be there at `from`."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True, serialize_by_alias=True)

    weekday: Annotated[int, Field(ge=1, le=7)]
    begins: Annotated[Clock, Field(alias="from")]
    ends: Annotated[Clock | None, Field(alias="to")] = None


Schedule = Annotated[list[Pickup], Field(max_length=MOST_PICKUPS)]
OpeningHours = Annotated[
    list[Pickup], Field(max_length=MOST_PICKUPS, description="Each with `to`; empty: it never shuts")
]
StateSince = Annotated[Day, Field(description="First day of the state; today when a change of state leaves it out")]
StateWhy = Annotated[Line, Field(max_length=300, description="Shown to everybody")]


class NewPoint(Input):
    """A point for the register. The client makes `id`, once."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c31",
                    "code": "TK-01",
                    "name": "Điểm tập kết cổng làng Thôn Mẫu 3",
                    "kind": "collection_point",
                    "lat": 20.9089,
                    "lon": 106.1793,
                    "place_words": "Cạnh nhà văn hóa",
                    "schedule": [{"weekday": 1, "from": "17:00", "to": "18:30"}],
                    "households_served": 120,
                    "contact": "Trung tâm Dịch vụ tổng hợp",
                }
            ]
        }
    )

    id: UUID
    code: Code
    name: Name
    kind: PointKind
    hamlet_id: UUID | None = None
    lat: Latitude | None = None
    lon: Longitude | None = None
    place_words: PlaceWords = ""
    schedule: Schedule = Field(default_factory=list)
    opening_hours: OpeningHours = Field(default_factory=list)
    households_served: Households | None = None
    place_kind: PlaceKind | None = None
    area_m2: Area | None = None
    capacity_m3: Area | None = None
    accepts: Accepts = Field(default_factory=list)
    crew: Crew = ""
    opened_on: Day | None = None
    contact: Contact = ""
    note: Note = ""
    state: PointState = PointState.OPEN
    state_since: StateSince | None = None
    state_why: StateWhy = ""

    @model_validator(mode="after")
    def _both_or_none(self) -> "NewPoint":
        check_pair(self.lat, self.lon)
        return self


class PointChange(Input):
    """Only the fields sent are changed; `lat` and `lon` come together."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"state": "closed", "state_since": "2026-11-20", "state_why": "Đang sửa chữa"}]}
    )

    code: Code = Field(default=OMITTED)
    name: Name = Field(default=OMITTED)
    kind: PointKind = Field(default=OMITTED)
    hamlet_id: UUID | None = None
    lat: Latitude | None = None
    lon: Longitude | None = None
    place_words: PlaceWords = Field(default=OMITTED)
    schedule: Schedule = Field(default=OMITTED)
    opening_hours: OpeningHours = Field(default=OMITTED)
    households_served: Households | None = None
    place_kind: PlaceKind | None = None
    area_m2: Area | None = None
    capacity_m3: Area | None = None
    accepts: Accepts = Field(default=OMITTED)
    crew: Crew = Field(default=OMITTED)
    opened_on: Day | None = None
    contact: Contact = Field(default=OMITTED)
    note: Note = Field(default=OMITTED)
    state: PointState = Field(default=OMITTED)
    state_since: StateSince = Field(default=OMITTED)
    state_why: StateWhy = Field(default=OMITTED)

    @model_validator(mode="after")
    def _both_or_none(self) -> "PointChange":
        if ("lat" in self.model_fields_set) != ("lon" in self.model_fields_set):
            raise PydanticCustomError("place_half", "", {"says": "Tọa độ cần đủ vĩ độ và kinh độ."})
        check_pair(self.lat, self.lon)
        return self


def check_pair(lat: float | None, lon: float | None) -> None:
    if (lat is None) != (lon is None):
        raise PydanticCustomError("place_half", "", {"says": "Tọa độ cần đủ vĩ độ và kinh độ."})


class PointSummary(Output):
    """One point of the register. `next_at` lies in the past while a collection is going on."""

    id: UUID
    code: str
    name: str
    kind: PointKind
    hamlet_id: UUID | None
    hamlet_name: str | None
    lat: float | None
    lon: float | None
    place_words: str
    schedule: list[Pickup]
    schedule_words: str
    opening_hours: list[Pickup]
    opening_words: str
    next_at: Moment | None
    households_served: int | None
    place_kind: PlaceKind | None
    area_m2: float | None
    capacity_m3: float | None
    accepts: list[WasteClass]
    crew: str
    opened_on: date | None
    contact: str
    state: PointState
    state_since: date | None
    state_why: str
    distance_m: int | None
    thumb: str | None


class PointDetail(PointSummary):
    note: str
    photos: list[Picture]
    version: int


def own_fields(point: CollectionPoint) -> dict[str, Any]:
    """What the row itself says, under the names of the wire; values of any kind."""
    same = (
        "id", "code", "name", "kind", "hamlet_id", "place_words", "households_served", "place_kind", "area_m2",
        "capacity_m3", "accepts", "crew", "opened_on", "contact", "state", "state_since", "state_why",
    )  # fmt: skip
    return {name: getattr(point, name) for name in same} | {
        "lat": point.latitude,
        "lon": point.longitude,
        "schedule": [Pickup.model_validate(entry) for entry in point.schedule],
        "opening_hours": [Pickup.model_validate(entry) for entry in point.opening_hours],
    }


def stored(schedule: Sequence[Pickup]) -> list[dict[str, Any]]:
    """As the table keeps it: JSON with `from` and `to`."""
    return [pickup.model_dump(by_alias=True) for pickup in schedule]


def _kind(cell: Any) -> Any:  # any: whatever was in the cell; Pydantic judges it afterwards
    known = {fold(label): kind for kind, label in KIND_LABELS.items()}
    return known.get(fold(cell), cell) if isinstance(cell, str) else cell


def _state(cell: Any) -> Any:  # any: as above
    known = {fold(label): state for state, label in STATE_LABELS.items()}
    return known.get(fold(cell), cell) if isinstance(cell, str) else cell


def _classes(cell: Any) -> Any:  # any: as above
    """ "Tái chế; Thực phẩm" in one cell."""
    known = {fold(label): one for one, label in CLASS_LABELS.items()}
    words = [word.strip() for word in cell.split(";")] if isinstance(cell, str) else cell
    return [known.get(fold(word), word) for word in words if word]


class PointRow(Input):
    """One row of the commune's register. `hamlet` is a code or a name; `schedule` is text."""

    code: Code
    name: Name
    kind: Annotated[PointKind, BeforeValidator(_kind)] = PointKind.COLLECTION_POINT
    hamlet: Line = ""
    latitude: Annotated[csv_rows.Number, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[csv_rows.Number, Field(ge=-180, le=180)] | None = None
    place_words: PlaceWords = ""
    schedule: Annotated[Words, Field(max_length=1000)] = ""
    opening_hours: Annotated[Words, Field(max_length=1000)] = ""
    households_served: Annotated[csv_rows.Whole, Field(ge=0, le=MOST_HOUSEHOLDS)] | None = None
    place_kind: Annotated[PlaceKind, csv_rows.labelled(PLACE_LABELS)] | None = None
    area_m2: Annotated[csv_rows.Number, Field(ge=0, le=1_000_000)] | None = None
    capacity_m3: Annotated[csv_rows.Number, Field(ge=0, le=1_000_000)] | None = None
    accepts: Annotated[Accepts, BeforeValidator(_classes)] = Field(default_factory=list)
    crew: Crew = ""
    opened_on: csv_rows.Day | None = None
    contact: Contact = ""
    note: Note = ""
    state: Annotated[PointState, BeforeValidator(_state)] = PointState.OPEN
    state_since: csv_rows.Day | None = None
    state_why: StateWhy = ""


COLUMNS = (
    Column("code", ("Mã điểm", "Mã"), is_required=True),
    Column("name", ("Tên điểm", "Tên", "Điểm tập kết"), is_required=True),
    Column("kind", ("Loại", "Loại điểm")),
    Column("hamlet", ("Thôn", "Mã thôn", "hamlet_code")),
    Column("latitude", ("Vĩ độ", "lat")),
    Column("longitude", ("Kinh độ", "lon")),
    Column("place_words", ("Vị trí", "Mô tả vị trí", "Địa chỉ")),
    Column("schedule", ("Lịch thu gom", "Lịch")),
    Column("opening_hours", ("Giờ mở cửa",)),
    Column("households_served", ("Số hộ phục vụ", "Số hộ")),
    Column("place_kind", ("Nơi đặt",)),
    Column("area_m2", ("Diện tích (m²)", "Diện tích")),
    Column("capacity_m3", ("Sức chứa (m³)", "Sức chứa")),
    Column("accepts", ("Loại rác nhận",)),
    Column("crew", ("Tổ thu gom",)),
    Column("opened_on", ("Dùng từ ngày",)),
    Column("contact", ("Liên hệ", "Đầu mối liên hệ")),
    Column("note", ("Ghi chú",)),
    Column("state", ("Tình trạng", "Trạng thái")),
    Column("state_since", ("Tình trạng từ ngày",)),
    Column("state_why", ("Lý do",)),
)
