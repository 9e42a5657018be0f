"""What the browser gets besides plain files: the settings of the commune, the style sheet, the worker."""

import hashlib
import json
import re
from functools import lru_cache
from html import escape
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from api.accounts import rules
from api.complaints import consent
from api.core.settings import Environment
from api.core.shapes import Output
from api.core.web import SettingsDep

DIRECTORY = Path(__file__).resolve().parent.parent / "pwa"
HOTLINE = '<a href="/">đường dây nóng</a>'  # in the words for browsers without scripts
LAYERS = ("tokens", "reset", "base", "components", "utilities")
router = APIRouter(tags=["front end"])


class Commune(Output):
    name: str
    parent: str
    hotline: str
    office: str


class LatLon(Output):
    lat: float
    lon: float


class MapSettings(Output):
    tile_url: str
    tile_attribution: str
    tile_max_zoom: int
    center: LatLon
    zoom: int


class Limits(Output):
    photos: int
    photo_mb: int
    words: int
    password: int  # characters at the least


class Consent(Output):
    version: str
    text: str


class Config(Output):
    commune: Commune
    map: MapSettings
    limits: Limits
    consent: Consent
    demo: bool


@router.get("/api/config")
def read_config(settings: SettingsDep) -> Config:
    """What the front end needs to know about this commune. Public, no database."""
    return Config(
        commune=Commune(
            name=settings.commune_name, parent=settings.commune_parent,
            hotline=settings.hotline_phone, office=settings.office_address,
        ),
        map=MapSettings(
            tile_url=settings.tile_url, tile_attribution=settings.tile_attribution,
            tile_max_zoom=settings.tile_max_zoom, zoom=settings.map_zoom,
            center=LatLon(lat=settings.map_latitude, lon=settings.map_longitude),
        ),
        limits=Limits(photos=6, photo_mb=settings.photo_max_mb, words=2000, password=rules.SHORTEST_PASSWORD),
        consent=Consent(version=consent.VERSION, text=consent.notice(settings.commune_name)),
        demo=settings.environment is Environment.DEVELOPMENT,
    )  # fmt: skip


@router.api_route("/", methods=["GET", "HEAD"], include_in_schema=False)
def read_page(request: Request, settings: SettingsDep) -> Response:
    """The first page. Who has no scripts sees in it whom to call."""
    page = (DIRECTORY / "index.html").read_text()
    if number := escape(settings.hotline_phone):
        dial = re.sub(r"[^\d+]", "", number)
        page = page.replace(HOTLINE, f'<a href="tel:{dial}">đường dây nóng {number}</a>')
    return _static(request, page.encode(), "text/html; charset=utf-8")


@router.get("/app.css", include_in_schema=False)
def read_styles(request: Request) -> Response:
    """The style sheet: the layers of pwa/styles in order, as one file, so that the first page asks once."""
    body = b"\n".join((DIRECTORY / "styles" / f"{layer}.css").read_bytes() for layer in LAYERS)
    return _static(request, body, "text/css; charset=utf-8")


@router.get("/sw.js", include_in_schema=False)
def read_worker(request: Request) -> Response:
    """The service worker, stamped with the list and the hash of everything it keeps."""
    stamp = f"const BUILD = {json.dumps(build(), separators=(',', ':'))};\n".encode()
    return _static(request, stamp + (DIRECTORY / "sw.js").read_bytes(), "text/javascript; charset=utf-8")


@router.api_route("/api/{_:path}", methods=["GET", "HEAD"], include_in_schema=False)
def no_such_address() -> None:
    """So that a mistyped API address is never answered with the front end."""
    raise HTTPException(404)


def build() -> dict[str, object]:
    """`files`: every address of the front end; `hash`: changes when any of them changes."""
    names = sorted(path for path in DIRECTORY.rglob("*") if path.is_file() and _is_served(path))
    digest = hashlib.sha256()
    for path in names:
        digest.update(path.as_posix().encode() + _digest(path, path.stat().st_mtime_ns))
    files = ["/", "/app.css"]
    files += [f"/{path.relative_to(DIRECTORY).as_posix()}" for path in names if not _is_inside(path)]
    return {"hash": digest.hexdigest()[:16], "files": files}


@lru_cache(maxsize=1024)
def _digest(path: Path, _modified: int) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()


def _is_served(path: Path) -> bool:
    return path.suffix in {".html", ".js", ".css", ".svg", ".png", ".webmanifest", ".woff2"}


def _is_inside(path: Path) -> bool:
    """Files that reach the browser under another address: the worker itself, the page, the style layers."""
    return path.name in {"sw.js", "index.html"} or (path.parent.name == "styles" and path.stem in LAYERS)


def _static(request: Request, body: bytes, media_type: str) -> Response:
    etag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
    headers = {"ETag": etag, "Cache-Control": "no-cache"}
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)
