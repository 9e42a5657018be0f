"""Reading the lists behind the check-in."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import Session, col, select

from api.cleanups.choice_models import ChoiceKind, CleanupChoice
from api.core import errors


class ChoiceUnknown(errors.Rejected):
    code = "cleanup_choice_unknown"
    says = "Mục này không có trong danh mục của xã. Xin tải lại trang rồi chọn lại."


def every(session: Session) -> list[CleanupChoice]:
    """Those no longer in use too, because older check-ins name them."""
    order = (col(CleanupChoice.kind), col(CleanupChoice.position), col(CleanupChoice.label))
    return list(session.exec(select(CleanupChoice).order_by(*order)))


def labels(session: Session, ids: Iterable[str | UUID | None]) -> list[str]:
    """What these are called, in the order of the lists."""
    wanted = {UUID(str(one)) for one in ids if one}
    if not wanted:
        return []
    order = (col(CleanupChoice.position), col(CleanupChoice.label))
    return list(session.exec(select(CleanupChoice.label).where(col(CleanupChoice.id).in_(wanted)).order_by(*order)))


def check(session: Session, kind: ChoiceKind, ids: Iterable[str | UUID], field: str) -> None:
    """Each of them is of this list; ChoiceUnknown if not. One that went out of use since the phone read it will do."""
    for one in ids:
        found = session.get(CleanupChoice, UUID(str(one)))
        if found is None or found.kind is not kind:
            raise ChoiceUnknown(field=field)
