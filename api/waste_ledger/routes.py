"""Doors to the waste ledger."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock, errors
from api.core.shapes import Moment
from api.core.web import CsvBody, SessionDep, csv_body
from api.places import queries as places
from api.places.schemas import ImportResult
from api.waste_ledger import actions, queries, spreadsheets
from api.waste_ledger.schemas import (
    Ledger,
    Month,
    NewRate,
    NewWasteEntry,
    RateShape,
    WasteEntryShape,
    first_day,
)

router = APIRouter(prefix="/api/waste", tags=["waste ledger"])
Staff = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]
Keeper = Annotated[Person, Depends(Allowed(Permission.MANAGE_WASTE_LEDGER))]
FirstMonth = Annotated[Month, Query(alias="from", description="First month")]
LastMonth = Annotated[Month, Query(alias="to", description="Last month, at most five years later")]
KnownAt = Annotated[Moment | None, Query(description="As it was known then: later entries and corrections left out")]
DryRun = Annotated[bool, Query(description="true: say what would happen, write nothing")]
MOST_MONTHS = 60


class PeriodRejected(errors.Rejected):
    code = "period_rejected"
    says = "Tháng đầu phải trước tháng cuối, và không quá năm năm."


@router.get("", response_model=Ledger, summary="The ledger by month, with K5a and K5b")
def show_ledger(
    response: Response, _: Staff, session: SessionDep, first: FirstMonth, last: LastMonth, known_at: KnownAt = None
) -> Ledger:
    """Every month with its sums by source; `total` of the whole period. Nothing is carried from month to month."""
    keep_private(response)
    begin, end = first_day(first), first_day(last)
    if not 0 <= (end.year - begin.year) * 12 + end.month - begin.month < MOST_MONTHS:
        raise PeriodRejected(field="to")
    return queries.ledger(session, begin, end, known_at=known_at)


@router.get("/entries", response_model=list[WasteEntryShape], summary="Every line of a month")
def list_entries(response: Response, _: Staff, session: SessionDep, month: Month) -> list[WasteEntryShape]:
    """Replaced ones too."""
    keep_private(response)
    return queries.listed(session, first_day(month))


@router.post(
    "/entries", response_model=WasteEntryShape, status_code=201, summary="Write a line",
    responses={200: {"model": WasteEntryShape}},
)  # fmt: skip
def record_entry(wish: NewWasteEntry, response: Response, by: Keeper, session: SessionDep) -> WasteEntryShape:
    """201; or 200 when this line came before. With `replaces_id` it corrects an earlier one, which stays readable.

    409 `waste_ticket_known` or `waste_estimate_known` with `existing_id` when it would count something twice.
    """
    entry, is_new = actions.record(session, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return queries.shape(entry, places.names(session))


@router.post(
    "/rates", response_model=RateShape, status_code=201, summary="Set how much waste a person makes in a day",
    responses={200: {"model": RateShape}},
)  # fmt: skip
def set_rate(wish: NewRate, response: Response, by: Keeper, session: SessionDep) -> RateShape:
    """For estimates to come; those that are there keep what they were reckoned with."""
    rate, is_new = actions.set_rate(session, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return queries.rate_shape(rate)


@router.post(
    "/imports",
    response_model=ImportResult,
    openapi_extra=csv_body('Số phiếu,Ngày,Khối lượng (tấn),Loại\nPC-0412,05/10/2026,"4,25",thu gom\n'),
    summary="Take over the tickets of a weigh-bridge",
)
def import_tickets(data: CsvBody, by: Keeper, session: SessionDep, dry_run: DryRun = False) -> ImportResult:
    """CSV, or the first sheet of an XLSX, with Số phiếu, Ngày, and Khối lượng (tấn) or (kg); also Loại, Nơi cân, Thôn,
    Ghi chú. Good rows go in, bad cells are named; a ticket that is in the ledger already changes nothing.
    """
    return spreadsheets.take_over(session, data, is_dry_run=dry_run, by=by, now=clock.now())
