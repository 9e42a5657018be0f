"""Which template a paper is filled into."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from api.core import errors
from api.papers import templates
from api.papers.models import PaperTemplate
from api.papers.rules import FIELDS
from api.papers.schemas import TemplateField, Templates, TemplateShape


class TemplateNotFound(errors.NotFound):
    code = "template_not_found"
    says = "Không có mẫu văn bản này."


def require_name(name: str) -> str:
    if name not in templates.PLANS:
        raise TemplateNotFound
    return name


def versions(session: Session, name: str) -> Sequence[PaperTemplate]:
    """Those a clerk has put in, the newest first."""
    statement = select(PaperTemplate).where(PaperTemplate.name == name)
    return session.exec(statement.order_by(col(PaperTemplate.version).desc())).all()


def content(session: Session, name: str) -> bytes:
    """The template in force."""
    newest = next(iter(versions(session, name)), None)
    return newest.content if newest and newest.content else templates.built_in(name)


def shapes(session: Session) -> Templates:
    return Templates(
        items=[_shape(session, name) for name in templates.PLANS],
        fields=[TemplateField(name=name, words=words) for name, words in FIELDS.items()],
    )


def shape(session: Session, name: str) -> TemplateShape:
    return _shape(session, require_name(name))


def _shape(session: Session, name: str) -> TemplateShape:
    newest = next(iter(versions(session, name)), None)
    return TemplateShape(
        name=name, label=templates.PLANS[name].label, version=newest.version if newest else 0,
        is_own=bool(newest and newest.content), changed_at=newest.made_at if newest else None,
    )  # fmt: skip
