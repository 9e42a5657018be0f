"""The register of points as its inspectors see it."""

from datetime import date
from typing import Any
from uuid import UUID

from pydantic import Field

from api.checklists.models import Verdict
from api.collection_points.models import PointKind, PointState
from api.core.shapes import Moment, Output


class PointStanding(Output):
    """A point and what its last inspection says on a day."""

    id: UUID
    code: str
    name: str
    kind: PointKind
    state: PointState
    hamlet_id: UUID | None
    hamlet_name: str | None
    inspected_on: date | None
    inspection_id: UUID | None = Field(description="The one the verdict comes from")
    holds_until: date | None
    verdict: Verdict | None = Field(description="Null: never inspected")
    is_overdue: bool = Field(description="Open, and no inspection holds any more")
    is_compliant: bool = Field(description="Open, and its last inspection holds and found it compliant")
    missed: list[str] = Field(description="Words of the items not met")


class HamletStanding(Output):
    """Whether a hamlet is served by a compliant point; `why` says what is missing."""

    hamlet_id: UUID
    hamlet_name: str
    points: int
    compliant: int
    is_served: bool
    why: str


class PointHistoryEntry(Output):
    """One line of the journal about a point. `changes`: column -> {before, after}."""

    at: Moment
    verb: str
    by: str
    changes: dict[str, Any]  # any JSON values


class PointRegister(Output):
    on: date
    points: list[PointStanding]
    hamlets: list[HamletStanding]
    compliant: int
    open: int
    overdue: int
