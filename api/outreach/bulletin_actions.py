"""Making bulletins: generated from the facts, kept as people read them."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session

from api.accounts.rules import Person
from api.core import clock
from api.core.settings import Settings
from api.outreach import bulletin_queries, keeping
from api.outreach import bulletin_rules as rules
from api.outreach.bulletin_models import Bulletin, BulletinForm, BulletinSetting
from api.outreach.bulletin_schemas import (
    BulletinDraft,
    BulletinEdit,
    BulletinSettingEdit,
    BulletinSettingShape,
    BulletinShape,
)


def draft(
    session: Session, settings: Settings, week: date, form: BulletinForm, hamlet_id: UUID | None, *, now: datetime
) -> BulletinDraft:
    """The words that the facts of the week give. WeekWrong unless `week` is a Monday."""
    rules.check_week(week)
    manner = bulletin_queries.manner(session)
    facts = bulletin_queries.facts(
        session, week, hamlet_id, commune=settings.commune_name, hotline=settings.hotline_phone or "",
        today=clock.day_of(now),
    )  # fmt: skip
    text = rules.write(form, facts, manner)
    return BulletinDraft(
        week=week, form=form, hamlet_id=hamlet_id, text=text, seconds=rules.seconds(text, manner.words_per_minute),
        words_per_minute=manner.words_per_minute, least_seconds=manner.least_seconds, most_seconds=manner.most_seconds,
    )  # fmt: skip


def put(
    session: Session, settings: Settings, bulletin_id: UUID, change: BulletinEdit, *,
    version: int, by: Person, now: datetime,
) -> Bulletin:  # fmt: skip
    """What was generated is kept beside what people made of it, as it was when they first saved."""
    generated = draft(session, settings, change.week, change.form, change.hamlet_id, now=now).text
    return keeping.put(
        session, Bulletin, bulletin_id, change, BulletinShape, version=version, by=by, now=now,
        read=lambda row: bulletin_queries.shown(session, row), generated=generated, made_by=by.id, made_at=now,
    )  # fmt: skip


def set_manner(
    session: Session, change: BulletinSettingEdit, *, version: int, by: Person, now: datetime
) -> BulletinSetting:
    return keeping.put(session, BulletinSetting, 1, change, BulletinSettingShape, version=version, by=by, now=now)
