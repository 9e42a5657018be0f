"""The ASGI layer around everything: request ids, body limits, headers, cross-site check, logs, metrics."""

import re
import time
from collections.abc import Callable
from secrets import token_hex
from typing import Any
from urllib.parse import urlsplit

import anyio
import structlog
from prometheus_client import CollectorRegistry, Counter, Histogram
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.core import problems
from api.core.settings import Settings

SMALL_BODY = 256 * 1024
IMPORT_BODY = 4 * 1024 * 1024
PHOTOS_AT_ONCE = 6
SILENCE_SECONDS = 30
_PHOTO = re.compile(r"^/api/.+/photos/[^/]+$")
log = structlog.get_logger("request")


class TooSlow(HTTPException):
    """The client stopped sending in the middle of its body. An HTTPException, so that FastAPI lets it through."""

    def __init__(self) -> None:
        super().__init__(408)


class BodyTooLarge(HTTPException):
    """More bytes came than this address takes."""

    def __init__(self) -> None:
        super().__init__(413)


class Metrics:
    """The counters of one app; a registry of its own, so that two apps in one process do not collide."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "xanh_requests_total", "Answers by route", ["method", "route", "status"], registry=self.registry
        )
        self.seconds = Histogram("xanh_request_seconds", "Time to answer", ["method", "route"], registry=self.registry)

    def note(self, method: str, route: str, status: int, seconds: float) -> None:
        self.requests.labels(method, route, str(status)).inc()
        self.seconds.labels(method, route).observe(seconds)


class Shield:
    """Wraps the app. Every answer leaves with the same strict headers, the refusals of this layer too."""

    def __init__(self, app: ASGIApp, *, settings: Settings, metrics: Metrics) -> None:
        self.app = app
        self.settings = settings
        self.metrics = metrics
        self.headers = security_headers(settings)
        self.origin = urlsplit(settings.public_url).netloc

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = time.perf_counter()
        scope["request_id"] = token_hex(8)
        status = 0

        async def send_shielded(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message = {**message, "headers": self._with_headers(message["headers"], scope)}
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=scope["request_id"]):
            try:
                await self._guarded(scope, receive, send_shielded)
            except Exception as error:
                log.error("server_error", exc_info=error)
                if not status:  # our own fault, answered in here so that this answer too has the strict headers
                    answer = problems.problem(Request(scope), 500, *problems.PLAIN_STATUSES[500])
                    await answer(scope, receive, send_shielded)
                raise
            finally:
                self._note(scope, status or 500, time.perf_counter() - started)

    async def _guarded(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        limit = body_limit(scope["method"], scope["path"], request.headers.get("content-type", ""), self.settings)
        length = request.headers.get("content-length", "")
        if is_cross_site(request, self.origin):
            says = "Yêu cầu này đến từ một trang khác nên không được nhận."
            await problems.problem(request, 403, "cross_site", says)(scope, receive, send)
            return
        if length.isdigit() and int(length) > limit:
            await problems.problem(request, 413, *problems.PLAIN_STATUSES[413])(scope, receive, send)
            return
        await self.app(scope, limited(receive, limit), send)

    def _with_headers(self, own: list[tuple[bytes, bytes]], scope: Scope) -> list[tuple[bytes, bytes]]:
        present = {name.lower() for name, _ in own}
        added = [(name, value) for name, value in self.headers if name not in present]
        return [*own, *added, (b"x-request-id", scope["request_id"].encode())]

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        """The route's pattern, never the path: a path can hold a code."""
        route = getattr(scope.get("route"), "path", "static" if status < 400 else "unknown")
        self.metrics.note(scope["method"], route, status, seconds)
        log.info("answered", method=scope["method"], route=route, status=status, ms=round(seconds * 1000, 1))


def limited(receive: Receive, limit: int) -> Callable[[], Any]:
    """`receive` that counts bytes and does not wait for ever for the next one."""
    seen = 0
    finished = False

    async def counted() -> Message:
        nonlocal seen, finished
        if finished:
            return await receive()
        try:
            with anyio.fail_after(SILENCE_SECONDS):
                message = await receive()
        except TimeoutError:
            raise TooSlow from None
        if message["type"] == "http.request":
            seen += len(message.get("body", b""))
            finished = not message.get("more_body", False)
            if seen > limit:
                raise BodyTooLarge
        return message

    return counted


def body_limit(method: str, path: str, content_type: str, settings: Settings) -> int:
    """Bytes that an address takes at the most."""
    if method == "PUT" and _PHOTO.match(path):
        return settings.photo_max_bytes + 1024
    if path.endswith("/imports"):
        return IMPORT_BODY
    if path == "/api/complaints" and content_type.startswith("multipart/form-data"):
        return PHOTOS_AT_ONCE * settings.photo_max_bytes + SMALL_BODY
    return SMALL_BODY


def is_cross_site(request: Request, own_host: str) -> bool:
    """A change asked for by somebody else's page. Programs send neither header and are let through."""
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return False
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc not in (own_host, request.headers.get("host"))


def security_headers(settings: Settings) -> list[tuple[bytes, bytes]]:
    tiles = f" {tile_origin(settings.tile_url)}" if settings.tile_url else ""
    policy = "; ".join(
        (
            "default-src 'none'", "script-src 'self'", "style-src 'self'", f"img-src 'self' data: blob:{tiles}",
            "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'", "font-src 'self'",
            "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
        )
    )  # fmt: skip
    headers = {
        "content-security-policy": policy,
        "strict-transport-security": "max-age=63072000; includeSubDomains",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "permissions-policy": "geolocation=(self), camera=(self), microphone=(), payment=(), usb=()",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
    }
    return [(name.encode(), value.encode()) for name, value in headers.items()]


def tile_origin(tile_url: str) -> str:
    """The host pattern of a tile address such as https://{s}.tiles.example/{z}/{x}/{y}.png."""
    parts = urlsplit(tile_url.replace("{s}", "*"))
    return f"{parts.scheme}://{parts.netloc}"
