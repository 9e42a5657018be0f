"""Photos of news, activities and checks."""

from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import word


class PhotoOf(StrEnum):
    NEWS = "news"
    ACTIVITY = "activity"
    GREEN_CHECK = "green_check"


class OutreachPhoto(SQLModel, table=True):
    """A photo of one thing of this room; photos of news are for everybody, the others for the staff."""

    __tablename__ = "outreach_photo"
    __table_args__ = (sa.Index("ix_outreach_photo_subject", "subject_kind", "subject_id"),)

    id: UUID = Field(primary_key=True)
    subject_kind: PhotoOf = Field(sa_type=word(PhotoOf))
    subject_id: UUID
    picture_id: UUID = Field(foreign_key="picture.id")
    position: int = Field(default=0)
