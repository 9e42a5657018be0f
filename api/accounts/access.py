"""Who is asking: the cookies, the signed-in person, and the check of one permission at a route."""

from typing import Annotated, cast

from anyio import to_thread
from fastapi import Depends, Request, Response
from sqlmodel import Session

from api.accounts import queries, sign_in
from api.accounts.permissions import Permission
from api.accounts.queries import SignedIn
from api.accounts.rules import Person
from api.accounts.sign_in import Entered, Visit
from api.core import clock, errors
from api.core.database import Database
from api.core.settings import Settings
from api.core.web import SAFE_METHODS, AddressDep, SessionDep, SettingsDep

COOKIE = "__Host-xanh"
DEVICE_COOKIE = "__Host-xanh-device"
DEVICE_SECONDS = 400 * 86_400  # as long as browsers keep any cookie


async def read_sign_in(request: Request, session: SessionDep, settings: SettingsDep) -> SignedIn | None:
    """The sign-in of this device, or None. Looking does not write; a change keeps the sign-in fresh."""
    token = request.cookies.get(COOKIE, "")
    if not token:
        return None
    now, database = clock.now(), cast(Database, request.app.state.database)

    def look(asked: Session) -> SignedIn | None:
        return queries.signed_in(asked, token, now=now)

    def look_and_touch() -> SignedIn | None:
        if found := look(session):
            sign_in.touch(session, found.sign_in, settings=settings, now=now)
        return found

    if request.method in SAFE_METHODS:
        return await database.ask(look, inline=True, held=session)
    return await to_thread.run_sync(look_and_touch)


VisitorSignIn = Annotated[SignedIn | None, Depends(read_sign_in)]


async def read_visitor(found: VisitorSignIn) -> Person | None:
    return found.person if found else None


async def require_sign_in(found: VisitorSignIn) -> SignedIn:
    if found is None:
        raise errors.SignInNeeded
    return found


Visitor = Annotated[Person | None, Depends(read_visitor)]
CurrentSignIn = Annotated[SignedIn, Depends(require_sign_in)]


async def require_person(current: CurrentSignIn) -> Person:
    return current.person


CurrentPerson = Annotated[Person, Depends(require_person)]


class Allowed:
    """A dependency that lets through who has `permission`; the permission-matrix test reads it off the route."""

    def __init__(self, permission: Permission) -> None:
        self.permission = permission

    async def __call__(self, person: CurrentPerson) -> Person:
        if not person.may(self.permission):
            raise errors.NotAllowed
        return person


async def read_visit(request: Request, address: AddressDep) -> Visit:
    """Where a try to sign in comes from, before it is known whose it is."""
    return Visit(
        address=address, user_agent=request.headers.get("user-agent", ""),
        token=request.cookies.get(COOKIE, ""), device=request.cookies.get(DEVICE_COOKIE, ""),
    )  # fmt: skip


VisitDep = Annotated[Visit, Depends(read_visit)]


def give_cookies(response: Response, entered: Entered, settings: Settings) -> None:
    """The two secrets of a sign-in, out of reach of scripts and of other sites."""
    _give(response, COOKIE, entered.token, settings.session_max_days * 86_400)
    _give(response, DEVICE_COOKIE, entered.device, DEVICE_SECONDS)


def take_cookie(response: Response) -> None:
    """End the sign-in on this device. It stays known, and what its outbox holds stays with it."""
    response.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="strict")
    response.headers["Clear-Site-Data"] = '"cache"'


def _give(response: Response, name: str, value: str, seconds: int) -> None:
    response.set_cookie(name, value, max_age=seconds, path="/", secure=True, httponly=True, samesite="strict")


def keep_private(response: Response) -> None:
    """For answers that are one person's own."""
    response.headers["Cache-Control"] = "no-store"
