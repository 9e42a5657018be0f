"""Pictures that have arrived and were rewritten."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime


class Format(StrEnum):
    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    HEIC = "heic"


class Picture(SQLModel, table=True):
    """One photo. `key` opens the derivatives for staff and the reporter, `public_key` for everybody.

    The original lies under `sha256`, readable by permission only. Its position stays with staff. With `boxes`, the
    public address shows the pixelated copies under `redacted_key`; the key of the plain ones is never public.
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
    boxes: list[dict[str, Any]] = Field(  # any: x, y, width, height as shares of the picture
        default_factory=list, sa_type=sa.JSON, sa_column_kwargs={"server_default": "[]"}
    )
    redacted_key: str | None = Field(default=None, max_length=40, unique=True)
    redacted_placeholder: str | None = Field(default=None, max_length=1200)
    original_erased_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    @property
    def public_placeholder(self) -> str:
        """The tiny stand-in that everybody may see."""
        return self.redacted_placeholder or self.placeholder


class PhotoPolicy(SQLModel, table=True):
    """Whether photos of this kind of thing are seen by everybody at once, or after an officer has looked."""

    __tablename__ = "photo_policy"

    kind: str = Field(primary_key=True, max_length=40)
    label: str = Field(max_length=120)
    is_public_at_once: bool = Field(default=False)
    source: str = Field(default="", max_length=300)
    version: int = Field(default=1)
