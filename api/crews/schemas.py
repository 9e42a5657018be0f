"""Crews, contracts and violations on the wire."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from api.checklists.models import Verdict
from api.checklists.schemas import InspectionShape
from api.core.shapes import Day, Input, Output
from api.core.text import Line, Words
from api.crews.models import ViolationState
from api.crews.publication_schemas import CrewPublicationShape
from api.media.schemas import StaffPicture

CREW: JsonDict = {
    "code": "TG-01", "name": "Tổ thu gom số 1 (mẫu)", "organisation": "Hợp tác xã Môi trường Mẫu",
    "leader": "Nguyễn Văn Mẫu", "phone": "", "unit_id": None, "hamlet_ids": [],
    "routes": [{"words": "Đường chính Thôn Mẫu 1, Thôn Mẫu 2", "weekdays": [1, 3, 5]}], "members": 6,
    "vehicles": "2 xe gom, 1 xe tải nhỏ", "valid_from": "2026-01-01", "valid_to": None, "note": "",
}  # fmt: skip
CONTRACT: JsonDict = {
    "number": "05/HĐ-TG", "signed_on": "2026-01-05", "valid_from": "2026-01-10", "valid_to": "2026-12-31",
    "value_vnd": 120000000, "note": "",
}  # fmt: skip
VIOLATION: JsonDict = {
    "inspection_id": None, "found_on": "2026-11-20", "words": "Xe chở rác không che bạt.",
    "rule": "Thông tư 02/2022/TT-BTNMT, điều 27", "remedy": "Lắp bạt che cho cả hai xe.", "due_on": "2026-12-05",
    "remedied_on": None, "result": "", "is_void": False, "void_words": "",
}  # fmt: skip
Vnd = Annotated[int, Field(ge=0, le=1_000_000_000_000)]


class CrewRoute(Input):
    words: Annotated[Line, Field(min_length=1, max_length=300)]
    weekdays: Annotated[list[Annotated[int, Field(ge=1, le=7)]], Field(min_length=1, max_length=7)]


class CrewEdit(Input):
    model_config = ConfigDict(json_schema_extra={"examples": [CREW]})

    code: Annotated[Line, Field(min_length=1, max_length=20)]
    name: Annotated[Line, Field(min_length=1, max_length=120)]
    organisation: Annotated[Line, Field(min_length=1, max_length=200)]
    leader: Annotated[Line, Field(max_length=120)] = ""
    phone: Annotated[Line, Field(max_length=20)] = ""
    unit_id: UUID | None = None
    hamlet_ids: Annotated[list[UUID], Field(max_length=100)] = Field(default_factory=list)
    routes: Annotated[list[CrewRoute], Field(max_length=30)] = Field(default_factory=list)
    members: Annotated[int, Field(ge=0, le=500)] | None = None
    vehicles: Annotated[Words, Field(max_length=600)] = ""
    valid_from: Day
    valid_to: Day | None = None
    note: Annotated[Words, Field(max_length=1000)] = ""


class CrewContractEdit(Input):
    model_config = ConfigDict(json_schema_extra={"examples": [CONTRACT]})

    number: Annotated[Line, Field(min_length=1, max_length=80)]
    signed_on: Day
    valid_from: Day
    valid_to: Day | None = None
    value_vnd: Vnd | None = None
    note: Annotated[Words, Field(max_length=1000)] = ""


class CrewViolationEdit(Input):
    """Put down, its remedy asked and followed; `is_void` with words when it was put down in error."""

    model_config = ConfigDict(json_schema_extra={"examples": [VIOLATION]})

    inspection_id: UUID | None = None
    found_on: Day
    words: Annotated[Words, Field(min_length=1, max_length=2000)]
    rule: Annotated[Line, Field(max_length=300)] = ""
    remedy: Annotated[Words, Field(max_length=1000)] = ""
    due_on: Day | None = None
    remedied_on: Day | None = None
    result: Annotated[Words, Field(max_length=1000)] = ""
    is_void: bool = False
    void_words: Annotated[Words, Field(max_length=600)] = ""


class CrewSettings(Input):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "collecting_unit_ids": ["0193a6a2-0000-7000-8000-000000000001"],
                    "source": "Kế hoạch, mục III, nhiệm vụ 2.4c",
                }
            ]
        }
    )  # fmt: skip

    collecting_unit_ids: Annotated[list[UUID], Field(max_length=20)]
    source: Annotated[Line, Field(min_length=1, max_length=300)]


class CrewSettingsShape(Output):
    collecting_unit_ids: list[UUID]
    source: str
    version: int


class CrewRouteShape(Output):
    words: str
    weekdays: list[int]


class CrewShape(Output):
    id: UUID
    code: str
    name: str
    organisation: str
    leader: str
    phone: str
    unit_id: UUID | None
    unit_name: str | None
    hamlet_ids: list[UUID]
    hamlet_names: list[str]
    routes: list[CrewRouteShape]
    members: int | None
    vehicles: str
    valid_from: date
    valid_to: date | None
    note: str
    version: int


class CrewStanding(CrewShape):
    """A crew, and how it stood on a day."""

    is_working: bool
    contract_number: str | None = Field(description="Of the contract in force on that day")
    contract_until: date | None
    inspected_on: date | None
    verdict: Verdict | None = Field(description="Null: never inspected")
    is_overdue: bool = Field(description="Working, and no inspection holds any more")
    open_violations: int
    late_violations: int


class CrewUnit(Output):
    id: UUID
    name: str
    collects: bool = Field(description="Runs collection itself, so its people neither inspect nor publish")


class CrewRegister(Output):
    on: date
    crews: list[CrewStanding]
    working: int
    inspected: int = Field(description="Working, and an inspection holds")
    open_violations: int
    late_violations: int
    waiting: int = Field(description="Publications that wait for a second person")
    units: list[CrewUnit]
    hindrance: str = Field(description="Why whoever asks may neither inspect nor publish; empty: they may")


class CrewContractShape(Output):
    id: UUID
    number: str
    signed_on: date
    valid_from: date
    valid_to: date | None
    value_vnd: int | None
    note: str
    version: int
    is_in_force: bool
    scans: list[StaffPicture]


class CrewViolationShape(Output):
    id: UUID
    crew_id: UUID
    inspection_id: UUID | None
    found_on: date
    words: str
    rule: str
    remedy: str
    due_on: date | None
    remedied_on: date | None
    result: str
    voided_on: date | None
    void_words: str
    state: ViolationState
    made_by_name: str
    photos: list[StaffPicture] = Field(description="kind: evidence or remedy")
    publications: list[CrewPublicationShape]
    version: int


class CrewDetail(Output):
    crew: CrewStanding
    contracts: list[CrewContractShape]
    inspections: list[InspectionShape]
    violations: list[CrewViolationShape]
    units: list[CrewUnit]
    hindrance: str
