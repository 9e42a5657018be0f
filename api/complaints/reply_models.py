"""Canned replies: words the commune has ready for what it writes again and again."""

from uuid import UUID

from sqlmodel import Field, SQLModel

from api.complaints.models import Status
from api.core.database import word


class CannedReply(SQLModel, table=True):
    """Words for one category or any, for the step into one state or any. With `fires_by_itself` nobody picks them:
    they go to the reporter when a case comes into `status`, once."""

    __tablename__ = "canned_reply"

    id: UUID = Field(primary_key=True)
    title: str = Field(max_length=80)
    text: str = Field(max_length=2000)
    category: str | None = Field(default=None, max_length=40, foreign_key="category.code")
    status: Status | None = Field(default=None, sa_type=word(Status))
    fires_by_itself: bool = Field(default=False)
    position: int = Field(default=0)
    is_active: bool = Field(default=True)
    source: str = Field(default="", max_length=200, description="Whose wording it is")
    version: int = Field(default=1)
