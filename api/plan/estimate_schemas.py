"""Estimates on the wire. Amounts are whole dong."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from api.core.shapes import Input, Output
from api.core.text import Line
from api.plan.estimate_models import EstimateState

Dong = Annotated[int, Field(ge=0, le=10**13, description="VND")]


class EstimateEdit(Input):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "item_code": "2.2b", "unit_id": "0193a6a2-0000-7000-8000-000000000001", "year": 2027,
                    "words": "Mua 20 thùng rác 240 lít", "amount_vnd": 24000000, "spent_vnd": None,
                    "source": "Ngân sách xã", "state": "draft", "document": "",
                }
            ]
        }
    )  # fmt: skip

    item_code: Annotated[Line, Field(min_length=1, max_length=12)]
    unit_id: UUID
    year: Annotated[int, Field(ge=2020, le=2100)]
    words: Annotated[Line, Field(max_length=300)] = ""
    amount_vnd: Dong
    spent_vnd: Dong | None = None
    source: Annotated[Line, Field(max_length=200)] = ""
    state: EstimateState = EstimateState.DRAFT
    document: Annotated[Line, Field(max_length=300)] = ""


class EstimateShape(Output):
    id: UUID
    item_code: str
    item_title: str
    unit_id: UUID
    unit_name: str
    year: int
    words: str
    amount_vnd: int
    spent_vnd: int | None
    source: str
    state: EstimateState
    document: str
    may_change: bool
    version: int


class Total(Output):
    name: str
    amount_vnd: int
    approved_vnd: int
    spent_vnd: int


class EstimateSheet(Output):
    """One year: every line, and its sums by unit and by source."""

    year: int
    items: list[EstimateShape]
    by_unit: list[Total]
    by_source: list[Total]
    total: Total
