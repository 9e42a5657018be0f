"""The heat map: cases counted in the squares of a grid."""

import math
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from api.accounts.rules import Person
from api.complaints import queries as complaints
from api.complaints import rules as cases
from api.complaints.models import Complaint
from api.statistics import queries
from api.statistics.schemas import HeatFilter

MOST_CELLS = 1500


def heat(session: Session, narrowed: HeatFilter, *, by: Person, now: datetime) -> dict[str, Any]:
    """Everything of `schemas.Heat`, fullest squares first. Squares stay where they are, whatever part is looked at."""
    selection = queries.select_cases(session, narrowed, by=by, now=now)
    lat_step = narrowed.metres / cases.METRES_A_DEGREE
    box = cases.parse_box(narrowed.bbox) if narrowed.bbox else None
    lon_step = lat_step / math.cos(math.radians(_LATITUDE))
    row, column = (sa.func.round(where / step) for where, step in
                   ((col(Complaint.latitude), lat_step), (col(Complaint.longitude), lon_step)))  # fmt: skip
    number = sa.func.count().label("number")
    statement = selection.cases.with_only_columns(row.label("r"), column.label("c"), number)
    statement = statement.where(col(Complaint.latitude).is_not(None), col(Complaint.longitude).is_not(None))
    if box:
        statement = statement.where(*complaints.inside(box))
    statement = statement.group_by(sa.text("r"), sa.text("c")).order_by(sa.desc("number"), sa.text("r"), sa.text("c"))
    found = session.execute(statement.limit(MOST_CELLS + 1)).all()
    cells = [
        {"lat": round(r * lat_step, 6), "lon": round(c * lon_step, 6), "count": n} for r, c, n in found[:MOST_CELLS]
    ]
    return {
        "metres": narrowed.metres, "lat_step": lat_step, "lon_step": lon_step,
        "most": cells[0]["count"] if cells else 0, "more": len(found) > MOST_CELLS, "cells": cells,
    }  # fmt: skip


_LATITUDE = 21.0  # of the plain around Hải Phòng: squares are square there, and a bit off elsewhere
