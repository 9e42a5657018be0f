"""Questions of moderation: what waits for an officer's eye, who is on the ban list, what has been public before."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, func, select

from api.accounts.models import Account
from api.cleanups.models import Cleanup, CleanupPhoto
from api.complaints import moderation_rules as rules
from api.complaints.models import Complaint
from api.complaints.moderation_models import Ban, BanKind, Flag, FlagOutcome, PublicWording
from api.complaints.moderation_schemas import (
    BanShape,
    FlaggedCase,
    FlagShape,
    FormerWords,
    Moderation,
    QuarantinedCase,
    WaitingPhoto,
)
from api.core import errors
from api.media.models import Picture
from api.media.schemas import thumb_url
from api.places.models import Hamlet

MOST = 100


class BanNotFound(errors.NotFound):
    code = "ban_not_found"
    says = "Không tìm thấy mục này trong danh sách chặn."


def require_ban(session: Session, ban_id: UUID) -> Ban:
    ban = session.get(Ban, ban_id, with_for_update=True)
    if ban is None:
        raise BanNotFound
    return ban


def caught_by(
    session: Session, *, phone: str | None, address: str | None, texts: list[str], today: date
) -> BanKind | None:
    """Which kind of ban in force catches this sender (keyed hashes) or these words."""
    in_force = [ban for ban in session.exec(select(Ban).where(~col(Ban.is_lifted)))
                if rules.is_in_force(ban.is_lifted, ban.expires_on, today)]  # fmt: skip
    keys = {kind: {ban.key for ban in in_force if ban.kind is kind} for kind in BanKind}
    if phone in keys[BanKind.PHONE]:
        return BanKind.PHONE
    if address in keys[BanKind.ADDRESS]:
        return BanKind.ADDRESS
    return BanKind.WORD if any(rules.word_in(text, keys[BanKind.WORD]) for text in texts) else None


def bans(session: Session, *, today: date) -> list[BanShape]:
    """The whole list, the newest first."""
    statement = select(Ban, Account).join(Account, col(Account.id) == col(Ban.made_by))
    found = session.exec(statement.order_by(col(Ban.made_at).desc(), col(Ban.id)))
    return [shape_of(ban, account.name, today) for ban, account in found]


def shape_of(ban: Ban, made_by: str, today: date) -> BanShape:
    values = {name: getattr(ban, name) for name in BanShape.model_fields if name not in ("made_by", "is_in_force")}
    return BanShape(**values, made_by=made_by, is_in_force=rules.is_in_force(ban.is_lifted, ban.expires_on, today))


def open_flags(session: Session, complaint_id: UUID) -> list[Flag]:
    statement = select(Flag).where(Flag.complaint_id == complaint_id, col(Flag.decided_at).is_(None))
    return list(session.exec(statement.order_by(col(Flag.at))))


def flags_of_sender(session: Session, sender: str) -> int:
    """How many of this day's flags came from there."""
    return session.exec(select(func.count()).select_from(Flag).where(Flag.sender == sender)).one()


def was_kept(session: Session, complaint_id: UUID, photo_id: UUID | None, *, since: datetime) -> bool:
    """Whether an officer has lately looked at the same thing and decided to keep it."""
    same = select(Flag.id).where(
        Flag.complaint_id == complaint_id, Flag.outcome == FlagOutcome.KEPT, col(Flag.decided_at) >= since,
        col(Flag.photo_id) == photo_id if photo_id else col(Flag.photo_id).is_(None),
    )  # fmt: skip
    return session.exec(same.limit(1)).first() is not None


def waiting(session: Session) -> Moderation:
    return Moderation(
        flagged=_flagged(session), quarantined=_quarantined(session), cleanup_photos=_cleanup_photos(session)
    )


def _flagged(session: Session) -> list[FlaggedCase]:
    statement = (
        select(Flag, Complaint)
        .join(Complaint, col(Complaint.id) == col(Flag.complaint_id))
        .where(col(Flag.decided_at).is_(None), ~col(Complaint.is_restricted))
        .order_by(col(Flag.at))
        .limit(MOST)
    )
    cases: dict[UUID, FlaggedCase] = {}
    for flag, complaint in session.exec(statement):
        case = cases.setdefault(
            complaint.id,
            FlaggedCase(
                complaint_id=complaint.id, code=complaint.code, title=complaint.title, version=complaint.version,
                is_hidden=complaint.is_hidden, flags=[],
            ),
        )  # fmt: skip
        case.flags.append(FlagShape.model_validate(flag))
    return list(cases.values())


def _quarantined(session: Session) -> list[QuarantinedCase]:
    statement = select(Complaint).where(col(Complaint.quarantined_for).is_not(None))
    return [
        QuarantinedCase(
            complaint_id=one.id, code=one.code, title=one.title, words=one.words, version=one.version,
            why=BanKind(str(one.quarantined_for)), received_at=one.received_at, photos=one.photo_count,
        )
        for one in session.exec(statement.order_by(col(Complaint.received_at)).limit(MOST))
    ]  # fmt: skip


def _cleanup_photos(session: Session) -> list[WaitingPhoto]:
    statement = (
        select(CleanupPhoto, Picture, Cleanup, Hamlet)
        .join(Picture, col(Picture.id) == col(CleanupPhoto.picture_id))
        .join(Cleanup, col(Cleanup.id) == col(CleanupPhoto.cleanup_id))
        .join(Hamlet, col(Hamlet.id) == col(Cleanup.hamlet_id))
        .where(col(Picture.public_key).is_(None), ~col(CleanupPhoto.is_kept_back))
        .order_by(col(Picture.received_at))
        .limit(MOST)
    )
    return [
        WaitingPhoto(
            cleanup_id=cleanup.id, photo_id=photo.id, hamlet_name=hamlet.name, held_on=cleanup.held_on,
            thumb=thumb_url(picture.redacted_key or picture.key), version=cleanup.version,
        )
        for photo, picture, cleanup, hamlet in session.exec(statement)
    ]  # fmt: skip


def former_words(session: Session, complaint_id: UUID) -> list[FormerWords]:
    """Everything that everybody could read of the case so far, oldest first."""
    statement = (
        select(PublicWording, Account)
        .join(Account, col(Account.id) == col(PublicWording.account_id))
        .where(PublicWording.complaint_id == complaint_id)
        .order_by(col(PublicWording.at))
    )
    return [
        FormerWords(words=wording.words, by=account.name, at=wording.at) for wording, account in session.exec(statement)
    ]
