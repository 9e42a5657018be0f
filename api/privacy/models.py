"""Personal data under rule: how long it is kept, who has asked about theirs, what was erased."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word


class Span(StrEnum):
    MONTHS = "months"
    DAYS = "days"
    WORKING_DAYS = "working_days"


class RetentionRule(SQLModel, table=True):
    """How long one kind of data is kept, with where the rule comes from."""

    __tablename__ = "retention_rule"

    code: str = Field(primary_key=True, max_length=40)
    label: str = Field(max_length=200)
    amount: int
    span: Span = Field(sa_type=word(Span))
    source: str = Field(default="", max_length=300)
    is_active: bool = Field(default=True)
    position: int = Field(default=0)
    version: int = Field(default=1)


class RequestTerm(SQLModel, table=True):
    """How long the commune has for a step of a request about personal data."""

    __tablename__ = "request_term"

    step: str = Field(primary_key=True, max_length=40)
    label: str = Field(max_length=200)
    amount: int
    span: Span = Field(sa_type=word(Span))
    source: str = Field(default="", max_length=300)
    position: int = Field(default=0)
    version: int = Field(default=1)


class RequestKind(StrEnum):
    ACCESS = "access"
    CORRECT = "correct"
    ERASE = "erase"
    WITHDRAW = "withdraw"
    RESTRICT = "restrict"
    OBJECT = "object"


class RequestState(StrEnum):
    RECEIVED = "received"
    ANSWERED = "answered"
    DONE = "done"
    REFUSED = "refused"


class SubjectRequest(SQLModel, table=True):
    """What somebody wants done with the data about them. Who asked, and their words, are sealed."""

    __tablename__ = "subject_request"

    id: UUID = Field(primary_key=True)
    kind: RequestKind = Field(sa_type=word(RequestKind))
    channel: str = Field(max_length=40, foreign_key="intake_channel.code")
    sealed_who: str | None = Field(default=None, max_length=1000)
    sealed_words: str | None = Field(default=None, max_length=8000)
    phone_key: str | None = Field(default=None, max_length=64, index=True)
    has_processors: bool = Field(default=False)
    state: RequestState = Field(default=RequestState.RECEIVED, sa_type=word(RequestState))
    received_at: datetime = Field(sa_type=UtcDateTime, index=True)
    answer_due_at: datetime = Field(sa_type=UtcDateTime)
    due_at: datetime = Field(sa_type=UtcDateTime)
    extended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    extension_reason: str = Field(default="", max_length=500)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answer: str = Field(default="", max_length=2000)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    outcome: str = Field(default="", max_length=2000)
    version: int = Field(default=1)


class Erasure(SQLModel, table=True):
    """An order to erase what belongs to a phone number. One person asks for it, another one confirms."""

    __tablename__ = "erasure"

    id: UUID = Field(primary_key=True)
    phone_key: str = Field(max_length=64, index=True)
    hint: str = Field(max_length=20, description="The last digits")
    reason: str = Field(max_length=500)
    request_id: UUID | None = Field(default=None, foreign_key="subject_request.id")
    asked_by: UUID = Field(foreign_key="account.id")
    asked_at: datetime = Field(sa_type=UtcDateTime)
    confirmed_by: UUID | None = Field(default=None, foreign_key="account.id")
    confirmed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    done: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)  # any JSON value: what was erased, in numbers
