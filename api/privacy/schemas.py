"""Personal data on the wire."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import ConfigDict, Field

from api.core.shapes import Input, Moment, Output
from api.core.text import Line, Phone, Words
from api.privacy.models import RequestKind, RequestState, Span

Reason = Annotated[Line, Field(min_length=3, max_length=500)]
Text = Annotated[Words, Field(min_length=3, max_length=2000)]


class RuleShape(Output):
    code: str
    label: str
    amount: int
    span: Span
    source: str
    is_active: bool
    version: int


class RuleEdit(Input):
    amount: Annotated[int, Field(ge=1, le=1200)]
    span: Literal[Span.MONTHS, Span.DAYS]
    source: Annotated[Line, Field(max_length=300)] = ""
    is_active: bool = True


class TermShape(Output):
    step: str
    label: str
    amount: int
    span: Span
    source: str
    version: int


class TermEdit(Input):
    amount: Annotated[int, Field(ge=1, le=365)]
    span: Literal[Span.WORKING_DAYS, Span.DAYS]
    source: Annotated[Line, Field(max_length=300)] = ""


class DueNow(Output):
    """What one rule would do tonight. `examples`: codes of cases, as far as it is about cases."""

    code: str
    label: str
    is_active: bool
    before: Moment
    count: int
    examples: list[str]


class NewRequest(Input):
    """Who asked, and in which words, is sealed at once. `has_processors`: others handle the data for us too."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c81",
                    "kind": "access",
                    "channel": "in_person",
                    "name": "Nguyễn Văn Mẫu",
                    "phone": "0912345678",
                    "words": "Xin xem những gì xã lưu về tôi.",
                }
            ]
        }
    )

    id: UUID
    kind: RequestKind
    channel: Annotated[Line, Field(max_length=40)]
    name: Annotated[Line, Field(min_length=1, max_length=120)]
    phone: Phone | None = None
    words: Annotated[Words, Field(max_length=2000)] = ""
    received_at: Moment | None = Field(default=None, description="When it came, if it is written down later")
    has_processors: bool = False


class RequestShape(Output):
    id: UUID
    kind: RequestKind
    channel: str
    state: RequestState
    received_at: Moment
    answer_due_at: Moment
    due_at: Moment
    is_answer_overdue: bool
    is_overdue: bool
    extended_at: Moment | None
    extension_reason: str
    answered_at: Moment | None
    answer: str
    ended_at: Moment | None
    outcome: str
    has_processors: bool
    version: int


class Identity(Output):
    name: str | None
    phone: str | None
    words: str | None


class RequestAnswer(Input):
    text: Text


class RequestExtension(Input):
    reason: Reason


class RequestOutcome(Input):
    state: Literal[RequestState.DONE, RequestState.REFUSED]
    text: Text


class Subject(Input):
    phone: Phone
    reason: Reason


class HeldPhoto(Output):
    kind: str
    taken_at: Moment | None
    latitude: float | None
    longitude: float | None
    has_original: bool


class HeldCase(Output):
    code: str
    received_at: Moment
    status: str
    name: str | None
    phone: str | None
    consent_version: str
    consented_at: Moment
    words: str
    place_words: str
    latitude: float | None
    longitude: float | None
    answers: list[str]
    photos: list[HeldPhoto]


class HeldRequest(Output):
    kind: RequestKind
    received_at: Moment
    state: RequestState
    outcome: str


class Held(Output):
    """Everything that is kept about a phone number."""

    phone: str
    made_at: Moment
    cases: list[HeldCase]
    requests: list[HeldRequest]


class NewErasure(Input):
    id: UUID
    phone: Phone
    reason: Reason
    request_id: UUID | None = None


class Erased(Output):
    """`words_kept`: cases still open, whose words stay until they are ended."""

    contacts: int
    originals: int
    cases: int
    words_kept: list[str]


class ErasureShape(Output):
    id: UUID
    hint: str
    reason: str
    request_id: UUID | None
    asked_by: str
    asked_at: Moment
    is_mine: bool
    cases: int
    confirmed_by: str | None
    confirmed_at: Moment | None
    withdrawn_at: Moment | None
    done: Erased | None
