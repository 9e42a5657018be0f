"""What staff write down for somebody who called, wrote or came; and re-typing."""

from typing import Annotated

from pydantic import ConfigDict, Field

from api.complaints.models import Kind, Priority
from api.complaints.question_schemas import AnsweredQuestion
from api.complaints.schemas import Code, Receipt, Submission
from api.core.shapes import Input, Output
from api.core.text import Line, Words


class Intake(Submission):
    """A complaint as staff enter it. `reported_at`: when the person called or wrote.

    `contact.consent` says that the person agreed aloud; who noted it is kept.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c77",
                    "channel": "phone",
                    "type": "complaint",
                    "category": "dump_water",
                    "words": "Rác đổ cạnh mương sau nhà văn hóa, mùi hôi.",
                    "reported_at": "2026-11-22T09:42:00Z",
                    "place": {"source": "words", "words": "Sau nhà văn hóa Thôn Mẫu 3"},
                    "contact": {
                        "name": "Vũ Thị Hoa",
                        "phone": "0912345678",
                        "consent": True,
                        "consent_version": "2026-11",
                    },
                    "external_ref": "1022-26-004512",
                    "priority": "normal",
                }
            ]
        }
    )

    channel: Code
    external_ref: Annotated[Line, Field(max_length=60)] | None = Field(
        default=None, description="Its number in another system: 1022, Hai Phong Smart, the Front"
    )
    priority: Priority | None = Field(default=None, description="Absent: the category's own")


class IntakeReceipt(Receipt):
    """To be read out, shown or printed. `qr_svg`: a plain SVG of `url`, which opens the case for its sender."""

    url: str
    qr_svg: str


class Retyping(Input):
    """Types of another procedure close the case to everybody but the hotline; one of the hotline's own opens it."""

    type: Kind
    reason: Annotated[Words, Field(min_length=1, max_length=1000)]


class SuggestedCategory(Output):
    code: str
    label: str


class IntakeFacts(Output):
    """How a case came in, for the desk. `suggested_category`: what its words point to, when it has another or none."""

    external_ref: str | None
    answers: list[AnsweredQuestion]
    unanswered: list[str]
    suggested_category: SuggestedCategory | None
    is_restricted: bool
    original_type: Kind | None
    retyped_reason: str | None
