"""Prices of collection on the wire."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from api.core.shapes import Day, Input, Output
from api.core.text import Line, Words
from api.outreach.guide_schemas import Source


class PriceLine(Input):
    """What one kind of payer pays."""

    payer: Annotated[Line, Field(min_length=1, max_length=160, examples=["Hộ gia đình ở thôn"])]
    amount_vnd: Annotated[int, Field(ge=0, le=1_000_000_000, examples=[25_000])]
    unit: Annotated[Line, Field(min_length=1, max_length=60, examples=["hộ/tháng"], description="After “đồng/”")]
    note: Annotated[Line, Field(max_length=300)] = ""


class PriceEdit(Input):
    """The prices of one decision of the city. An earlier table stays for its own days."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"valid_from": "2027-01-01", "decision": "Quyết định số …/2026/QĐ-UBND",
                 "lines": [{"payer": "Hộ gia đình ở thôn", "amount_vnd": 25000, "unit": "hộ/tháng"}],
                 "source": "Công báo thành phố"}
            ]
        }
    )  # fmt: skip

    valid_from: Day
    decision: Annotated[Line, Field(min_length=1, max_length=200)]
    lines: Annotated[list[PriceLine], Field(min_length=1, max_length=60)]
    note: Annotated[Words, Field(max_length=1000)] = ""
    source: Source = ""
    is_void: bool = False


class PriceLineShape(Output):
    payer: str
    amount_vnd: int
    unit: str
    note: str


class PriceShape(Output):
    id: UUID
    valid_from: date
    decision: str
    lines: list[PriceLineShape]
    note: str
    source: str
    is_void: bool
    version: int


class Prices(Output):
    """`today`: null while the city has not decided. `coming`: decided, not yet in force."""

    today: PriceShape | None
    coming: list[PriceShape]
