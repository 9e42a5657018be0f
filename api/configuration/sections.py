"""The sections of the configuration file: which table each one is, how its entries are known, what they must keep."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import time
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlmodel import SQLModel

from api.accounts import roles
from api.accounts.models import RoleGrant, Unit
from api.complaints import question_rules, reply_rules, routing_rules
from api.complaints.models import Category, Deadline, IntakeChannel, RejectReason, StatusLabel
from api.complaints.question_models import LegalKind, Question
from api.complaints.reply_models import CannedReply
from api.complaints.routing_models import RoutingRule
from api.complaints.workflow_models import OutsideBody
from api.configuration import file_schemas as entries
from api.configuration.models import SiteMessage
from api.core.shapes import Input
from api.places import boundaries
from api.places import rules as places
from api.places.models import Hamlet
from api.privacy.models import RequestTerm, RetentionRule
from api.worktime import rules as worktime
from api.worktime.models import Holiday, WorkingHours

Values = dict[str, Any]  # of any column's kind


def _same(values: Values) -> Values:
    return values


@dataclass(frozen=True)
class Section:
    """`key`: the columns an entry is known by. `references`: column → the section whose codes it holds.

    `may_add`: otherwise the program knows the entries, and the file only sets them. `may_retire`: what the file does
    not name is taken out of use. `new_id`: for rows with an id beside their key. `to_row` judges an entry and gives
    its columns; `to_entry` is the way back.
    """

    name: str
    label: str
    table: type[SQLModel]
    key: tuple[str, ...]
    entry: type[Input]
    references: dict[str, str] = field(default_factory=dict)
    may_add: bool = True
    may_retire: bool = True
    new_id: Callable[[Values], UUID] | None = None
    to_row: Callable[[Values], Values] = _same
    to_entry: Callable[[Values], Values] = _same
    moves_clocks: bool = False

    def written(self, column: str) -> str:
        """What the file calls a column: codes stand in place of ids."""
        return column.removesuffix("_id") if column in self.references else column


def _unit_id(values: Values) -> UUID:
    return uuid5(NAMESPACE_URL, f"unit:{values['code']}")


def _hamlet_id(values: Values) -> UUID:
    return uuid5(NAMESPACE_URL, f"hamlet:{values['code']}")


def _body_id(values: Values) -> UUID:
    return uuid5(NAMESPACE_URL, f"outside-body:{values['name']}")


def _hamlet_row(values: Values) -> Values:
    if values["boundary"] is not None:
        values["boundary"] = boundaries.clean(values["boundary"])
    words = places.search_text(values["name"], values["former_commune"], values["code"])
    return values | {"search_text": words}


def _question_row(values: Values) -> Values:
    question_rules.check_options(values["kind"], values["options"])
    return values


def _reply_row(values: Values) -> Values:
    reply_rules.check(values["text"], values["status"], fires_by_itself=values["fires_by_itself"])
    return values


def _routing_row(values: Values) -> Values:
    hours = {name: time.fromisoformat(values[name]) if values[name] else None for name in ("from_time", "to_time")}
    routing_rules.check_window(hours["from_time"], hours["to_time"])
    return values | hours


def _routing_entry(values: Values) -> Values:
    hours = {name: values[name].strftime("%H:%M") if values[name] else None for name in ("from_time", "to_time")}
    return values | hours


def _hours_row(values: Values) -> Values:
    shifts = [(time.fromisoformat(opens), time.fromisoformat(closes)) for opens, closes in values["shifts"]]
    worktime.check_shifts(shifts)
    return values | {"weekdays": sorted(set(values["weekdays"]))}


def _grant_row(values: Values) -> Values:
    roles.check(values["role"], values["permission"], values["reach"])
    return values | {"permission": str(values["permission"]), "reach": str(values["reach"])}


# In the order in which they are put in: what others point to comes first.
SECTIONS = (
    Section("units", "Đơn vị", Unit, ("code",), entries.UnitEntry, new_id=_unit_id),
    Section(
        "hamlets", "Thôn", Hamlet, ("code",), entries.HamletEntry, {"successor_id": "hamlets"},
        may_retire=False, new_id=_hamlet_id, to_row=_hamlet_row,
    ),
    Section(
        "categories", "Loại phản ánh", Category, ("code",), entries.CategoryEntry,
        {"default_unit_id": "units", "at_fault_unit_id": "units"},
    ),
    Section(
        "questions", "Câu hỏi thêm", Question, ("id",), entries.QuestionEntry, {"category": "categories"},
        to_row=_question_row,
    ),
    Section(
        "statuses", "Tên trạng thái", StatusLabel, ("status",), entries.StatusEntry, may_add=False, may_retire=False
    ),
    Section(
        "legal_kinds", "Loại đơn có thủ tục riêng", LegalKind, ("code",), entries.LegalKindEntry,
        may_add=False, may_retire=False,
    ),
    Section("reject_reasons", "Lý do không tiếp nhận", RejectReason, ("code",), entries.RejectReasonEntry),
    Section("channels", "Kênh tiếp nhận", IntakeChannel, ("code",), entries.ChoiceEntry),
    Section(
        "deadlines", "Thời hạn", Deadline, ("step", "priority", "effective_from"), entries.DeadlineEntry,
        moves_clocks=True,
    ),
    Section(
        "working_hours", "Giờ làm việc", WorkingHours, ("effective_from",), entries.HoursEntry,
        to_row=_hours_row, moves_clocks=True,
    ),
    Section("holidays", "Ngày nghỉ, ngày làm bù", Holiday, ("day",), entries.HolidayEntry, moves_clocks=True),
    Section("outside_bodies", "Cơ quan ngoài xã", OutsideBody, ("name",), entries.OutsideBodyEntry, new_id=_body_id),
    Section(
        "canned_replies", "Câu trả lời mẫu", CannedReply, ("id",), entries.ReplyEntry, {"category": "categories"},
        to_row=_reply_row,
    ),
    Section(
        "routing_rules", "Phân tuyến", RoutingRule, ("id",), entries.RoutingEntry,
        {"category": "categories", "hamlet_id": "hamlets", "unit_id": "units"},
        to_row=_routing_row, to_entry=_routing_entry,
    ),
    Section(
        "retention_rules", "Thời hạn lưu giữ", RetentionRule, ("code",), entries.RetentionEntry,
        may_add=False, may_retire=False,
    ),
    Section(
        "request_terms", "Thời hạn trả lời yêu cầu về dữ liệu", RequestTerm, ("step",), entries.TermEntry,
        may_add=False, may_retire=False,
    ),
    Section("site_messages", "Thông báo", SiteMessage, ("id",), entries.MessageEntry),
    Section(
        "role_grants", "Vai trò và quyền", RoleGrant, ("role", "permission"), entries.GrantEntry, to_row=_grant_row
    ),
)  # fmt: skip
