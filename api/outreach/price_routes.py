"""Doors to the prices of collection."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.web import IfMatch, SessionDep, public_answer, show_version
from api.outreach import keeping, price_queries
from api.outreach.price_models import PriceTable
from api.outreach.price_schemas import PriceEdit, Prices, PriceShape

router = APIRouter(tags=["outreach"])
Editor = Annotated[Person, Depends(Allowed(Permission.MANAGE_PRICES))]


@router.get("/api/prices", response_model=Prices, summary="What collection costs")
def read_prices(request: Request, session: SessionDep) -> Response:
    """Null until the city has decided; then the table in force today, and those that come."""
    return public_answer(request, price_queries.known_on(session, clock.day_of(clock.now())))


@router.get("/api/outreach/prices", summary="Every price table")
def list_prices(_: Editor, session: SessionDep, response: Response) -> list[PriceShape]:
    """Past and struck-out ones too, the newest first."""
    keep_private(response)
    return [PriceShape.model_validate(row) for row in price_queries.every(session)]


@router.put("/api/outreach/prices/{table_id}", summary="Enter or mend a price table")
def put_prices(
    table_id: UUID, change: PriceEdit, version: IfMatch, by: Editor, session: SessionDep, response: Response
) -> PriceShape:
    """`If-Match: "0"` adds it. New prices are a new table from their day on; `is_void` strikes out a wrong one."""
    row = keeping.put(session, PriceTable, table_id, change, PriceShape, version=version, by=by, now=clock.now())
    show_version(response, row.version)
    return PriceShape.model_validate(row)
