"""What is prepared, checked and shown to everybody."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from api.core.shapes import Day, Input, Output
from api.core.text import Line, Words
from api.crews.models import PublicationState

Told = Annotated[Words, Field(max_length=600)]
PUBLICATION: JsonDict = {
    "violation_id": "0193a6a2-0000-7000-8000-000000000001", "fault": "Xe chở rác không che bạt",
    "remedy": "Lắp bạt che xe trước ngày 05/12/2026", "outcome": "Nhắc nhở bằng văn bản",
    "ground": "Kế hoạch, mục III, nhiệm vụ 2.4c", "shown_until": "2027-06-30",
}  # fmt: skip


class CrewPublicationEdit(Input):
    """Words for everybody: the kind of fault and the remedy, never a person, a plate or a phone number."""

    model_config = ConfigDict(json_schema_extra={"examples": [PUBLICATION]})

    violation_id: UUID
    fault: Annotated[Words, Field(min_length=1, max_length=600)]
    remedy: Told = ""
    outcome: Told = ""
    ground: Annotated[Line, Field(min_length=1, max_length=300)]
    shown_until: Day | None = None


class CrewPublicationCheck(Input):
    """By another person than the one who prepared it. Not right: it goes back, with the words why."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"is_right": True, "words": ""}]})

    is_right: bool
    words: Told = ""


class CrewWithdrawal(Input):
    model_config = ConfigDict(json_schema_extra={"examples": [{"words": "Đã hết thời hạn công khai."}]})

    words: Annotated[Words, Field(min_length=1, max_length=600)]


class CrewPublicationShape(Output):
    id: UUID
    violation_id: UUID
    organisation: str
    fault: str
    remedy: str
    outcome: str
    ground: str
    shown_until: date | None
    state: PublicationState
    prepared_by_name: str
    checked_by_name: str | None
    check_words: str
    published_on: date | None
    withdrawn_on: date | None
    withdrawn_words: str
    may_check: bool = Field(description="Whoever asks is another person, and of no unit that collects")
    version: int


class PublicCrewResult(Output):
    """What everybody may see of a violation, and nothing more."""

    id: UUID
    organisation: str
    fault: str
    remedy: str
    outcome: str
    ground: str
    published_on: date
    due_on: date | None
    is_remedied: bool
    remedied_on: date | None
