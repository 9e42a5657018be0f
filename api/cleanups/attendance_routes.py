"""The doors to rolls, presences and what officers reconcile."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.cleanups import attendance_actions as actions
from api.cleanups import attendance_queries as queries
from api.cleanups.attendance_schemas import (
    AttendanceReceipt,
    FlagDismissal,
    NewAttendance,
    NewRoll,
    Reconciliation,
    RollShape,
)
from api.core import clock
from api.core.web import AddressDep, SessionDep, SettingsDep

router = APIRouter(tags=["cleanups"])
Recorder = Annotated[Person, Depends(Allowed(Permission.RECORD_CLEANUPS))]
Keeper = Annotated[Person, Depends(Allowed(Permission.MANAGE_MOVEMENT))]


async def count_presences(request: Request, address: AddressDep) -> None:
    """A whole hamlet may share one carrier's address, but not sixty households in a minute."""
    guesses = request.app.state.guesses
    await guesses.check("attendance", address)
    await guesses.count("attendance", address)


@router.post("/api/attendance-rolls", status_code=201, responses={200: {"model": RollShape}})
def post_roll(wish: NewRoll, by: Recorder, session: SessionDep, response: Response) -> RollShape:
    """A head's phone tells of the roll it shows. 201; or 200 when it came before."""
    roll, is_new = actions.open_roll(session, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    keep_private(response)
    return queries.roll_shape(session, roll)


@router.get("/api/attendance-rolls/{roll_id}")
def read_roll(roll_id: UUID, by: Recorder, session: SessionDep, response: Response) -> RollShape:  # noqa: ARG001
    """How many have told that they are there. The secret is not told again."""
    keep_private(response)
    return queries.roll_shape(session, queries.require_roll(session, roll_id))


@router.post(
    "/api/attendances", status_code=201, responses={200: {"model": AttendanceReceipt}},
    dependencies=[Depends(count_presences)],
)  # fmt: skip
def post_attendance(
    wish: NewAttendance, session: SessionDep, settings: SettingsDep, response: Response
) -> AttendanceReceipt:
    """A household is there. Taken in even before the roll; it counts once the code fits one. No account is needed."""
    receipt, is_new = actions.attend(session, wish, settings.secret, now=clock.now())
    response.status_code = 201 if is_new else 200
    keep_private(response)
    return receipt


@router.get("/api/cleanup-reconciliation")
def read_reconciliation(by: Keeper, session: SessionDep, response: Response) -> Reconciliation:  # noqa: ARG001
    """The heads' counts and the phones' side by side, never added up; and photos that deserve a second look."""
    keep_private(response)
    return queries.reconciliation(session, clock.day_of(clock.now()))


@router.post("/api/cleanup-flags/{flag_id}/dismissal")
def post_flag_dismissal(flag_id: UUID, wish: FlagDismissal, by: Keeper, session: SessionDep) -> Reconciliation:
    """Say why it is all right, or what was done about it."""
    actions.dismiss_flag(session, flag_id, wish.reason, by=by, now=clock.now())
    session.flush()
    return queries.reconciliation(session, clock.day_of(clock.now()))
