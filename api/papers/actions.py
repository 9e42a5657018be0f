"""Replacing a template, and going back to the program's own."""

from datetime import datetime
from uuid import uuid4

from sqlmodel import Session

from api.accounts.rules import Person
from api.core import errors
from api.journal import actions as journal
from api.papers import files, queries
from api.papers.models import PaperTemplate


def replace(session: Session, name: str, content: bytes | None, *, version: int, by: Person, now: datetime) -> None:
    """Keep a new version; None goes back to the program's own. TemplateDamaged when it cannot be filled."""
    queries.require_name(name)
    if content is not None:
        files.check(content)
    newest = next(iter(queries.versions(session, name)), None)
    if version != (newest.version if newest else 0):
        raise errors.Stale(current=queries.shape(session, name))
    row = PaperTemplate(id=uuid4(), name=name, version=version + 1, content=content, made_by=by.id, made_at=now)
    session.add(row)
    session.flush()
    journal.record(
        session, "template_changed", "paper_template", row.id, actor=by.name, actor_id=by.id, now=now,
        name=name, version=row.version, is_own=content is not None,
    )  # fmt: skip
