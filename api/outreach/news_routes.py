"""Doors to the commune's news."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.web import IfMatch, SessionDep, public_answer, show_version
from api.media.access import PICTURE_BODY, PictureUpload, StoreDep
from api.media.schemas import Arrival, arrival
from api.outreach import keeping, news_queries, photo_actions
from api.outreach.news_models import NewsPost
from api.outreach.news_schemas import NewsBook, NewsDetail, NewsEdit, NewsList, NewsShape
from api.outreach.photo_models import PhotoOf

router = APIRouter(tags=["outreach"])
Editor = Annotated[Person, Depends(Allowed(Permission.MANAGE_OUTREACH))]


@router.get("/api/news", response_model=NewsList, summary="News of the commune")
def list_news(request: Request, session: SessionDep) -> Response:
    """What is published today: pinned ones first, then the newest."""
    return public_answer(request, {"items": news_queries.summaries(session, clock.day_of(clock.now()))})


@router.get("/api/news/{post_id}", response_model=NewsDetail, summary="One piece of news")
def show_news(post_id: UUID, request: Request, session: SessionDep) -> Response:
    """Its words and photos; 404 when it is not published today."""
    return public_answer(request, news_queries.public_detail(session, post_id, clock.day_of(clock.now())))


@router.get("/api/outreach/news", summary="All news, drafts too")
def list_all_news(_: Editor, session: SessionDep, response: Response) -> NewsBook:
    """For those who write it, the newest first."""
    keep_private(response)
    return NewsBook(items=news_queries.every(session))


@router.put("/api/outreach/news/{post_id}", summary="Write or change a piece of news")
def put_news(
    post_id: UUID, change: NewsEdit, version: IfMatch, by: Editor, session: SessionDep, response: Response
) -> NewsShape:
    """`If-Match: "0"` adds it. A draft is seen by nobody else."""
    now = clock.now()
    row = keeping.put(
        session, NewsPost, post_id, change, NewsShape, version=version, by=by, now=now,
        read=lambda row: news_queries.shape(session, row), made_by=by.id, made_at=now,
    )  # fmt: skip
    show_version(response, row.version)
    return news_queries.shape(session, row)


@router.put(
    "/api/outreach/news/{post_id}/photos/{photo_id}", response_model=Arrival, status_code=201,
    responses={200: {"model": Arrival}}, openapi_extra=PICTURE_BODY, summary="Add a photo to a piece of news",
)  # fmt: skip
def add_news_photo(
    post_id: UUID, photo_id: UUID, upload: PictureUpload, response: Response, by: Editor, store: StoreDep,
    session: SessionDep,
) -> Arrival:  # fmt: skip
    """The raw picture; everybody will see it. 200 when it has arrived before."""
    post = news_queries.require(session, post_id, lock=True)
    picture, is_new = photo_actions.add(
        session, store, PhotoOf.NEWS, post, photo_id, upload, by=by, now=clock.now()
    )  # fmt: skip
    response.status_code = 201 if is_new else 200
    return arrival(picture)


@router.delete("/api/outreach/news/{post_id}/photos/{photo_id}", summary="Take a photo of a piece of news away")
def remove_news_photo(
    post_id: UUID, photo_id: UUID, version: IfMatch, by: Editor, session: SessionDep, response: Response
) -> NewsShape:
    """Its address stops working for everybody at once."""
    post = news_queries.require(session, post_id, lock=True)
    keeping.check_version(post, version, read=lambda row: news_queries.shape(session, row))
    photo_actions.remove(session, PhotoOf.NEWS, post, photo_id, by=by, now=clock.now())
    show_version(response, post.version)
    return news_queries.shape(session, post)
