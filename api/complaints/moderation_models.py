"""What guards the public side of cases: flags of readers, the ban list, traces of senders, former public words."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word


class FlagReason(StrEnum):
    PERSONAL = "personal"
    CHILD = "child"
    UNTRUE = "untrue"
    INSULT = "insult"
    OTHER = "other"


class FlagOutcome(StrEnum):
    KEPT = "kept"
    HANDLED = "handled"
    HIDDEN = "hidden"


class Flag(SQLModel, table=True):
    """Somebody says that this should not be public. It waits for an officer; by itself it hides nothing.

    `sender` is a keyed hash of the day and the address, to bound the use of the button; erased after a week.
    """

    __tablename__ = "complaint_flag"
    __table_args__ = (sa.Index("ix_complaint_flag_decided_at", "decided_at", "at"),)

    id: UUID = Field(primary_key=True)
    complaint_id: UUID = Field(foreign_key="complaint.id", index=True)
    photo_id: UUID | None = Field(default=None, foreign_key="complaint_photo.id")
    reason: FlagReason = Field(sa_type=word(FlagReason))
    words: str = Field(default="", max_length=300)
    sender: str | None = Field(default=None, max_length=64, index=True)
    at: datetime = Field(sa_type=UtcDateTime)
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    decided_by: UUID | None = Field(default=None, foreign_key="account.id")
    outcome: FlagOutcome | None = Field(default=None, sa_type=word(FlagOutcome))


class BanKind(StrEnum):
    PHONE = "phone"
    ADDRESS = "address"
    WORD = "word"


class Ban(SQLModel, table=True):
    """Whose reports wait apart until an officer has read them. They are taken all the same: they may be true.

    Phones and addresses are keyed hashes, so that the list tells nobody's number; words stand as they are.
    """

    __tablename__ = "ban"

    id: UUID = Field(primary_key=True)
    kind: BanKind = Field(sa_type=word(BanKind))
    key: str = Field(max_length=120, index=True, description="Keyed hash, or the folded word")
    hint: str = Field(max_length=80, description="What staff see: the last digits, the case it came from, the word")
    reason: str = Field(max_length=300)
    expires_on: date | None = Field(default=None)
    made_by: UUID = Field(foreign_key="account.id")
    made_at: datetime = Field(sa_type=UtcDateTime)
    is_lifted: bool = Field(default=False)
    version: int = Field(default=1)


class SenderTrace(SQLModel, table=True):
    """Where a report came from, as a keyed hash of the address's prefix. Erased after a week."""

    __tablename__ = "sender_trace"

    complaint_id: UUID = Field(primary_key=True, foreign_key="complaint.id")
    key: str = Field(max_length=64)
    at: datetime = Field(sa_type=UtcDateTime, index=True)


class PublicWording(SQLModel, table=True):
    """What everybody could read of a case from this moment on. Apart from the journal, because it can be erased."""

    __tablename__ = "public_wording"

    id: UUID = Field(primary_key=True)
    complaint_id: UUID = Field(foreign_key="complaint.id", index=True)
    words: str | None = Field(default=None, max_length=2000)
    account_id: UUID = Field(foreign_key="account.id")
    at: datetime = Field(sa_type=UtcDateTime)
