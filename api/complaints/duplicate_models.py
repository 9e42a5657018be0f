"""People who saw the same as a reporter did ("tôi cũng thấy") and follow that case."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime


class Follower(SQLModel, table=True):
    """One supporter of a case: own words and photos, own tracking token, name and phone sealed as a reporter's."""

    __tablename__ = "follower"

    id: UUID = Field(primary_key=True)
    complaint_id: UUID = Field(foreign_key="complaint.id", index=True)
    fingerprint: str = Field(max_length=64)
    token_hash: str = Field(max_length=64, unique=True)
    words: str = Field(default="", max_length=2000)
    sealed_name: str | None = Field(default=None, max_length=600)
    sealed_phone: str | None = Field(default=None, max_length=300)
    phone_key: str | None = Field(default=None, max_length=64, index=True)
    consent_version: str | None = Field(default=None, max_length=20)
    created_at: datetime = Field(sa_type=UtcDateTime)
