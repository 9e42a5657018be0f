"""Obstacles on the wire."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from api.core.shapes import Day, Input, Output
from api.core.text import Line, Words
from api.plan.obstacle_models import ObstacleState


class NewObstacle(Input):
    """What is in the way, and what would help."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-0000-7000-8000-000000000001", "item_code": "2.2c",
                    "words": "Chưa có đất cho điểm tập kết mới.", "proposal": "Xin xã bố trí khu đất công.",
                }
            ]
        }
    )  # fmt: skip

    id: UUID
    item_code: Annotated[Line, Field(max_length=12)] | None = None
    words: Annotated[Words, Field(min_length=1, max_length=2000)]
    proposal: Annotated[Words, Field(max_length=1000)] = ""


class Decision(Input):
    model_config = ConfigDict(
        json_schema_extra={"examples": [{"decision": "Giao Phòng Kinh tế rà soát.", "document": "TB 12/TB-UBND"}]}
    )

    decision: Annotated[Words, Field(min_length=1, max_length=2000)]
    document: Annotated[Line, Field(max_length=300)] = ""


class Removal(Input):
    """The day on which it was out of the way."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"removed_on": "2026-12-01"}]})

    removed_on: Day


class ObstacleShape(Output):
    id: UUID
    item_code: str | None
    unit_name: str | None
    hamlet_name: str | None
    words: str
    proposal: str
    state: ObstacleState
    raised_by_name: str
    raised_at: datetime
    decision: str
    document: str
    decided_by_name: str | None
    decided_on: date | None
    removed_on: date | None
    version: int


class Obstacles(Output):
    """The newest first, at most 500."""

    items: list[ObstacleShape]
