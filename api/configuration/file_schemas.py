"""The whole configuration as one file: what each kind of entry holds, and what an import answers.

Entries are the ones the editors take, with their key and with codes in place of ids of units and hamlets. People are
not in it: neither accounts nor the person a routing rule hands a case to.
"""

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import ConfigDict, Field

from api.accounts.models import Role
from api.accounts.permissions import Permission, Reach
from api.accounts.schemas import Name as UnitName
from api.accounts.schemas import UnitCode
from api.complaints.catalogue_schemas import CategoryEdit, ChoiceEdit, LegalKindEdit, Position, QuestionEdit, StatusEdit
from api.complaints.deadline_schemas import DeadlineEdit
from api.complaints.models import Kind, Priority, Status
from api.complaints.reply_schemas import ReplyEdit
from api.complaints.routing_schemas import RuleEdit as RoutingEdit
from api.configuration.message_schemas import MessageEdit
from api.core.shapes import Day, Input, Output
from api.core.text import Line
from api.places.schemas import Boundary, Former, Households, Latitude, Longitude, People
from api.places.schemas import Code as HamletCode
from api.places.schemas import Name as HamletName
from api.privacy.schemas import RuleEdit as RetentionEdit
from api.privacy.schemas import TermEdit
from api.worktime.schemas import ClockTime, DayEdit, Source

FORMAT = "xa-xanh/cau-hinh"
VERSION = 1
MOST_ENTRIES = 2000
Code = Annotated[str, Field(pattern="^[a-z][a-z0-9_]{1,39}$")]
Step = Literal[
    "receive", "assign", "verify", "resolve", "extend", "reply", "transfer", "violation", "need_info", "close", "reopen"
]


class UnitEntry(Input):
    code: UnitCode
    name: UnitName
    is_hotline: bool = False
    is_active: bool = True


class HamletEntry(Input):
    code: HamletCode
    name: HamletName
    former_commune: Former = ""
    households: Households | None = None
    population: People | None = None
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    boundary: Boundary | None = None
    valid_from: Day
    valid_to: Day | None = None
    successor_id: UUID | None = None


class CategoryEntry(CategoryEdit):
    code: Code


class QuestionEntry(QuestionEdit):
    id: UUID


class ChoiceEntry(ChoiceEdit):
    code: Code


class RejectReasonEntry(ChoiceEntry):
    pass


class StatusEntry(StatusEdit):
    status: Status


class LegalKindEntry(LegalKindEdit):
    code: Kind


class DeadlineEntry(DeadlineEdit):
    step: Step
    priority: Priority


class HoursEntry(Input):
    effective_from: Day
    shifts: Annotated[
        list[Annotated[list[ClockTime], Field(min_length=2, max_length=2)]], Field(min_length=1, max_length=4)
    ]
    weekdays: Annotated[list[Annotated[int, Field(ge=1, le=7)]], Field(min_length=1, max_length=7)]
    source: Source = ""


class HolidayEntry(DayEdit):
    day: Day


class OutsideBodyEntry(Input):
    name: Annotated[Line, Field(min_length=1, max_length=200)]
    note: Annotated[Line, Field(max_length=300)] = ""
    position: Position = 0
    is_active: bool = True


class ReplyEntry(ReplyEdit):
    id: UUID
    source: Annotated[Line, Field(max_length=200)] = ""


class RoutingEntry(RoutingEdit):
    id: UUID
    position: Position = 0


class RetentionEntry(RetentionEdit):
    code: Annotated[str, Field(max_length=40)]


class TermEntry(TermEdit):
    step: Annotated[str, Field(max_length=40)]


class MessageEntry(MessageEdit):
    id: UUID


class GrantEntry(Input):
    role: Role
    permission: Permission
    reach: Reach


Entries = Annotated[list[dict[str, Any]] | None, Field(max_length=MOST_ENTRIES)]  # any JSON: judged entry by entry


class ConfigurationFile(Input):
    """A section that is left out is left alone; of one that is there, what it does not name is taken out of use."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "format": FORMAT,
                    "version": VERSION,
                    "channels": [{"label": "Điện thoại", "position": 0, "is_active": True, "code": "phone"}],
                }
            ]
        }
    )

    format: Literal["xa-xanh/cau-hinh"]
    version: Literal[1]
    units: Entries = None
    hamlets: Entries = None
    categories: Entries = None
    questions: Entries = None
    statuses: Entries = None
    legal_kinds: Entries = None
    reject_reasons: Entries = None
    channels: Entries = None
    deadlines: Entries = None
    working_hours: Entries = None
    holidays: Entries = None
    outside_bodies: Entries = None
    canned_replies: Entries = None
    routing_rules: Entries = None
    retention_rules: Entries = None
    request_terms: Entries = None
    site_messages: Entries = None
    role_grants: Entries = None


class SectionReport(Output):
    """`retired`: what the file does not name; it is removed, or switched off while something still points to it."""

    section: str
    label: str
    added: list[str]
    changed: list[str]
    retired: list[str]
    same: int


class EntryFault(Output):
    """`path` as in `categories[3].label`, counted from 0."""

    path: str
    code: str
    detail: str


class ImportReport(Output):
    """With any fault nothing is imported. `applied`: false for a dry run and with faults."""

    applied: bool
    sections: list[SectionReport]
    errors: list[EntryFault]
