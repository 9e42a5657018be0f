"""Pictures that have arrived and were rewritten."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime


class Format(StrEnum):
    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    HEIC = "heic"


class Picture(SQLModel, table=True):
    """One photo. `key` opens the derivatives for staff and the reporter, `public_key` for everybody.

    The original lies under `sha256`, readable by permission only. Its position stays with staff.
    """

    __tablename__ = "picture"

    id: UUID = Field(primary_key=True)
    key: str = Field(max_length=40, unique=True)
    public_key: str | None = Field(default=None, max_length=40, unique=True)
    sha256: str = Field(max_length=64, index=True)
    size: int = Field(description="Bytes of the original")
    format: str = Field(max_length=8, description="One of Format")
    width: int
    height: int
    placeholder: str = Field(max_length=1200)
    taken_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    gps_latitude: float | None = Field(default=None)
    gps_longitude: float | None = Field(default=None)
    dhash: str = Field(max_length=16, index=True)
    received_at: datetime = Field(sa_type=UtcDateTime)
    uploaded_by: UUID | None = Field(default=None, foreign_key="account.id")
