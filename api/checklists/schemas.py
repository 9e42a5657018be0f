"""Checklists and inspections on the wire."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from api.checklists.models import ItemMark, Verdict
from api.core.shapes import Day, Input, Moment, Output
from api.core.text import Line, Words
from api.media.schemas import StaffPicture

MOST_ITEMS, MOST_PHOTOS = 40, 24
ItemCode = Annotated[str, Field(pattern=r"^[a-z0-9_]{2,40}$", examples=["leakproof_containers"])]


class ChecklistItemEdit(Input):
    code: ItemCode
    words: Annotated[Line, Field(min_length=1, max_length=300)]
    hint: Annotated[Line, Field(max_length=300)] = ""
    source: Annotated[Line, Field(max_length=300)] = ""
    is_mandatory: bool = True
    kinds: Annotated[list[ItemCode], Field(max_length=20)] = Field(default_factory=list)


class ChecklistItem(Output):
    code: str
    words: str
    hint: str
    source: str
    is_mandatory: bool
    kinds: list[str]


class ChecklistShape(Output):
    id: UUID
    kind: str
    edition: int
    title: str
    source: str
    valid_from: date
    months: int
    items: list[ChecklistItem]


class NewEdition(Input):
    """Replaces the list from a day on; inspections made before keep theirs."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-0000-7000-8000-000000000001", "title": "Yêu cầu kỹ thuật điểm tập kết",
                    "source": "Thông tư 02/2022/TT-BTNMT, điều 26", "valid_from": "2027-01-01", "months": 6,
                    "items": [{"code": "leakproof_containers", "words": "Thùng, thiết bị không rò rỉ"}],
                }
            ]
        }
    )  # fmt: skip

    id: UUID
    title: Annotated[Line, Field(min_length=1, max_length=200)]
    source: Annotated[Line, Field(max_length=600)] = ""
    valid_from: Day
    months: Annotated[int, Field(ge=1, le=60)]
    items: Annotated[list[ChecklistItemEdit], Field(min_length=1, max_length=MOST_ITEMS)]


class ItemAnswer(Input):
    mark: ItemMark
    note: Annotated[Words, Field(max_length=600)] = ""


class DeclaredPhoto(Input):
    id: UUID
    item: Annotated[str, Field(pattern=r"^[a-z0-9_]{0,40}$")] = ""


class NewInspection(Input):
    """Made on the phone; its photos follow one by one under the ids given here."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-0000-7000-8000-000000000002",
                    "checklist_id": "0193a6a2-0000-7000-8000-000000000001",
                    "subject_id": "0193a6a2-0000-7000-8000-000000000003", "inspected_on": "2026-11-24",
                    "made_at": "2026-11-24T02:00:00Z",
                    "answers": {"leakproof_containers": {"mark": "not_met", "note": "Nứt đáy"}},
                    "words": "", "photos": [],
                }
            ]
        }
    )  # fmt: skip

    id: UUID
    checklist_id: UUID
    subject_id: UUID
    inspected_on: Day
    made_at: Moment
    answers: Annotated[dict[ItemCode, ItemAnswer], Field(max_length=MOST_ITEMS)]
    words: Annotated[Words, Field(max_length=2000)] = ""
    photos: Annotated[list[DeclaredPhoto], Field(max_length=MOST_PHOTOS)] = Field(default_factory=list)


class AnsweredItem(Output):
    code: str
    words: str
    is_mandatory: bool
    mark: ItemMark | None = Field(description="Null: not answered")
    note: str
    photos: list[StaffPicture]


class InspectionShape(Output):
    id: UUID
    subject_id: UUID
    inspected_on: date
    verdict: Verdict
    missed: list[str] = Field(description="The words of every mandatory item that is not met or not answered")
    words: str
    made_by_name: str
    received_at: datetime
    items: list[AnsweredItem]
    photos: list[StaffPicture] = Field(description="Of no single item")
