"""Questions to the sorting guide."""

from sqlmodel import Session, col, select

from api.core import errors
from api.outreach.guide_models import GuideEntry, WasteClass
from api.outreach.guide_schemas import Guide, GuideEntryShape, WasteClassShape


class ClassUnknown(errors.Rejected):
    code = "waste_class_unknown"
    says = "Không có nhóm rác này."


def read(session: Session, *, every: bool = False) -> Guide:
    """`every`: with what is no longer shown."""
    entries = select(GuideEntry).order_by(col(GuideEntry.position), col(GuideEntry.name), col(GuideEntry.id))
    classes = select(WasteClass).order_by(col(WasteClass.position), col(WasteClass.code))
    found = session.exec(entries if every else entries.where(col(GuideEntry.is_active)))
    return Guide(
        classes=[WasteClassShape.model_validate(row) for row in session.exec(classes)],
        entries=[GuideEntryShape.model_validate(row) for row in found],
    )


def require_class(session: Session, code: str) -> WasteClass:
    found = session.get(WasteClass, code)
    if found is None:
        raise ClassUnknown(field="class_code")
    return found
