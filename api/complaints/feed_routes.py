"""The public door for feed readers."""

from typing import Annotated, Any
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from sqlmodel import Session

from api.complaints import feeds, queries
from api.complaints.schemas import Code, Filter
from api.core import hot
from api.core.web import SettingsDep
from api.places import queries as places

router = APIRouter(prefix="/api/feeds", tags=["complaints"])
ATOM_BODY: dict[int | str, dict[str, Any]] = {200: {"content": {feeds.MEDIA_TYPE: {"schema": {"type": "string"}}}}}


@router.get("/complaints.atom", response_class=Response, responses=ATOM_BODY)
async def follow_complaints(
    request: Request,
    settings: SettingsDep,
    hamlet: Annotated[UUID | None, Query(description="Only of this hamlet (its id)")] = None,
    category: Annotated[Code | None, Query(description="Only of this kind")] = None,
) -> Response:
    """The newest published cases as an Atom feed: code, kind, hamlet, day and state. Nothing of any person."""
    base = (settings.public_url or str(request.base_url)).rstrip("/")
    asked = {name: str(value) for name, value in (("hamlet", hamlet), ("category", category)) if value}
    path = request.url.path + (f"?{urlencode(asked)}" if asked else "")

    def written(session: Session) -> bytes:
        title = f"Phản ánh về rác thải · {settings.commune_name}"
        if hamlet:
            title = f"{title} · {places.require(session, hamlet).name}"
        found = queries.public_page(session, Filter(hamlet_id=hamlet, category=category), settings.secret)
        return feeds.atom(title, base, path, found["items"])

    return await hot.answer(request, written, about=base, media_type=feeds.MEDIA_TYPE)
