"""Documents on the wire."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from api.core.shapes import Day, Input, Output
from api.core.text import Words
from api.indicators.models import PeriodKind, Scheme
from api.reports.models import DocumentKind

PartText = Annotated[Words, Field(max_length=12_000)]


class NewDocument(Input):
    """A period by its number in a year, or free days; without either the newest period that is over."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-0000-7000-8000-000000000001", "kind": "periodic", "period": "month",
                    "year": 2026, "number": 10,
                }
            ]
        }
    )  # fmt: skip

    id: UUID
    kind: DocumentKind
    subject_id: UUID | None = None
    scheme: Scheme = Scheme.DECREE09
    period: PeriodKind = PeriodKind.MONTH
    year: Annotated[int | None, Field(ge=2020, le=2035)] = None
    number: Annotated[int, Field(ge=1, le=53)] = 1
    first: Day | None = None
    last: Day | None = None


class DocumentEdit(Input):
    """code -> text; null goes back to what was drawn from the records."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"parts": {"section_3_1": "Phong trào được duy trì."}}]})

    parts: Annotated[dict[Annotated[str, Field(max_length=40)], PartText | None], Field(max_length=40)]


class DocumentPart(Output):
    code: str
    heading: str
    text: str = Field(description="What is printed")
    drawn: str = Field(description="What the records say now")
    is_edited: bool
    has_moved: bool = Field(description="The records have changed since somebody edited the text")


class DocumentAnnex(Output):
    """The first rows; the file has all of them."""

    title: str
    columns: list[str]
    rows: list[list[str]]
    count: int
    words: str


class DocumentSummary(Output):
    id: UUID
    kind: DocumentKind
    title: str
    period_words: str
    first_day: date
    last_day: date
    drawn_at: datetime
    made_at: datetime
    made_by_name: str
    edited: int = Field(description="Texts that people changed")
    version: int


class DocumentDetail(DocumentSummary):
    subject_id: UUID | None
    type_name: str
    parts: list[DocumentPart]
    annexes: list[DocumentAnnex]
    sealed: str


class Documents(Output):
    items: list[DocumentSummary]
