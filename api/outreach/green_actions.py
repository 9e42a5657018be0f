"""Filling in green criteria, and the ones that are shipped."""

from datetime import datetime
from pathlib import Path
from uuid import UUID

import orjson
from sqlmodel import Session, select

from api.accounts.rules import Person
from api.core import entries
from api.outreach import green_queries, keeping
from api.outreach import green_rules as rules
from api.outreach.green_models import GreenCheck, GreenCriterion
from api.outreach.green_schemas import NewGreenCheck

SEED = Path(__file__).resolve().parent.parent / "seed" / "green.json"


def record(
    session: Session, site_id: UUID, new: NewGreenCheck, *, by: Person, now: datetime
) -> tuple[GreenCheck, bool]:
    """The check, and whether it is new; the same sent again gives the first one back."""
    site = green_queries.require_site(session, site_id)
    known = session.get(GreenCheck, new.id)
    asked = rules.asked_of(green_queries.criteria(session), site.kind)
    check = GreenCheck(
        id=new.id, site_id=site.id, checked_on=new.checked_on, words=new.words, replaces_id=new.replaces_id,
        answers=known.answers if known else rules.filled(asked, new.answers), made_by=by.id, received_at=now,
    )  # fmt: skip
    kept, is_new = entries.enter(session, check)
    if is_new:
        verdict, percent, _ = rules.outcome(kept.answers)
        keeping.record(
            session, "green_check_added", kept, kept.id, by=by, now=now, site_id=str(site.id), verdict=verdict.value,
            percent=percent, replaces_id=str(new.replaces_id) if new.replaces_id else None,
        )  # fmt: skip
    return kept, is_new


def seed(session: Session) -> None:
    """Put in what is missing of the shipped criteria; what the commune has changed is left alone."""
    known = set(session.exec(select(GreenCriterion.code)))
    for place, item in enumerate(orjson.loads(SEED.read_bytes())):
        if item["code"] not in known:
            session.add(GreenCriterion(position=place, **item))
    session.flush()
