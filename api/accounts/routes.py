"""Doors of signing in and out, of the devices that are signed in, and of passwords.

argon2 takes its time, and SQLite has one writer. So a password is judged in a dependency that stands before
`SessionDep` in the signature: it reads in a turn of its own, gives that back, judges, and only then the
request's writing turn begins.
"""

from collections.abc import AsyncIterator, Callable
from typing import Annotated, TypeVar
from uuid import UUID

from anyio import to_thread
from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse
from sqlmodel import Session

from api.accounts import passwords, queries, schemas, sign_in
from api.accounts.access import (
    CurrentPerson,
    CurrentSignIn,
    VisitDep,
    Visitor,
    VisitorSignIn,
    give_cookies,
    keep_private,
    take_cookie,
)
from api.accounts.rules import SignInWait
from api.accounts.sign_in import Entered
from api.core import clock, errors, problems, secrets
from api.core.settings import Settings
from api.core.web import AddressDep, SessionDep, SettingsDep

router = APIRouter(prefix="/api", tags=["session"], dependencies=[Depends(keep_private)])
Answer = TypeVar("Answer")


async def read_apart(request: Request, ask: Callable[[Session], Answer]) -> Answer:
    """Ask in a reading turn of its own, given back at once. Only before the request's turn has begun."""
    async with request.app.state.database.turn(writes=False) as session:
        return await to_thread.run_sync(ask, session)


async def in_password_slot(request: Request, work: Callable[[], Answer]) -> Answer:
    """Hash or judge a password: in a thread, and only a few at a time, for each takes much memory."""
    async with request.app.state.password_slots:
        return await to_thread.run_sync(work)


async def judge_credentials(
    request: Request, credentials: schemas.Credentials, visit: VisitDep, settings: SettingsDep
) -> sign_in.Judged:
    now, memory = clock.now(), settings.password_memory_kib
    candidate = await read_apart(
        request, lambda session: sign_in.look_up(session, credentials.login, visit, settings=settings, now=now)
    )
    known_hash = candidate.password_hash
    fits = await in_password_slot(request, lambda: secrets.password_fits(credentials.password, known_hash, memory))
    return sign_in.Judged(candidate, fits)


async def prove_change(
    request: Request, change: schemas.PasswordChange, visit: VisitDep, settings: SettingsDep
) -> passwords.Proven | None:
    """None when nobody is signed in; CurrentPerson then says so."""
    now, memory = clock.now(), settings.password_memory_kib
    account = await read_apart(
        request, lambda session: passwords.look_up(session, visit, change.new, settings=settings, now=now)
    )
    if account is None:
        return None
    return await in_password_slot(request, lambda: passwords.prove(account, change.current, change.new, memory))


async def count_wrong_links(request: Request, address: AddressDep) -> AsyncIterator[None]:
    """TooMany for an address that has guessed too often; a wrong token counts, an honest one does not."""
    guesses = request.app.state.guesses
    await guesses.check("password_link", address)
    try:
        yield
    except queries.PasswordLinkInvalid:
        await guesses.count("password_link", address)
        raise


FewGuesses = Annotated[None, Depends(count_wrong_links)]


async def hash_new_password(request: Request, new: schemas.NewPassword, settings: SettingsDep, _: FewGuesses) -> str:
    now, memory = clock.now(), settings.password_memory_kib
    await read_apart(request, lambda session: passwords.check_new(session, new.token, new.password, now=now))
    return await in_password_slot(request, lambda: secrets.hash_password(new.password, memory))


Judged = Annotated[sign_in.Judged, Depends(judge_credentials)]
Proven = Annotated[passwords.Proven | None, Depends(prove_change)]
NewHash = Annotated[str, Depends(hash_new_password)]


@router.get("/session", summary="Who is signed in")
def read_session(session: SessionDep, visitor: Visitor) -> schemas.SessionState:
    """`account` is null for everybody who is not signed in: looking is never refused."""
    return schemas.SessionState(account=queries.me(session, visitor) if visitor else None)


@router.post("/session", summary="Sign in", response_model=schemas.SessionState)
def create_session(
    request: Request, judged: Judged, visit: VisitDep, settings: SettingsDep, session: SessionDep, response: Response
) -> schemas.SessionState | JSONResponse:
    """With a user name or a phone. 401 `sign_in_refused` does not tell what was wrong; after some failures 429
    `sign_in_wait` says how long to wait. A device on which the password was right once is counted by itself."""
    try:
        entered = sign_in.enter(session, judged, visit, settings=settings, now=clock.now())
    except (sign_in.SignInRefused, SignInWait) as refused:
        return problems.of(request, refused)  # answered, not raised: the counted failure must be committed
    return _welcome(session, response, entered, settings)


@router.delete("/session", status_code=204, summary="Sign out")
def delete_session(session: SessionDep, found: VisitorSignIn, response: Response) -> None:
    """Ends this device's sign-in, if there is one. Cached answers go; what waits to be sent stays."""
    if found:
        sign_in.sign_out(session, found, now=clock.now())
    take_cookie(response)


@router.get("/session/devices", summary="My signed-in devices")
def list_devices(session: SessionDep, current: CurrentSignIn) -> list[schemas.Device]:
    """This device first, then the last used."""
    return queries.devices(session, current, now=clock.now())


@router.delete("/session/devices/{device_id}", status_code=204, summary="Sign one of my devices out")
def delete_device(device_id: UUID, session: SessionDep, by: CurrentPerson) -> None:
    """404 `device_not_found` when it is not one's own."""
    sign_in.end_device(session, device_id, by=by, now=clock.now())


@router.put("/session/password", status_code=204, summary="Change my password", response_model=None)
def change_password(
    request: Request, proven: Proven, by: CurrentPerson, visit: VisitDep, settings: SettingsDep, session: SessionDep,
    response: Response,
) -> JSONResponse | None:  # fmt: skip
    """Every other device is signed out; this one gets a new cookie. 422 `current_password_wrong`,
    `password_too_short`, `password_too_common` or `password_like_login` name the field."""
    if proven is None:
        raise errors.SignInNeeded
    try:
        entered = passwords.change(session, proven, visit, by=by, settings=settings, now=clock.now())
    except (passwords.CurrentPasswordWrong, SignInWait) as refused:
        return problems.of(request, refused)  # as in create_session
    give_cookies(response, entered, settings)
    return None


@router.post("/password-link", summary="Look at a password link")
def read_password_link(link: schemas.LinkToken, _: FewGuesses, session: SessionDep) -> schemas.LinkOwner:
    """Whose password the link sets. 404 `password_link_invalid` when it is unknown, used, replaced or too old."""
    owner = queries.require_link(session, link.token, now=clock.now())[1]
    return schemas.LinkOwner(name=owner.name, login=owner.login)


@router.put("/password-link", summary="Set a password by a link")
def use_password_link(
    new: schemas.NewPassword, new_hash: NewHash, visit: VisitDep, settings: SettingsDep, session: SessionDep,
    response: Response,
) -> schemas.SessionState:  # fmt: skip
    """Sets the password, spends the link, signs all other devices out and this one in."""
    entered = passwords.use_link(session, new.token, new_hash, visit, settings=settings, now=clock.now())
    return _welcome(session, response, entered, settings)


def _welcome(session: Session, response: Response, entered: Entered, settings: Settings) -> schemas.SessionState:
    give_cookies(response, entered, settings)
    return schemas.SessionState(account=queries.me(session, queries.person_of(session, entered.account)))
