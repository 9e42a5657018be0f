"""The household list on the wire."""

import re
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.core.shapes import Day, Input, Moment, Output
from api.core.text import Line, fold

MOST_LISTED = 1_500


def _no_phone(label: str) -> str:
    if len(re.findall(r"\d", label)) >= 8:
        raise PydanticCustomError("label_phone", "Chỉ ghi số nhà, ngõ hoặc mã; không ghi số điện thoại, số giấy tờ.")
    return label


class ListedHousehold(Input):
    label: Annotated[
        Line,
        Field(min_length=1, max_length=40, description="House number, lane or code; never a name"),
        AfterValidator(_no_phone),
    ]
    sorts: bool
    composts: bool = False


class NewSortingList(Input):
    """Every household of the hamlet, looked at on a day. It makes a count of the same id."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c65",
                    "hamlet_id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c32",
                    "checked_on": "2026-11-20",
                    "households": [{"label": "Ngõ 2, số 5", "sorts": True, "composts": False}],
                    "made_at": "2026-11-20T10:00:00Z",
                }
            ]
        }
    )

    id: UUID
    hamlet_id: UUID
    checked_on: Day
    households: Annotated[list[ListedHousehold], Field(min_length=1, max_length=MOST_LISTED)]
    made_at: Moment

    @model_validator(mode="after")
    def _once_each(self) -> "NewSortingList":
        if len({fold(one.label) for one in self.households}) < len(self.households):
            raise PydanticCustomError("label_twice", "Có hai hộ ghi giống nhau. Xin ghi khác đi.")
        return self


class HouseholdShape(Output):
    label: str
    sorts: bool
    composts: bool


class SortingListShape(Output):
    id: UUID
    hamlet_id: UUID
    checked_on: Day
    households: list[HouseholdShape]
    sorting: int


class OwnList(Output):
    """The newest list of the head's own hamlet; null: none yet, or forgotten by the rule of keeping."""

    newest: SortingListShape | None
