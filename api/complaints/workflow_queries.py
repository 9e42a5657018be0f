"""Questions about who works on a case beside its holder, its parts, and what was asked outside."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from api.accounts.models import Unit
from api.complaints import queries
from api.complaints.models import ComplaintPhoto, PhotoKind
from api.complaints.workflow_models import OutsideBody, OutsideRequest, SupportingUnit
from api.core import errors, secrets
from api.media.models import Picture


class RequestNotFound(errors.NotFound):
    code = "outside_request_not_found"
    says = "Không tìm thấy yêu cầu này."


class BodyNotFound(errors.NotFound):
    code = "outside_body_not_found"
    says = "Không tìm thấy cơ quan này trong danh sách."


def supporting_units(session: Session, complaint_id: UUID) -> Sequence[Unit]:
    statement = (
        select(Unit)
        .join(SupportingUnit, col(SupportingUnit.unit_id) == col(Unit.id))
        .where(SupportingUnit.complaint_id == complaint_id)
        .order_by(col(Unit.name))
    )
    return session.exec(statement).all()


def is_supporting(session: Session, complaint_id: UUID, unit_id: UUID | None) -> bool:
    return unit_id is not None and session.get(SupportingUnit, (complaint_id, unit_id)) is not None


def hotline_unit(session: Session) -> Unit | None:
    """The unit that runs the hotline; the first by name when the commune has more than one."""
    statement = select(Unit).where(col(Unit.is_hotline), col(Unit.is_active)).order_by(col(Unit.name))
    return session.exec(statement).first()


def requests(session: Session, complaint_id: UUID) -> Sequence[OutsideRequest]:
    statement = select(OutsideRequest).where(OutsideRequest.complaint_id == complaint_id)
    return session.exec(statement.order_by(col(OutsideRequest.sent_at), col(OutsideRequest.id))).all()


def require_request(session: Session, complaint_id: UUID, request_id: UUID) -> OutsideRequest:
    request = session.get(OutsideRequest, request_id)
    if request is None or request.complaint_id != complaint_id:
        raise RequestNotFound
    return request


def find_request(session: Session, token: str) -> OutsideRequest | None:
    """What the link with this token asks for, open or not."""
    return session.exec(select(OutsideRequest).where(OutsideRequest.token_hash == secrets.digest(token))).first()


def answer_photos(session: Session, request: OutsideRequest) -> list[tuple[ComplaintPhoto, Picture | None]]:
    """The photos that belong to the answer of a request, each with its picture once it has arrived."""
    found = queries.photos(session, request.complaint_id)
    return [(photo, picture) for photo, picture in found if photo.request_id == request.id]


def shown_photos(session: Session, complaint_id: UUID) -> list[tuple[ComplaintPhoto, Picture]]:
    """Photos of the matter that an officer has published: what a body outside may see."""
    found = queries.present_photos(queries.photos(session, complaint_id))
    return [(photo, picture) for photo, picture in found if picture.public_key and photo.kind is PhotoKind.BEFORE]


def bodies(session: Session) -> Sequence[OutsideBody]:
    return session.exec(select(OutsideBody).order_by(col(OutsideBody.position), col(OutsideBody.name))).all()


def require_body(session: Session, body_id: UUID) -> OutsideBody:
    body = session.get(OutsideBody, body_id, with_for_update=True)
    if body is None:
        raise BodyNotFound
    return body
