"""The lists behind the check-in, on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.cleanups.choice_models import ChoiceKind
from api.core.shapes import Day, Input, Output
from api.core.text import Line


class CleanupChoiceEdit(Input):
    model_config = ConfigDict(
        json_schema_extra={"examples": [{"kind": "organiser", "label": "Trường Tiểu học Mẫu", "is_active": True}]}
    )

    kind: ChoiceKind
    label: Annotated[Line, Field(min_length=1, max_length=160)]
    kilograms: Annotated[float, Field(gt=0, le=100_000)] | None = None
    first_day: Day | None = None
    last_day: Day | None = None
    hamlet_id: UUID | None = None
    source: Annotated[Line, Field(max_length=300)] = ""
    position: Annotated[int, Field(ge=0, le=10_000)] = 0
    is_active: bool = True

    @model_validator(mode="after")
    def _fits_its_kind(self) -> "CleanupChoiceEdit":
        if (self.kilograms is not None) != (self.kind is ChoiceKind.HEAP):
            raise PydanticCustomError("choice_kilograms", "", {"says": "Số kg chỉ dành cho vật để ước tính."})
        has_days = self.first_day is not None and self.last_day is not None and self.first_day <= self.last_day
        if self.kind is ChoiceKind.CAMPAIGN and not has_days:
            raise PydanticCustomError("choice_days", "", {"says": "Đợt ra quân cần ngày đầu và ngày cuối."})
        return self


class CleanupChoiceShape(Output):
    id: UUID
    kind: ChoiceKind
    label: str
    kilograms: float | None
    first_day: Day | None
    last_day: Day | None
    hamlet_id: UUID | None
    source: str
    position: int
    is_active: bool
    version: int


class CleanupChoices(Output):
    items: list[CleanupChoiceShape]
