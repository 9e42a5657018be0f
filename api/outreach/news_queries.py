"""Questions about news."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.core import errors
from api.media import schemas as media
from api.outreach import photo_queries as photos
from api.outreach.news_models import NewsPost
from api.outreach.news_schemas import NewsDetail, NewsShape, NewsSummary
from api.outreach.photo_models import PhotoOf

MOST_SHOWN, MOST_KEPT = 100, 500
LEAD = 160  # letters


class NewsNotFound(errors.NotFound):
    code = "news_not_found"
    says = "Tin này không còn nữa."


def require(session: Session, post_id: UUID, *, lock: bool = False) -> NewsPost:
    post = session.get(NewsPost, post_id, with_for_update=lock or None)
    if post is None:
        raise NewsNotFound
    return post


def shown_on(session: Session, day: date) -> list[NewsPost]:
    """What everybody may read that day, pinned ones first, then the newest."""
    until = col(NewsPost.published_until)
    statement = (
        select(NewsPost)
        .where(~col(NewsPost.is_draft), col(NewsPost.published_on) <= day, sa.or_(until.is_(None), until >= day))
        .order_by(col(NewsPost.is_pinned).desc(), col(NewsPost.published_on).desc(), col(NewsPost.id).desc())
    )
    return list(session.exec(statement.limit(MOST_SHOWN)))


def summaries(session: Session, day: date) -> list[NewsSummary]:
    posts = shown_on(session, day)
    pictures = photos.of(session, PhotoOf.NEWS, [post.id for post in posts])
    found = []
    for post in posts:
        first = next((picture for _, picture in pictures.get(post.id, []) if picture.public_key), None)
        thumb = media.thumb_url(first.public_key) if first and first.public_key else None
        own = post.model_dump(include={"id", "title", "published_on", "is_pinned"})
        found.append(NewsSummary(**own, lead=_lead(post.words), thumb=thumb))
    return found


def public_detail(session: Session, post_id: UUID, day: date) -> NewsDetail:
    """NewsNotFound also for what is not shown that day."""
    post = next((one for one in shown_on(session, day) if one.id == post_id), None)
    if post is None:
        raise NewsNotFound
    own = post.model_dump(include={"id", "title", "words", "published_on", "is_pinned"})
    return NewsDetail(**own, photos=_pictures(session, [post.id]).get(post.id, []))


def every(session: Session) -> list[NewsShape]:
    """Drafts and past ones too, the newest first."""
    statement = select(NewsPost).order_by(col(NewsPost.published_on).desc(), col(NewsPost.made_at).desc())
    posts = list(session.exec(statement.limit(MOST_KEPT)))
    pictures = _pictures(session, [post.id for post in posts])
    return [_shape(post, pictures.get(post.id, [])) for post in posts]


def shape(session: Session, post: NewsPost) -> NewsShape:
    return _shape(post, _pictures(session, [post.id]).get(post.id, []))


def _shape(post: NewsPost, pictures: list[media.Picture]) -> NewsShape:
    return NewsShape(**post.model_dump(exclude={"made_by", "made_at"}), photos=pictures)


def _pictures(session: Session, posts: list[UUID]) -> dict[UUID, list[media.Picture]]:
    found = photos.of(session, PhotoOf.NEWS, posts)
    return {
        post: [media.public_picture("news", picture) for _, picture in pictures if picture.public_key]
        for post, pictures in found.items()
    }


def _lead(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LEAD else line[:LEAD].rsplit(" ", 1)[0] + "…"
