"""The addresses of the clean copies. Originals have no address here."""

from fastapi import APIRouter, Request, Response

from api.core.web import SessionDep, not_modified
from api.media import queries
from api.media.access import StoreDep

router = APIRouter(prefix="/media", tags=["media"])


@router.get("/{key}/large.jpg", response_class=Response, responses={200: {"content": {"image/jpeg": {}}}})
def show_large(key: str, request: Request, store: StoreDep, session: SessionDep) -> Response:
    """The picture to look at, 2048 pixels at the most, upright, without a trace of the camera."""
    picture = queries.require_by_key(session, key)
    return _answer(request, key, store.read_large(picture.key), "image/jpeg", key == picture.public_key)


@router.get("/{key}/thumb.webp", response_class=Response, responses={200: {"content": {"image/webp": {}}}})
def show_thumb(key: str, request: Request, store: StoreDep, session: SessionDep) -> Response:
    """The same picture for lists, 400 pixels at the most."""
    picture = queries.require_by_key(session, key)
    return _answer(request, key, store.read_thumb(picture.key), "image/webp", key == picture.public_key)


def _answer(request: Request, key: str, content: bytes, kind: str, is_public: bool) -> Response:
    """What lies under a key never changes. Only public pictures may stay in caches that people share."""
    etag = f'"{key}"'
    headers = {
        "Cache-Control": f"{'public' if is_public else 'private'}, max-age=31536000, immutable",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "ETag": etag,
    }
    if not_modified(request, etag):
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=kind, headers=headers)
