"""Base classes of everything that crosses the wire."""

import re
from datetime import UTC, date, datetime
from typing import Annotated, Any, Generic, TypeVar

from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, PlainSerializer
from pydantic_core import PydanticCustomError

Item = TypeVar("Item")


def _within_reason(moment: datetime) -> datetime:
    """Years a database and a calendar can hold; a phone's wrong clock still passes."""
    if not 1970 <= moment.year <= 2100:
        raise PydanticCustomError("moment", "Thời điểm này không hợp lệ.")
    return moment.astimezone(UTC)


def _zulu(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


Moment = Annotated[AwareDatetime, AfterValidator(_within_reason), PlainSerializer(_zulu, when_used="json")]


def _written_day(day: Any) -> Any:  # any: what the wire held; Pydantic would take 86400 for a day too
    if isinstance(day, date) or (isinstance(day, str) and re.fullmatch(r"(19|20|21)\d\d-\d\d-\d\d", day)):
        return day
    raise PydanticCustomError("date_parsing", "Ngày viết chưa đúng.")


Day = Annotated[date, BeforeValidator(_written_day)]

# The default of a field that a change may leave out but not set to null. Any: it stands in for every type.
OMITTED: Any = None


class Input(BaseModel):
    """What comes in: unknown fields, NaN and infinity are refused."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False, str_max_length=20_000)


class Output(BaseModel):
    """What goes out: no defaults, so that generated types are never optional by accident."""

    model_config = ConfigDict(from_attributes=True)


class Page(Output, Generic[Item]):
    """One page of a list; `next` is the cursor of the following page, or null at the end."""

    items: list[Item]
    next: str | None
