"""Everything the desk shows of one case, put together; never the reporter's name or phone."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from api.accounts.models import Account, Unit
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.collection_points.models import CollectionPoint
from api.complaints import (
    clock_views,
    deadlines,
    desk_queries,
    feedback_queries,
    group_queries,
    intake_queries,
    queries,
    rules,
    timetable,
    views,
    workflow_views,
)
from api.complaints.actions import SUBJECT
from api.complaints.desk_schemas import Detail
from api.complaints.feedback_models import Feedback
from api.complaints.feedback_schemas import Former
from api.complaints.models import (
    Category,
    Complaint,
    ComplaintPhoto,
    IntakeChannel,
    Note,
    RejectReason,
    ReporterContact,
    Status,
    StatusLabel,
)
from api.journal import actions as journal_words
from api.journal import queries as journal
from api.media import schemas as media
from api.media import suggestions
from api.media.models import Picture
from api.places.models import Hamlet

VERBS = {
    "photo_added": "Thêm ảnh", "photo_given_up": "Người gửi bỏ một ảnh chưa gửi được",
    "edited": "Sửa thông tin", "noted": "Ghi chú nội bộ", "finding_added": "Ý kiến giám sát",
    "photo_published": "Công khai ảnh", "photo_unpublished": "Thôi công khai ảnh",
    "photo_redacted": "Che mờ ảnh công khai", "anonymised": "Xóa dữ liệu cá nhân theo quy định",
    "flagged": "Người đọc báo không nên công khai",
    "flags_decided": "Xem xét lượt báo", "let_in": "Tiếp nhận từ danh sách chờ xem xét",
    "joined": "Có người cùng phản ánh", "merge_received": "Nhận phản ánh gộp vào",
    "merge_undone": "Tách phản ánh đã gộp",
    "unmerged": "Bỏ gộp, trở lại như trước",
    "retyped": "Đổi loại theo nội dung",
    "contact_viewed": "Xem liên hệ người gửi",
    "original_viewed": "Xem ảnh gốc", "question_answered": "Người dân đã bổ sung",
    "question_expired": "Hết hạn chờ bổ sung", "extended": "Gia hạn xử lý",
    "supported": "Đơn vị phối hợp", "split": "Tách thành nhiều phần", "handed_over": "Chuyển tay",
    "outside_asked": "Hỏi cơ quan ngoài", "outside_answered": "Cơ quan ngoài trả lời",
    "outside_revoked": "Thu hồi yêu cầu gửi cơ quan ngoài",
    "corrected": "Người gửi sửa phản ánh", "rated": "Người gửi đánh giá",
}  # fmt: skip


def detail(session: Session, complaint: Complaint, *, by: Person, now: datetime) -> Detail:
    category = session.get(Category, complaint.category) if complaint.category else None
    labels = queries.status_labels(session)
    changes, times = queries.changes(session, complaint.id), queries.timetable(session)
    return Detail(
        **{name: getattr(complaint, name) for name in _PLAIN_FIELDS},
        type=complaint.kind,
        category_label=category.label if category else None,
        status_label=labels[complaint.status].label,
        tone=rules.TONES[complaint.status],
        channel_label=_required(session, IntakeChannel, complaint.channel).label,
        place=_place(complaint),
        hamlet=views.named(session, Hamlet, complaint.hamlet_id),
        unit=views.named(session, Unit, complaint.unit_id),
        assignee=views.named(session, Account, complaint.assignee_id),
        due_state=desk_queries.due_state(complaint.due_at, complaint.due_soon_at, now),
        has_contact=session.get(ReporterContact, complaint.id) is not None,
        may_read_contact=by.may(Permission.READ_CONTACTS),
        may_suggest_boxes=suggestions.is_installed(),
        photos=_photos(session, complaint),
        intake=intake_queries.facts(session, complaint),
        near=desk_queries.near(session, complaint, by=by, now=now),
        collection_point=views.named(session, CollectionPoint, complaint.collection_point_id),
        points=desk_queries.nearest_points(session, complaint),
        moves=sorted(rules.moves_from(complaint.status, timetable.asked_from(changes))),
        clock=clock_views.step_clock(complaint, changes, times, now),
        answer_clock=clock_views.answer_clock(complaint, changes, times, now),
        extension=clock_views.extension(complaint),
        may_extend_days=deadlines.most_days(complaint, times, now),
        said=_everything_said(session, complaint),
        notes=_notes(session, complaint.id),
        timeline=_timeline(session, complaint.id, labels),
        **_outcome(session, complaint),
        **workflow_views.members(session, complaint, category, labels, by=by, now=now),
    )


_PLAIN_FIELDS = (
    "id", "code", "version", "category", "status", "priority", "channel", "title", "words", "public_words",
    "is_hidden", "held_since", "instruction", "handover_count", "received_at",
    "reported_at", "merged_into_id", "follower_count", "reopen_count", "reopened_at", "rating",
    "answer_due_at", "due_at", "due_step",
)  # fmt: skip


def _place(complaint: Complaint) -> dict[str, Any]:
    return {
        "lat": complaint.latitude, "lon": complaint.longitude, "accuracy_m": complaint.accuracy_m,
        "source": complaint.place_source, "words": complaint.place_words, "outside_commune": complaint.is_outside,
    }  # fmt: skip


def _outcome(session: Session, complaint: Complaint) -> dict[str, Any]:
    """What was asked, done, answered or refused."""
    reason = session.get(RejectReason, complaint.reject_reason) if complaint.reject_reason else None
    resolved = {
        "text": complaint.resolution, "at": complaint.resolved_at,
        "no_photo_reason": complaint.no_photo_reason, "waste_kg": complaint.waste_kg,
    }  # fmt: skip
    asked = {
        "text": complaint.question,
        "wants_photo": complaint.question_wants_photo,
        "wants_place": complaint.question_wants_place,
    }
    stopped = {
        "reason": complaint.reject_reason,
        "label": reason.label if reason else None,
        "text": complaint.stop_words,
    }
    return {
        "resolution": resolved if complaint.resolved_at else None,
        "reply": {"text": complaint.reply, "at": complaint.replied_at} if complaint.replied_at else None,
        "question": asked if complaint.question else None,
        "stopped": stopped if complaint.status in (Status.REJECTED, Status.TRANSFERRED_OUT) else None,
    }


def _photos(session: Session, complaint: Complaint) -> list[dict[str, Any]]:
    """Those of the case and of the cases merged into it, each with the case it came with."""
    codes = {one.id: one.code for one in (complaint, *group_queries.members(session, complaint.id))}
    return [
        _photo(photo, picture) | {"code": codes[photo.complaint_id], "is_support": photo.follower_id is not None}
        for photo, picture in group_queries.photos(session, complaint)
    ]


def _photo(photo: ComplaintPhoto, picture: Picture | None) -> dict[str, Any]:
    if picture is None:
        nothing = dict.fromkeys(("large", "thumb", "width", "height", "placeholder", "taken_at", "gps", "redaction"))
        return {"id": photo.id, "kind": photo.kind, "is_public": False, **nothing}
    has_gps = picture.gps_latitude is not None
    return {
        "id": photo.id, "kind": photo.kind, "width": picture.width, "height": picture.height,
        "large": f"/media/{picture.key}/large.jpg", "thumb": f"/media/{picture.key}/thumb.webp",
        "placeholder": picture.placeholder, "is_public": picture.public_key is not None, "taken_at": picture.taken_at,
        "redaction": media.redacted(picture),
        "gps": {"lat": picture.gps_latitude, "lon": picture.gps_longitude} if has_gps else None,
    }  # fmt: skip


def _everything_said(session: Session, complaint: Complaint) -> list[dict[str, Any]]:
    """By the reporters of the case and of those merged into it, oldest first."""
    cases = [complaint, *group_queries.members(session, complaint.id)]
    found = [_said(one) | {"code": case.code} for case in cases for one in feedback_queries.said(session, case.id)]
    return sorted(found, key=lambda one: one["at"])


def _said(one: Feedback) -> dict[str, Any]:
    former = {name: one.former.get(name) for name in Former.model_fields}
    return {"id": one.id, "kind": one.kind, "stars": one.stars, "words": one.words, "former": former, "at": one.at}


def _notes(session: Session, complaint_id: UUID) -> list[dict[str, Any]]:
    statement = (
        select(Note, Account)
        .outerjoin(Account, col(Account.id) == col(Note.account_id))
        .where(Note.complaint_id == complaint_id)
        .order_by(col(Note.at), col(Note.id))
    )
    return [
        {"id": note.id, "kind": note.kind, "text": note.text, "at": note.at,
         "by": note.author or (account.name if account else journal_words.RESIDENT)}
        for note, account in session.exec(statement)
    ]  # fmt: skip


def _timeline(session: Session, complaint_id: UUID, labels: dict[Status, StatusLabel]) -> list[dict[str, Any]]:
    found = []
    for entry in journal.about(session, SUBJECT, complaint_id):
        to = entry.detail.get("to")
        status = Status(to) if to else None
        label = VERBS.get(entry.verb) or (labels[status].label if status else entry.verb)
        if entry.verb in ("assigned", "handed_over"):
            label = " · ".join(filter(None, (label, entry.detail.get("unit"), entry.detail.get("assignee"))))
        found.append(
            {"at": entry.at, "verb": entry.verb, "status": status, "label": label, "by": entry.actor,
             "text": entry.detail.get("text") or None}
        )  # fmt: skip
    return found


def _required(session: Session, table: type[Any], key: str) -> Any:
    """The row that a foreign key promises; any table."""
    return session.get_one(table, key)
