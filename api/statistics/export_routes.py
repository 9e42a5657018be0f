"""The doors to the table of cases: out as CSV or a workbook, and back."""

import tempfile
from collections.abc import AsyncIterator
from datetime import datetime
from functools import partial
from typing import Annotated, Any

from anyio import to_thread
from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import StreamingResponse

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock, csv_rows
from api.core.database import Database
from api.core.web import CsvBody, SessionDep, csv_body
from api.places.schemas import ImportResult
from api.statistics import export_queries, import_actions
from api.statistics.export_rules import COLUMNS, cells
from api.statistics.schemas import StatisticsFilter
from api.statistics.workbooks import Workbook

router = APIRouter(prefix="/api/desk", tags=["statistics"])
Reader = Annotated[Person, Depends(Allowed(Permission.READ_COMPLAINTS))]
Triager = Annotated[Person, Depends(Allowed(Permission.TRIAGE_COMPLAINTS))]
DryRun = Annotated[bool, Query(description="true: say what would happen, write nothing")]
Narrowed = Annotated[StatisticsFilter, Query()]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EXAMPLE = "Mã phản ánh,Bản,Loại việc,Mức độ,Mã thôn,Nội dung công khai\nKS-26-0042,3,Đốt rác,Khẩn,M3,Đốt rác cạnh chợ\n"


@router.get("/cases.csv", response_class=Response, responses={200: {"content": {"text/csv": {}}}})
async def export_cases(request: Request, narrowed: Narrowed, by: Reader) -> StreamingResponse:
    """The cases of the desk's filter as CSV in UTF-8: nothing of reporters. The import takes it back unchanged."""
    lines = _csv(request.app.state.database, narrowed, by, clock.now())
    return _file(lines, "text/csv; charset=utf-8", "phan-anh.csv")


@router.get("/cases.xlsx", response_class=Response, responses={200: {"content": {XLSX: {}}}})
async def export_workbook(request: Request, narrowed: Narrowed, by: Reader) -> StreamingResponse:
    """The same as a workbook for Excel, ready to be printed; without formulas and links."""
    return _file(_workbook(request.app.state.database, narrowed, by, clock.now()), XLSX, "phan-anh.xlsx")


def _file(pieces: AsyncIterator[bytes], kind: str, name: str) -> StreamingResponse:
    headers = {"Cache-Control": "no-store", "Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(pieces, media_type=kind, headers=headers)


async def _batches(database: Database, narrowed: StatisticsFilter, by: Person, now: datetime) -> AsyncIterator[Any]:
    """Rows by the thousand, each in a turn of its own: a slow client holds nobody up. Any: rows by column name."""
    after: export_queries.Place | None = None
    while rows := await database.ask(partial(export_queries.batch, narrowed=narrowed, after=after, by=by, now=now)):
        yield rows
        after = export_queries.place_of(rows)


async def _csv(database: Database, narrowed: StatisticsFilter, by: Person, now: datetime) -> AsyncIterator[bytes]:
    yield csv_rows.head(COLUMNS).encode()
    async for rows in _batches(database, narrowed, by, now):
        yield await to_thread.run_sync(lambda rows: "".join(csv_rows.lines(map(cells, rows))).encode(), rows)


async def _workbook(database: Database, narrowed: StatisticsFilter, by: Person, now: datetime) -> AsyncIterator[bytes]:
    with tempfile.TemporaryFile() as file:
        book = await to_thread.run_sync(Workbook, file)
        async for rows in _batches(database, narrowed, by, now):
            await to_thread.run_sync(lambda rows: book.add(map(cells, rows)), rows)
        pieces = book.finish()
        while piece := await to_thread.run_sync(next, pieces, b""):
            yield piece


@router.post("/cases/imports", response_model=ImportResult, openapi_extra=csv_body(EXAMPLE))
def import_cases(data: CsvBody, by: Triager, session: SessionDep, dry_run: DryRun = False) -> ImportResult:
    """An exported table with changes: category, priority, hamlet and public words of cases at the version of the file.

    Good rows go in, bad cells are named; other columns must be as they were. The same file unchanged changes nothing.
    """
    return import_actions.take_back(session, data, is_dry_run=dry_run, by=by, now=clock.now())
