"""Doors of the administrators: accounts, their password links and devices, and the commune's units."""

from typing import Annotated, TypeVar
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from api.accounts import actions, passwords, queries, schemas, sign_in
from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.shapes import Page
from api.core.web import Cursor, IfMatch, SessionDep, SettingsDep

router = APIRouter(prefix="/api", tags=["accounts"], dependencies=[Depends(keep_private)])
Administrator = Annotated[Person, Depends(Allowed(Permission.MANAGE_ACCOUNTS))]
Staff = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]
Shape = TypeVar("Shape", schemas.AccountDetail, schemas.UnitDetail)


@router.get("/accounts", summary="All accounts")
def list_accounts(
    _: Administrator, session: SessionDep, settings: SettingsDep, cursor: Cursor = None
) -> Page[schemas.AccountDetail]:
    """By user name, disabled ones too."""
    items, following = queries.page(session, secret=settings.secret, cursor=cursor)
    return Page(items=items, next=following)


@router.post(
    "/accounts", status_code=201, summary="Make an account",
    responses={200: {"model": schemas.AccountDetail, "description": "Made before with this id"}},
)  # fmt: skip
def create_account(
    new: schemas.NewAccount, by: Administrator, session: SessionDep, response: Response
) -> schemas.AccountDetail:
    """It has no password yet: hand over a password link. 200 when the same account was made before with this id;
    409 `login_taken`, `phone_taken` or `account_id_taken`; 422 `post_rejected` or `unit_not_usable`."""
    account, is_new = actions.create_account(session, new, by=by, now=clock.now())
    return _shown(response, queries.detail(session, account), is_new=is_new)


@router.patch("/accounts/{account_id}", summary="Change, disable or enable an account")
def change_account(
    account_id: UUID, change: schemas.AccountChange, version: IfMatch, by: Administrator, session: SessionDep,
    response: Response,
) -> schemas.AccountDetail:  # fmt: skip
    """Disabling signs the person out everywhere. 409 `last_administrator` when nobody would be left to administer."""
    account = actions.change_account(session, account_id, change, version=version, by=by, now=clock.now())
    return _shown(response, queries.detail(session, account))


@router.post("/accounts/{account_id}/password-link", status_code=201, summary="Make a one-time password link")
def create_password_link(
    account_id: UUID, by: Administrator, session: SessionDep, settings: SettingsDep
) -> schemas.PasswordLinkIssued:
    """Good for three days and one use; older links of the account become void. Shown only here."""
    account = queries.require(session, account_id, locked=True)
    issued = passwords.issue_link(session, account, settings=settings, by=by, now=clock.now())
    return schemas.PasswordLinkIssued(url=issued.url, qr_svg=passwords.qr_svg(issued.url), expires_at=issued.expires_at)


@router.delete("/accounts/{account_id}/devices", status_code=204, summary="Sign somebody out everywhere")
def delete_devices(account_id: UUID, by: Administrator, session: SessionDep) -> None:
    """For a lost phone."""
    sign_in.end_devices(session, queries.require(session, account_id), by=by, now=clock.now())


@router.get("/units", summary="Units and their officers")
def list_units(_: Staff, session: SessionDep) -> Page[schemas.UnitDetail]:
    """All of them on one page, those no longer used last."""
    return Page(items=queries.units(session), next=None)


@router.post(
    "/units", status_code=201, summary="Make a unit",
    responses={200: {"model": schemas.UnitDetail, "description": "Made before with this id"}},
)  # fmt: skip
def create_unit(new: schemas.NewUnit, by: Administrator, session: SessionDep, response: Response) -> schemas.UnitDetail:
    """200 when the same unit was made before with this id; 409 `unit_code_taken` or `unit_id_taken`."""
    unit, is_new = actions.create_unit(session, new, by=by, now=clock.now())
    return _shown(response, queries.unit_detail(session, unit), is_new=is_new)


@router.patch("/units/{unit_id}", summary="Change a unit")
def change_unit(
    unit_id: UUID, change: schemas.UnitChange, version: IfMatch, by: Administrator, session: SessionDep,
    response: Response,
) -> schemas.UnitDetail:  # fmt: skip
    """409 `unit_in_use` when it shall no longer be used and still has active accounts."""
    unit = actions.change_unit(session, unit_id, change, version=version, by=by, now=clock.now())
    return _shown(response, queries.unit_detail(session, unit))


def _shown(response: Response, shape: Shape, *, is_new: bool | None = None) -> Shape:
    """The thing with its version for If-Match; 200 instead of 201 for one that is not new."""
    response.headers["ETag"] = f'"{shape.version}"'
    if is_new is False:
        response.status_code = 200
    return shape
