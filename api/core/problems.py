"""Every error as application/problem+json (RFC 9457), in Vietnamese, with a stable code."""

from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DataError, IntegrityError, OperationalError
from starlette.exceptions import HTTPException

from api.core import errors
from api.core.shapes import Output
from api.core.validation_words import explain

MEDIA_TYPE = "application/problem+json"
STATUS_OF_KIND: tuple[tuple[type[errors.HouseError], int], ...] = (
    (errors.NotFound, 404),
    (errors.SignInNeeded, 401),
    (errors.NotAllowed, 403),
    (errors.Stale, 412),
    (errors.Conflict, 409),
    (errors.PreconditionMissing, 428),
    (errors.TooLarge, 413),
    (errors.Rejected, 422),
    (errors.TooMany, 429),
    (errors.Unavailable, 503),
)
TITLES = {
    400: "Bad request", 401: "Sign in needed", 403: "Not allowed", 404: "Not found", 405: "Method not allowed",
    408: "Too slow", 409: "Conflict", 412: "Stale", 413: "Too large", 415: "Unsupported media type",
    422: "Invalid", 428: "Precondition missing", 429: "Too many requests", 500: "Server error",
    503: "Unavailable", 507: "Storage full",
}  # fmt: skip
PLAIN_STATUSES = {
    400: ("bad_request", "Yêu cầu không đọc được. Xin kiểm tra lại nội dung gửi lên."),
    404: ("not_found", "Không tìm thấy địa chỉ này."),
    405: ("method_not_allowed", "Địa chỉ này không nhận thao tác đó."),
    408: ("too_slow", "Mạng chậm quá nên chưa nhận được hết. Xin thử lại."),
    413: ("too_large", "Nội dung gửi lên lớn quá."),
    415: ("media_type_not_supported", "Kiểu nội dung gửi lên không dùng được."),
    422: ("invalid", "Có chỗ điền chưa đúng. Xin xem lại các ô được đánh dấu."),
    500: ("server_error", "Có lỗi ở máy chủ, không phải lỗi của Ông/Bà. Xin thử lại sau ít phút."),
}
log = structlog.get_logger("problems")


def problem(
    request: Request, status: int, code: str, detail: str, *, headers: dict[str, str] | None = None, **extra: Any
) -> JSONResponse:
    """One problem document. `extra` holds further members of any JSON kind."""
    body = {
        "type": f"/api/problems/{code}",
        "title": TITLES.get(status, "Error"),
        "status": status,
        "detail": detail,
        "code": code,
        **jsonable_encoder(extra),
        "request_id": request.scope.get("request_id", ""),
    }
    return JSONResponse(body, status, headers={"Cache-Control": "no-store", **(headers or {})}, media_type=MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Register the handlers; FastAPI looks them up by class."""
    handlers: dict[type[Exception], Callable[[Request, Any], Awaitable[JSONResponse]]] = {
        errors.HouseError: _house_error,
        RequestValidationError: _validation_error,
        HTTPException: _http_error,
        DataError: _data_error,
        IntegrityError: _integrity_error,
        OperationalError: _operational_error,
        RecursionError: _too_deep,
    }
    for kind, handler in handlers.items():
        app.add_exception_handler(kind, handler)


def status_of(error: errors.HouseError | type[errors.HouseError]) -> int:
    kind = error if isinstance(error, type) else type(error)
    own: int | None = getattr(kind, "status", None)  # rare: 415 and 507 have no kind of their own
    return own or next(status for base, status in STATUS_OF_KIND if issubclass(kind, base))


def of(request: Request, error: errors.HouseError) -> JSONResponse:
    """The answer to a house error. A route returns it instead of raising when its turn must still be committed."""
    headers = {"Retry-After": str(error.retry_after)} if isinstance(error, errors.TooMany) else {}
    if isinstance(error, errors.Unavailable):
        headers["Retry-After"] = "5"
    extra = dict(error.extra)
    if error.field:
        extra["errors"] = [{"field": error.field, "code": error.code, "detail": error.sentence}]
    return problem(request, status_of(error), error.code, error.sentence, headers=headers, **extra)


async def _house_error(request: Request, error: errors.HouseError) -> JSONResponse:
    return of(request, error)


async def _validation_error(request: Request, error: RequestValidationError) -> JSONResponse:
    faults = [explain(fault) for fault in error.errors()[:50]]
    if any(fault["code"] == "json_invalid" for fault in faults):
        return problem(request, 400, "bad_request", PLAIN_STATUSES[400][1], errors=faults)
    code, says = PLAIN_STATUSES[422]
    return problem(request, 422, code, says, errors=faults)


async def _http_error(request: Request, error: HTTPException) -> JSONResponse:
    code, says = PLAIN_STATUSES.get(error.status_code, PLAIN_STATUSES[400])
    headers = dict(error.headers) if error.headers else None
    return problem(request, error.status_code, code, says, headers=headers)


async def _data_error(request: Request, error: DataError) -> JSONResponse:
    """What a schema let through and PostgreSQL cannot hold: a NUL in a text, a number out of range."""
    log.warning("data_error", reason=type(error.orig).__name__)
    return problem(request, 422, *PLAIN_STATUSES[422])


async def _integrity_error(request: Request, error: IntegrityError) -> JSONResponse:
    text = str(error.orig).lower()
    if "foreign key" in text:
        return problem(request, 409, "reference_unknown", "Mục được chọn không còn. Xin tải lại trang rồi chọn lại.")
    if "unique" in text or "duplicate" in text:
        return problem(request, 409, "already_taken", "Mục này đã có rồi. Xin kiểm tra lại mã hoặc tên.")
    log.error("integrity_error", reason=type(error.orig).__name__)
    return problem(request, 409, "conflict", errors.Conflict.says)


async def _operational_error(request: Request, error: OperationalError) -> JSONResponse:
    log.error("database_unavailable", reason=type(error.orig).__name__, exc_info=error)
    return problem(request, 503, "unavailable", errors.Unavailable.says, headers={"Retry-After": "5"})


async def _too_deep(request: Request, _: RecursionError) -> JSONResponse:
    return problem(request, 400, *PLAIN_STATUSES[400])


class Fault(Output):
    """One field at fault."""

    field: str
    code: str
    detail: str


class Problem(Output):
    """RFC 9457. `detail` is a Vietnamese sentence ready to be shown; `code` never changes its meaning."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    errors: list[Fault] | None = None
    request_id: str


DOCUMENTED: dict[int | str, dict[str, Any]] = {  # any: FastAPI's own mapping
    status: {
        "description": TITLES[status],
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    for status in (400, 401, 403, 404, 408, 409, 412, 413, 415, 422, 428, 429, 503)
}
