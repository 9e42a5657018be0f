"""Complaints (phản ánh): the case, its photos, its reporter's contact apart, notes and counters."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word


class Kind(StrEnum):
    """The first three are the hotline's own. The last two have another procedure by law; only staff set them."""

    COMPLAINT = "complaint"
    DIFFICULTY = "difficulty"
    PROPOSAL = "proposal"
    COMPLAINT_LEGAL = "complaint_legal"
    DENUNCIATION = "denunciation"


class Status(StrEnum):
    SUBMITTED = "submitted"
    NEED_INFO = "need_info"
    ACCEPTED = "accepted"
    ASSIGNED = "assigned"
    VERIFYING = "verifying"
    PROCESSING = "processing"
    RESOLVED = "resolved"
    REPLIED = "replied"
    CLOSED = "closed"
    REJECTED = "rejected"
    MERGED = "merged"
    TRANSFERRED_OUT = "transferred_out"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"


class Priority(StrEnum):
    URGENT = "urgent"
    NORMAL = "normal"
    COMPLEX = "complex"


class PlaceSource(StrEnum):
    GPS = "gps"
    PIN = "pin"
    PHOTO = "photo"
    HAMLET = "hamlet"
    WORDS = "words"


class PhotoKind(StrEnum):
    BEFORE = "before"
    FIELD = "field"
    AFTER = "after"


NEAR_RADIUS_M, NEAR_DAYS = 150, 30  # where a category says nothing else
PUBLIC_KINDS = (PhotoKind.BEFORE, PhotoKind.AFTER)  # photos of the check on site stay inside


class NoteKind(StrEnum):
    NOTE = "note"
    FINDING = "finding"
    ANSWER = "answer"
    OUTSIDE = "outside"


class Complaint(SQLModel, table=True):
    """One case. `received_at` and every deadline are by the server's clock; `reported_at` is the phone's.

    A merged case keeps its own photos and followers; `merged_into_id` only points to where it goes on, and
    `before_merge` holds what the merge changed. `follower_count`: how many others follow it, by whatever way.
    """

    __tablename__ = "complaint"
    __table_args__ = (
        sa.Index("ix_complaint_received", "received_at", "id"),
        sa.Index("ix_complaint_status_received", "status", "received_at", "id"),
        sa.Index("ix_complaint_hamlet_received", "hamlet_id", "received_at", "id"),
        sa.Index("ix_complaint_category_received", "category", "received_at", "id"),
        sa.Index("ix_complaint_unit_received", "unit_id", "received_at", "id"),
        sa.Index("ix_complaint_is_open_due", "is_open", "due_at", "id"),
        sa.Index("ix_complaint_is_open_edition", "is_open", "clock_edition", "id"),
        sa.Index("ix_complaint_is_open_received", "is_open", "received_at", "id"),
        sa.Index("ix_complaint_latitude_longitude", "latitude", "longitude"),
        sa.Index("ix_complaint_is_open_latitude_longitude", "is_open", "latitude", "longitude"),
        sa.Index("ix_complaint_parent_id", "parent_id"),
        sa.Index("ix_complaint_merged_into_id", "merged_into_id"),
        sa.Index("ix_complaint_handover_count", "handover_count", "received_at", "id"),
    )

    id: UUID = Field(primary_key=True)
    code: str = Field(max_length=16, unique=True)
    fingerprint: str = Field(max_length=64)
    token_hash: str = Field(max_length=64, unique=True)
    kind: Kind = Field(sa_type=word(Kind))
    category: str | None = Field(default=None, max_length=40, foreign_key="category.code")
    status: Status = Field(default=Status.SUBMITTED, sa_type=word(Status))
    is_open: bool = Field(default=True)
    priority: Priority = Field(default=Priority.NORMAL, sa_type=word(Priority))
    channel: str = Field(default="web", max_length=40, foreign_key="intake_channel.code")
    title: str = Field(max_length=200)
    words: str = Field(default="", max_length=2000)
    public_words: str | None = Field(default=None, max_length=2000)
    is_hidden: bool = Field(default=False)
    hamlet_id: UUID | None = Field(default=None, foreign_key="hamlet.id")
    collection_point_id: UUID | None = Field(default=None, foreign_key="collection_point.id", index=True)
    latitude: float | None = Field(default=None)
    longitude: float | None = Field(default=None)
    accuracy_m: float | None = Field(default=None)
    place_source: PlaceSource = Field(sa_type=word(PlaceSource))
    place_words: str = Field(default="", max_length=300)
    is_outside: bool = Field(default=False)
    unit_id: UUID | None = Field(default=None, foreign_key="unit.id")
    assignee_id: UUID | None = Field(default=None, foreign_key="account.id")
    held_since: datetime | None = Field(default=None, sa_type=UtcDateTime)
    instruction: str = Field(default="", max_length=2000)
    handover_count: int = Field(default=0)
    parent_id: UUID | None = Field(default=None, foreign_key="complaint.id")
    merged_into_id: UUID | None = Field(default=None, foreign_key="complaint.id")
    before_merge: dict[str, Any] | None = Field(default=None, sa_type=sa.JSON(none_as_null=True))  # any JSON values
    follower_count: int = Field(default=0)
    reported_at: datetime = Field(sa_type=UtcDateTime)
    received_at: datetime = Field(sa_type=UtcDateTime)
    answer_due_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    due_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    due_soon_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    due_step: str | None = Field(default=None, max_length=20)
    step_began_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    watch_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)  # when the house looks again
    clock_edition: int = Field(default=0)  # of the calendar and the deadlines that the clock was set by
    extension_days: int | None = Field(default=None)
    extension_reason: str | None = Field(default=None, max_length=500)
    extended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    resolved_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    replied_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    reopened_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    reopen_count: int = Field(default=0)
    rating: int | None = Field(default=None, description="1 to 5, by the reporter")
    rated_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    question: str | None = Field(default=None, max_length=1000)
    question_wants_photo: bool = Field(default=False)
    question_wants_place: bool = Field(default=False)
    resolution: str | None = Field(default=None, max_length=2000)
    no_photo_reason: str | None = Field(default=None, max_length=500)
    waste_kg: float | None = Field(default=None)
    reply: str | None = Field(default=None, max_length=4000)
    reject_reason: str | None = Field(default=None, max_length=40, foreign_key="reject_reason.code")
    stop_words: str | None = Field(default=None, max_length=1000)
    photo_count: int = Field(default=0)
    cover_key: str | None = Field(default=None, max_length=40)
    public_cover_key: str | None = Field(default=None, max_length=40)
    external_ref: str | None = Field(default=None, max_length=60, description="Its number in another system")
    is_restricted: bool = Field(default=False, description="Another procedure by law: only the hotline reads it")
    original_type: Kind | None = Field(default=None, sa_type=word(Kind))
    retyped_reason: str | None = Field(default=None, max_length=1000)
    quarantined_for: str | None = Field(default=None, max_length=20, description="Which kind of ban caught it")
    version: int = Field(default=1)


class ComplaintPhoto(SQLModel, table=True):
    """Declared with the complaint; `picture_id` is set when the photo has arrived.

    `request_id`: the request that a body outside answered with it. `follower_id`: a follower's own photo.
    """

    __tablename__ = "complaint_photo"

    id: UUID = Field(primary_key=True)
    complaint_id: UUID = Field(foreign_key="complaint.id", index=True)
    kind: PhotoKind = Field(sa_type=word(PhotoKind))
    position: int = Field(default=0)
    picture_id: UUID | None = Field(default=None, foreign_key="picture.id")
    request_id: UUID | None = Field(default=None, foreign_key="outside_request.id")
    follower_id: UUID | None = Field(default=None, foreign_key="follower.id")


class ReporterContact(SQLModel, table=True):
    """The reporter's name and phone, sealed with a key outside the database. Erased on schedule."""

    __tablename__ = "reporter_contact"

    complaint_id: UUID = Field(primary_key=True, foreign_key="complaint.id")
    sealed_name: str | None = Field(default=None, max_length=600)
    sealed_phone: str | None = Field(default=None, max_length=300)
    consent_version: str = Field(max_length=20)
    consented_at: datetime = Field(sa_type=UtcDateTime)
    noted_by_id: UUID | None = Field(default=None, foreign_key="account.id", description="Who noted a spoken consent")
    phone_key: str | None = Field(default=None, max_length=64, index=True, description="Keyed hash, to be found by")


class Note(SQLModel, table=True):
    """Words never shown outside: among staff, the Front's findings, a resident's answer to a question."""

    __tablename__ = "complaint_note"

    id: UUID = Field(primary_key=True)
    complaint_id: UUID = Field(foreign_key="complaint.id", index=True)
    kind: NoteKind = Field(sa_type=word(NoteKind))
    text: str = Field(max_length=4000)
    account_id: UUID | None = Field(default=None, foreign_key="account.id")
    author: str | None = Field(default=None, max_length=200, description="Who wrote it, when it is nobody of ours")
    at: datetime = Field(sa_type=UtcDateTime)


class CodeCounter(SQLModel, table=True):
    """The last number given out in a year: codes count up without gaps that a failed request would leave."""

    __tablename__ = "code_counter"

    year: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    last: int = Field(default=0)


class Category(SQLModel, table=True):
    """What a complaint is about. `is_common`: among the few big buttons shown to residents.

    `at_fault_unit_id`: whose own failure such a case tells of; that unit may mend it, not judge it.
    `near_radius_m`, `near_days`: an open case of this kind, so near and so young, may be the same heap.
    """

    __tablename__ = "category"

    code: str = Field(primary_key=True, max_length=40)
    label: str = Field(max_length=120)
    short_label: str = Field(max_length=40, description="For buttons and lists")
    icon: str = Field(max_length=40)
    is_common: bool = Field(default=False)
    default_unit_id: UUID | None = Field(default=None, foreign_key="unit.id")
    at_fault_unit_id: UUID | None = Field(default=None, foreign_key="unit.id")
    near_radius_m: int = Field(default=NEAR_RADIUS_M)
    near_days: int = Field(default=NEAR_DAYS)
    default_priority: Priority = Field(default=Priority.NORMAL, sa_type=word(Priority))
    keywords: str = Field(default="", max_length=600, description="Words that point to it, parted by commas")
    notice: str = Field(default="", max_length=500, description="Whose job it is, shown before it is sent")
    notice_phone: str = Field(default="", max_length=20)
    is_stopper: bool = Field(default=False, description="The notice stands instead of the form")
    position: int = Field(default=0)
    is_active: bool = Field(default=True)
    version: int = Field(default=1)


class RejectReason(SQLModel, table=True):
    __tablename__ = "reject_reason"

    code: str = Field(primary_key=True, max_length=40)
    label: str = Field(max_length=200)
    position: int = Field(default=0)
    is_active: bool = Field(default=True)
    version: int = Field(default=1)


class IntakeChannel(SQLModel, table=True):
    __tablename__ = "intake_channel"

    code: str = Field(primary_key=True, max_length=40)
    label: str = Field(max_length=120)
    position: int = Field(default=0)
    is_active: bool = Field(default=True)
    version: int = Field(default=1)


class StatusLabel(SQLModel, table=True):
    """What a state is called: `label` for staff, `public_label` for residents."""

    __tablename__ = "status_label"

    status: Status = Field(primary_key=True, sa_type=word(Status))
    label: str = Field(max_length=80)
    public_label: str = Field(max_length=80)
    version: int = Field(default=1)


class DeadlineUnit(StrEnum):
    WORKING_HOURS = "working_hours"
    WORKING_DAYS = "working_days"
    HOURS = "hours"
    DAYS = "days"


class Deadline(SQLModel, table=True):
    """How long a step may take from a day on, with where the rule comes from. Earlier rules stay: a case goes by the
    one in force when its step began."""

    __tablename__ = "deadline"

    step: str = Field(primary_key=True, max_length=20)
    priority: Priority = Field(primary_key=True, sa_type=word(Priority))
    amount: float
    unit: DeadlineUnit = Field(sa_type=word(DeadlineUnit))
    source: str = Field(default="", max_length=300)
    effective_from: date = Field(primary_key=True)
    verified_by: str = Field(default="", max_length=120)
    verified_at: date | None = Field(default=None)
    version: int = Field(default=1)
