"""Proposals to commend a group or a person, the committee's votes, and the decision."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word


class Honoured(StrEnum):
    GROUP = "group"
    PERSON = "person"


class Form(StrEnum):
    """The plan's task 1.5 names both; what a commune's chair gives is a giấy khen."""

    GIAY_KHEN = "giay_khen"
    BANG_KHEN = "bang_khen"


class ProposalState(StrEnum):
    PROPOSED = "proposed"
    DECIDED = "decided"
    DECLINED = "declined"


class Choice(StrEnum):
    YES = "yes"
    NO = "no"


class Commendation(SQLModel, table=True):
    """`evidence`: figures as they were when it was proposed, label -> words. Never public while it is a proposal."""

    __tablename__ = "commendation"

    id: UUID = Field(primary_key=True)
    year: int = Field(index=True)
    honoured: Honoured = Field(sa_type=word(Honoured))
    name: str = Field(max_length=200)
    hamlet_id: UUID | None = Field(default=None, foreign_key="hamlet.id")
    form: Form = Field(default=Form.GIAY_KHEN, sa_type=word(Form))
    merit: str = Field(max_length=1000)
    evidence: list[dict[str, Any]] = Field(default_factory=list, sa_type=sa.JSON)  # label, words
    state: ProposalState = Field(default=ProposalState.PROPOSED, sa_type=word(ProposalState))
    decision_number: str = Field(default="", max_length=80)
    decided_on: date | None = Field(default=None)
    reason: str = Field(default="", max_length=600, description="Why it was declined")
    made_by: UUID = Field(foreign_key="account.id")
    made_at: datetime = Field(sa_type=UtcDateTime)
    version: int = Field(default=1)


class CommendationVote(SQLModel, table=True):
    __tablename__ = "commendation_vote"

    commendation_id: UUID = Field(primary_key=True, foreign_key="commendation.id")
    account_id: UUID = Field(primary_key=True, foreign_key="account.id")
    choice: Choice = Field(sa_type=word(Choice))
    voted_at: datetime = Field(sa_type=UtcDateTime)
