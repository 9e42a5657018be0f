"""What the commune tells everybody at the head of the pages, for a while."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word


class Tone(StrEnum):
    INFO = "info"
    WARNING = "warning"


class Audience(StrEnum):
    """On whose pages it stands. What is for the staff is given only to who is signed in."""

    RESIDENTS = "residents"
    STAFF = "staff"
    ALL = "all"


class SiteMessage(SQLModel, table=True):
    """Shown from `starts_at` until `ends_at`, by the server's clock and, without a network, by the phone's."""

    __tablename__ = "site_message"

    id: UUID = Field(primary_key=True)
    text: str = Field(max_length=300)
    tone: Tone = Field(default=Tone.INFO, sa_type=word(Tone))
    audience: Audience = Field(default=Audience.ALL, sa_type=word(Audience))
    starts_at: datetime = Field(sa_type=UtcDateTime)
    ends_at: datetime = Field(sa_type=UtcDateTime)
    is_active: bool = Field(default=True)
    version: int = Field(default=1)
