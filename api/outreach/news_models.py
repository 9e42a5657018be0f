"""News of the commune."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime


class NewsPost(SQLModel, table=True):
    """Shown to everybody from `published_on` until `published_until`, both included, unless it is a draft."""

    __tablename__ = "news_post"

    id: UUID = Field(primary_key=True)
    title: str = Field(max_length=160)
    words: str = Field(max_length=6000)
    published_on: date = Field(index=True)
    published_until: date | None = Field(default=None)
    is_pinned: bool = Field(default=False)
    is_draft: bool = Field(default=True)
    made_by: UUID = Field(foreign_key="account.id")
    made_at: datetime = Field(sa_type=UtcDateTime)
    version: int = Field(default=1)
