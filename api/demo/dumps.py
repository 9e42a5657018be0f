"""Four dump sites of the demo, each at another point of its life, and reports that suggest a fifth."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session

from api.core import clock
from api.demo import photos
from api.demo.world import World, demo_id
from api.dump_sites import actions, visit_actions
from api.dump_sites.models import DumpSite, PhotoKind, SiteKind, Stage, VisitResult
from api.dump_sites.schemas import NewSite, NewSiteStage
from api.dump_sites.visit_schemas import NewSiteVisit
from api.media.store import Store

S = Stage
# Number, hamlet, name, register, area m², plan year, days since each stage, public.
SITES = (
    (1, 3, "Bãi rác đầu mương (mẫu)", SiteKind.WILD_DUMP, 240, 2026,
     ((S.FOUND, 300), (S.LISTED, 280), (S.PLANNED, 250), (S.CLOSED, 200), (S.RESTORING, 170), (S.WATCHING, 90)), True),
    (2, 5, "Đống rác cuối làng (mẫu)", SiteKind.WILD_DUMP, 90, 2027,
     ((S.FOUND, 120), (S.LISTED, 100), (S.PLANNED, 60)), True),
    (3, 7, "Bãi chôn lấp cũ đồng Tây (mẫu)", SiteKind.UNSANITARY_LANDFILL, 5200, 2028,
     ((S.FOUND, 320), (S.LISTED, 300), (S.PLANNED, 200), (S.CLOSED, 40)), True),
    (4, 9, "Ao tù cạnh chợ (mẫu)", SiteKind.POLLUTED_AREA, 800, None, ((S.FOUND, 15),), False),
)  # fmt: skip


def tell(session: Session, store: Store, world: World, now: datetime) -> None:
    for number, *_ in SITES:
        _site(session, world, number, now)
    first = demo_id("dump-site", 1)
    for kind, is_clean in ((PhotoKind.BEFORE, False), (PhotoKind.AFTER, True)):
        picture, upload = demo_id("dump-photo", kind), photos.upload(1, is_clean=is_clean)
        visit_actions.add_photo(session, store, first, picture, kind, upload, by=world.people["canbo"], now=now)
    _visit(session, store, world, first, now)


def _site(session: Session, world: World, number: int, now: datetime) -> DumpSite:
    _, hamlet_number, name, kind, area, year, life, is_public = SITES[number - 1]
    hamlet, today, by = world.hamlets[hamlet_number - 1], clock.day_of(now), world.people["canbo"]
    lat, lon = (hamlet.latitude or 0) - 0.0017, (hamlet.longitude or 0) + 0.0014
    half = area**0.5 / 2 / 111_195
    ring = [[lon + half * x, lat + half * y] for x, y in ((-1, -1), (1, -1.2), (1.1, 1), (-0.9, 1), (-1, -1))]
    site, _ = actions.create(
        session,
        NewSite(
            id=demo_id("dump-site", number), name=name, kind=kind, found_on=today - timedelta(days=life[0][1]),
            lat=lat, lon=lon, outline={"type": "Polygon", "coordinates": [ring]}, area_m2=area, volume_m3=area // 4,
            place_words=f"Ngoài đồng {hamlet.name}", plan_year=year, cost_vnd=150_000 * area,
            funding_source="Ngân sách xã", unit_id=world.units["TTDV"].id, is_public=is_public,
        ),
        by=by, now=now,
    )  # fmt: skip
    for stage, days in life[1:]:
        step = NewSiteStage(id=demo_id("dump-stage", f"{number}-{stage}"), stage=stage, on=today - timedelta(days=days))
        actions.move(session, site.id, step, version=site.version, by=by, now=now)
    return site


def _visit(session: Session, store: Store, world: World, site_id: UUID, now: datetime) -> None:
    """The head was there five weeks ago; the next visit is due."""
    at, head, photo = now - timedelta(days=35), world.people["truongthon3"], demo_id("dump-visit-photo", 1)
    visit = NewSiteVisit(
        id=demo_id("dump-visit", 1), dump_site_id=site_id, visited_on=clock.day_of(at), result=VisitResult.CLEAN,
        words="Vẫn sạch, cỏ đã mọc.", photos=[photo], made_at=at,
    )  # fmt: skip
    visit_actions.record(session, visit, by=head, now=at)
    taken = photos.upload(2, is_clean=True)
    visit_actions.add_visit_photo(session, store, visit.id, photo, taken, declares=False, by=head, now=at)
