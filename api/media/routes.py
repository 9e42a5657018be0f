"""The addresses of the clean copies, and the rules about showing them. Originals have no address here."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.web import IfMatch, SessionDep, not_modified
from api.media import actions, queries
from api.media.access import StoreDep
from api.media.schemas import PolicyEdit, PolicyShape

router = APIRouter(tags=["media"])
Editor = Annotated[Person, Depends(Allowed(Permission.MANAGE_CATALOGUE))]


@router.get("/api/photo-policies")
def list_policies(_: Editor, session: SessionDep) -> list[PolicyShape]:
    """Which photos everybody sees at once, and which wait for an officer's look."""
    return [PolicyShape.model_validate(policy) for policy in queries.policies(session)]


@router.put("/api/photo-policies/{kind}")
def set_policy(kind: str, wish: PolicyEdit, version: IfMatch, by: Editor, session: SessionDep) -> PolicyShape:
    """Decide for the photos to come; those that are there stay as they are."""
    return PolicyShape.model_validate(actions.set_policy(session, kind, wish, version=version, by=by, now=clock.now()))


@router.get("/media/{key}/large.jpg", response_class=Response, responses={200: {"content": {"image/jpeg": {}}}})
def show_large(key: str, request: Request, store: StoreDep, session: SessionDep) -> Response:
    """The picture to look at, 2048 pixels at the most, upright, without a trace of the camera."""
    served = queries.require_by_key(session, key)
    return _answer(request, key, store.read_large(served.copies), "image/jpeg", served.is_public)


@router.get("/media/{key}/thumb.webp", response_class=Response, responses={200: {"content": {"image/webp": {}}}})
def show_thumb(key: str, request: Request, store: StoreDep, session: SessionDep) -> Response:
    """The same picture for lists, 400 pixels at the most."""
    served = queries.require_by_key(session, key)
    return _answer(request, key, store.read_thumb(served.copies), "image/webp", served.is_public)


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
