"""Bulletins for loudspeakers and for Zalo, as generated and as they were read."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word


class BulletinForm(StrEnum):
    LOUDSPEAKER = "loudspeaker"
    ZALO = "zalo"


class BulletinSetting(SQLModel, table=True):
    """One row: how fast a reader reads, how long a bulletin may be, how it begins and ends."""

    __tablename__ = "bulletin_setting"

    id: int = Field(default=1, primary_key=True, sa_column_kwargs={"autoincrement": False})
    words_per_minute: int
    least_seconds: int
    most_seconds: int
    greeting: str = Field(max_length=300)
    closing: str = Field(max_length=300)
    source: str = Field(default="", max_length=300)
    version: int = Field(default=1)


class Bulletin(SQLModel, table=True):
    """Of the week that begins on Monday `week`; with a hamlet, for its own loudspeaker. `generated` is what the facts
    gave when it was first saved, `text` what people made of it."""

    __tablename__ = "bulletin"

    id: UUID = Field(primary_key=True)
    week: date = Field(index=True)
    form: BulletinForm = Field(sa_type=word(BulletinForm))
    hamlet_id: UUID | None = Field(default=None, foreign_key="hamlet.id")
    generated: str = Field(max_length=4000)
    text: str = Field(max_length=4000)
    made_by: UUID = Field(foreign_key="account.id")
    made_at: datetime = Field(sa_type=UtcDateTime)
    version: int = Field(default=1)
