"""What every door shares: session, settings, versions, fast answers, limits per address."""

import hashlib
import re
from collections.abc import AsyncIterator
from typing import Annotated, Any

import orjson
from fastapi import Body, Depends, Header, Query, Request, Response
from limits import RateLimitItemPerHour, RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter
from pydantic import BaseModel
from sqlmodel import Session

from api.core import errors
from api.core.database import Database
from api.core.settings import Settings

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_VERSION = re.compile(r'(?:W/)?"(\d{1,9})"')


async def read_settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


async def open_session(request: Request) -> AsyncIterator[Session]:
    """One request, one turn, one transaction, committed before the answer leaves."""
    database: Database = request.app.state.database
    async with database.turn(writes=request.method not in SAFE_METHODS) as session:
        yield session


async def read_version(if_match: Annotated[str | None, Header(max_length=64)] = None) -> int:
    """The version a change was made against, from If-Match."""
    found = _VERSION.fullmatch(if_match.strip()) if if_match else None
    if not found:
        raise errors.PreconditionMissing
    return int(found.group(1))


async def client_address(request: Request) -> str:
    """The client's address as the trusted proxy gives it; used for limits only, never stored as it is."""
    return request.client.host if request.client else "unknown"


SettingsDep = Annotated[Settings, Depends(read_settings)]
SessionDep = Annotated[Session, Depends(open_session, scope="function")]
IfMatch = Annotated[int, Depends(read_version)]
AddressDep = Annotated[str, Depends(client_address)]
Cursor = Annotated[str | None, Query(max_length=400, description="`next` of the page before")]


class CsvExpected(errors.Rejected):
    status = 415
    code = "csv_expected"
    says = "Xin gửi tệp CSV (Content-Type: text/csv)."


def csv_body(example: str) -> dict[str, Any]:
    """For `openapi_extra` of a route that takes a table. Any: FastAPI's own mapping."""
    return {"requestBody": {"content": {"text/csv": {"example": example}}}}


async def read_csv(
    request: Request,
    data: Annotated[
        bytes, Body(media_type="text/csv", description="CSV in UTF-8, or in UTF-16 with its byte order mark")
    ],
) -> bytes:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "text/csv":
        raise CsvExpected
    return data


CsvBody = Annotated[bytes, Depends(read_csv)]


class Guesses:
    """Counts wrong guesses (codes, tokens, passwords) per address; honest requests cost nothing.

    A commune may share a handful of carrier addresses, so only failures are counted.
    """

    def __init__(self, per_minute: int) -> None:
        self._limit = RateLimitItemPerMinute(per_minute)
        self._window = MovingWindowRateLimiter(MemoryStorage())

    async def check(self, purpose: str, key: str) -> None:
        """TooMany when this key has used up its wrong guesses of the last minute."""
        if not await self._window.test(self._limit, purpose, key):
            raise errors.TooMany(retry_after=60)

    async def count(self, purpose: str, key: str) -> None:
        await self._window.hit(self._limit, purpose, key)


class Quota:
    """How much one address may send within an hour of what is kept. It counts in memory: a restart begins anew."""

    def __init__(self, per_hour: int) -> None:
        self._limit = RateLimitItemPerHour(per_hour)
        self._window = MovingWindowRateLimiter(MemoryStorage())

    async def take(self, key: str) -> None:
        """Use one up; TooMany when none is left, with the advice to come again in a while: places free one by one."""
        if not await self._window.hit(self._limit, key):
            raise errors.TooMany(retry_after=600)


def public_answer(request: Request, content: Any, *, kind: str = "application/json") -> Response:
    """What everybody may see: kept by the client, which asks each time whether it has changed.

    `content` is any structure orjson can write, or shapes.
    """
    body = orjson.dumps(content, default=_dumped)
    etag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
    headers = {"Cache-Control": "no-cache", "ETag": etag}
    if not_modified(request, etag):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=kind, headers=headers)


def show_version(response: Response, version: int) -> None:
    """The version to give back in If-Match."""
    response.headers["ETag"] = f'"{version}"'
    response.headers["Cache-Control"] = "no-cache"


def _dumped(shape: Any) -> Any:  # any: orjson hands over what it does not know
    if isinstance(shape, BaseModel):
        return shape.model_dump(mode="json", by_alias=True)
    raise TypeError


def not_modified(request: Request, etag: str) -> bool:
    """True if the client already holds the answer that `etag` names."""
    held = request.headers.get("if-none-match", "")
    return etag in (part.strip().removeprefix("W/") for part in held.split(","))
