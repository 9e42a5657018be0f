"""Dump sites for tests, brought into any stage by the real actions."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import Session

from api.accounts.rules import Person
from api.dump_sites import actions, queries, rules
from api.dump_sites.models import DumpSite, DumpSiteStage, SiteKind, Stage
from api.dump_sites.schemas import NewSite, NewSiteStage
from api.dump_sites.visit_schemas import NewSiteVisit
from tests.accounts.make import make_person
from tests.places.make import CENTER

NOW = datetime(2026, 11, 28, 1, 0, tzinfo=UTC)
FIRST = date(2026, 1, 10)
LIFE = (Stage.LISTED, Stage.PLANNED, Stage.CLOSED, Stage.RESTORING, Stage.WATCHING, Stage.DONE)


def plan(**more: Any) -> dict[str, Any]:
    """A new site as the desk sends it; JSON values of any kind."""
    return {
        "id": str(uuid4()), "name": "Bãi rác cuối mương", "kind": "wild_dump", "found_on": FIRST.isoformat(),
        "lat": CENTER[0], "lon": CENTER[1],
    } | more  # fmt: skip


def outline(lat: float = CENTER[0], lon: float = CENTER[1], *, half: float = 0.0001) -> dict[str, Any]:
    """A square about 22 m wide."""
    ring = [[lon - half, lat - half], [lon + half, lat - half], [lon + half, lat + half], [lon - half, lat + half]]
    return {"type": "Polygon", "coordinates": [[[round(x, 6), round(y, 6)] for x, y in (*ring, ring[0])]]}


def make_site(
    session: Session, *, stage: Stage = Stage.FOUND, kind: SiteKind = SiteKind.WILD_DUMP, by: Person | None = None,
    since: date = FIRST, every: int = 30, now: datetime = NOW, **more: Any,
) -> DumpSite:  # fmt: skip
    """A site that reached `stage`, a step every so many days from `since` on."""
    officer = by or make_person(session)
    wish = NewSite.model_validate(plan(kind=kind, found_on=since.isoformat(), **more))
    site, _ = actions.create(session, wish, by=officer, now=now)
    for number, step in enumerate(LIFE[: LIFE.index(stage) + 1] if stage in LIFE else (), start=1):
        go(session, site, step, since + timedelta(days=every * number), by=officer, now=now, words="theo kế hoạch")
    return site


def go(
    session: Session, site: DumpSite, stage: Stage, on: date, *, by: Person | None = None, now: datetime = NOW,
    **more: Any,
) -> DumpSite:  # fmt: skip
    """One step, or with `is_relapse=True` a step back."""
    step = NewSiteStage(id=uuid4(), stage=stage, on=on, **more)
    return actions.move(session, site.id, step, version=site.version, by=by or make_person(session), now=now)


def last(session: Session, site: DumpSite) -> DumpSiteStage:
    return rules.standing(queries.history(session, site.id))[-1]


def visit(site_id: UUID, **more: Any) -> NewSiteVisit:
    return NewSiteVisit.model_validate(
        {
            "id": str(uuid4()), "dump_site_id": str(site_id), "visited_on": "2026-11-27", "result": "clean",
            "photos": [str(uuid4())], "made_at": "2026-11-27T02:00:00Z",
        }
        | more
    )  # fmt: skip
