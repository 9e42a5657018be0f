"""Keeping the sorting guide, and the one that is shipped."""

from datetime import datetime
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

import orjson
from sqlmodel import Session, select

from api.accounts.rules import Person
from api.outreach import guide_queries, keeping
from api.outreach.guide_models import GuideEntry, WasteClass
from api.outreach.guide_schemas import GuideEntryEdit, GuideEntryShape, WasteClassEdit, WasteClassShape

SEED = Path(__file__).resolve().parent.parent / "seed" / "guide.json"


def put_entry(
    session: Session, entry_id: UUID, change: GuideEntryEdit, *, version: int, by: Person, now: datetime
) -> GuideEntry:
    guide_queries.require_class(session, change.class_code)
    return keeping.put(session, GuideEntry, entry_id, change, GuideEntryShape, version=version, by=by, now=now)


def put_class(
    session: Session, code: str, change: WasteClassEdit, *, version: int, by: Person, now: datetime
) -> WasteClass:
    return keeping.put(session, WasteClass, code, change, WasteClassShape, version=version, by=by, now=now)


def seed(session: Session) -> None:
    """Put in what is missing of the shipped guide; what the commune has changed is left alone."""
    shipped = orjson.loads(SEED.read_bytes())
    known_classes = set(session.exec(select(WasteClass.code)))
    for place, item in enumerate(shipped["classes"]):
        if item["code"] not in known_classes:
            session.add(WasteClass(position=place, **item))
    session.flush()
    known = set(session.exec(select(GuideEntry.id)))
    for class_code, entries in shipped["entries"].items():
        for name, other_names, how in entries:
            key = uuid5(NAMESPACE_URL, f"guide:{name}")
            if key not in known:
                session.add(
                    GuideEntry(
                        id=key, name=name, other_names=other_names, class_code=class_code, how=how,
                        source=shipped["source"],
                    )
                )  # fmt: skip
    session.flush()
