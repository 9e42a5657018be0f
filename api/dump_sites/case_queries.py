"""The cases around dump sites: linked ones, suspected relapses, and suggested black spots."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.accounts.rules import Person
from api.complaints import desk_queries
from api.complaints import queries as complaints
from api.complaints import rules as cases
from api.complaints.models import Complaint, Kind, PlaceSource, StatusLabel
from api.core import clock
from api.dump_sites import cluster_rules
from api.dump_sites.case_schemas import SiteCase, SpotSuggestion
from api.dump_sites.cluster_rules import Cluster, Report
from api.dump_sites.models import DumpDismissal, DumpSetting, DumpSite, DumpSiteComplaint, Link
from api.places import queries as places
from api.places.models import Hamlet
from api.places.rules import Point, distance_m, hamlet_at

CONFIRMED = (PlaceSource.GPS, PlaceSource.PIN, PlaceSource.PHOTO)
LEGAL = (Kind.COMPLAINT_LEGAL, Kind.DENUNCIATION)
MOST_REPORTS = 10_000
COLUMNS: tuple[Any, ...] = (
    col(Complaint.id), col(Complaint.code), col(Complaint.title), col(Complaint.received_at), col(Complaint.latitude),
    col(Complaint.longitude), col(StatusLabel.label).label("status_label"),
)  # fmt: skip
CASES = sa.select(*COLUMNS).select_from(Complaint).join(StatusLabel, col(StatusLabel.status) == col(Complaint.status))


def telling(statement: sa.Select[Any]) -> sa.Select[Any]:
    """Cases that tell of waste at a place somebody pointed at: none refused, withdrawn, merged, restricted or held
    back."""
    return statement.where(
        col(Complaint.place_source).in_(CONFIRMED), col(Complaint.latitude).is_not(None),
        col(Complaint.status).not_in(complaints.HIDDEN_FROM_LISTS), col(Complaint.kind).not_in(LEGAL),
        ~col(Complaint.is_restricted), col(Complaint.quarantined_for).is_(None), ~col(Complaint.is_outside),
    )  # fmt: skip


def linked(session: Session, site_id: UUID, *, by: Person) -> list[SiteCase]:
    """What somebody judged to belong to this site, or not; newest first, as far as `by` may read."""
    links = dict(
        session.exec(
            select(DumpSiteComplaint.complaint_id, DumpSiteComplaint.link).where(
                DumpSiteComplaint.dump_site_id == site_id
            )
        ).all()
    )
    statement = desk_queries.readable(CASES.where(col(Complaint.id).in_(list(links))), by)
    rows = session.execute(statement.order_by(col(Complaint.received_at).desc(), col(Complaint.id))).mappings()
    return [_case(row, Link(links[row["id"]])) for row in rows]


def suspects(
    session: Session, sites: Mapping[UUID, tuple[DumpSite, date]], setting: DumpSetting
) -> dict[UUID, list[Any]]:
    """Closed sites with the day of their closing → cases that came after it, lie there, and nobody has judged yet.

    The values are rows of COLUMNS, newest first.
    """
    places_of = {site.id: (site, since) for site, since in sites.values() if site.latitude is not None}
    if not places_of:
        return {}
    since = clock.start_of(min(day for _, day in places_of.values()) + timedelta(days=1))
    near = [sa.and_(*complaints.inside(_box(site, setting.relapse_m))) for site, _ in places_of.values()]
    statement = telling(CASES).where(col(Complaint.received_at) >= since, sa.or_(*near)).limit(MOST_REPORTS)
    rows = session.execute(statement.order_by(col(Complaint.received_at).desc(), col(Complaint.id))).mappings().all()
    judged = set(session.exec(select(DumpSiteComplaint.dump_site_id, DumpSiteComplaint.complaint_id)).all())
    return {
        site.id: [row for row in rows if (site.id, row["id"]) not in judged and _tells(row, site, closed, setting)]
        for site, closed in places_of.values()
    }


def shaped(session: Session, rows: Iterable[Any], *, by: Person) -> list[SiteCase]:
    """Rows of COLUMNS as far as `by` may read them."""
    found = list(rows)
    ids = [row["id"] for row in found]
    allowed = set(
        session.scalars(desk_queries.readable(sa.select(col(Complaint.id)).where(col(Complaint.id).in_(ids)), by))
    )
    return [_case(row, None) for row in found if row["id"] in allowed]


def suggestions(session: Session, setting: DumpSetting, *, now: datetime) -> list[SpotSuggestion]:
    """Clusters of reports that are still fed, without those that were dismissed as they stand; the largest first."""
    rows = {row["id"]: row for row in _loose(session, now - timedelta(days=setting.look_back_days))}
    reports = [Report(row["id"], Point(row["latitude"], row["longitude"]), row["received_at"]) for row in rows.values()]
    found = cluster_rules.clusters(
        reports, metres=setting.cluster_m, days=setting.cluster_days, fewest=setting.cluster_reports
    )
    alive = now - timedelta(days=setting.cluster_days)
    dismissed = set(session.exec(select(DumpDismissal.complaint_id)))
    hamlets = places.valid_on(session, clock.day_of(now))
    sites = list(session.exec(select(DumpSite).where(col(DumpSite.latitude).is_not(None))))
    return [
        _suggestion(cluster_rules.describe(group, days=setting.cluster_days, now=now), rows, hamlets, sites, setting)
        for group in found
        if group[-1].at >= alive and not {report.id for report in group} <= dismissed
    ]


def existing(session: Session, complaint_ids: Iterable[UUID], *, by: Person) -> set[UUID]:
    """Those of the ids that are cases `by` may read."""
    statement = sa.select(col(Complaint.id)).where(col(Complaint.id).in_(list(complaint_ids)))
    return set(session.scalars(desk_queries.readable(statement, by)))


def _loose(session: Session, since: datetime) -> Iterable[Any]:
    """Telling cases since then that belong to no site yet, newest first."""
    taken = sa.select(col(DumpSiteComplaint.complaint_id)).where(col(DumpSiteComplaint.link) != Link.DISMISSED)
    statement = telling(CASES).where(col(Complaint.received_at) >= since, col(Complaint.id).not_in(taken))
    return session.execute(statement.order_by(col(Complaint.received_at).desc()).limit(MOST_REPORTS)).mappings()


def _suggestion(
    cluster: Cluster, rows: Mapping[UUID, Any], hamlets: list[Hamlet], sites: list[DumpSite], setting: DumpSetting
) -> SpotSuggestion:
    center, reports = cluster.center, cluster.reports
    hamlet = hamlet_at(center, hamlets)
    reach = setting.relapse_m + cluster.radius_m
    near = [site for site in sites if distance_m(center, _pin(site)) <= reach]
    site = min(near, key=lambda one: distance_m(center, _pin(one)), default=None)
    return SpotSuggestion(
        key=str(reports[0].id), lat=round(center.lat, 6), lon=round(center.lon, 6), radius_m=round(cluster.radius_m),
        count=len(reports), first_on=clock.day_of(reports[0].at), last_on=clock.day_of(reports[-1].at),
        recent=cluster.recent, before=cluster.before, hamlet_id=hamlet.id if hamlet else None,
        hamlet_name=hamlet.name if hamlet else None, near_site_id=site.id if site else None,
        near_site_name=site.name if site else None,
        cases=[_case(rows[report.id], None) for report in reversed(reports)],
    )  # fmt: skip


def _tells(row: Any, site: DumpSite, closed: date, setting: DumpSetting) -> bool:
    if clock.day_of(row["received_at"]) <= closed:
        return False
    point = Point(row["latitude"], row["longitude"])
    return cluster_rules.belongs(point, _pin(site), site.outline, metres=setting.relapse_m)


def _pin(site: DumpSite) -> Point:
    return Point(site.latitude or 0.0, site.longitude or 0.0)


def _box(site: DumpSite, metres: int) -> cases.Box:
    """Around the pin and the whole outline."""
    corners = (
        [_pin(site), *(Point(lat, lon) for lon, lat in site.outline["coordinates"][0])]
        if site.outline
        else [_pin(site)]
    )
    boxes = [cases.box_around(corner.lat, corner.lon, metres) for corner in corners]
    west, south, east, north = zip(*boxes, strict=True)
    return min(west), min(south), max(east), max(north)


def _case(row: Any, link: Link | None) -> SiteCase:  # any: a row of COLUMNS
    return SiteCase(
        id=row["id"], code=row["code"], title=row["title"], status_label=row["status_label"],
        received_at=row["received_at"], lat=row["latitude"], lon=row["longitude"], link=link,
    )  # fmt: skip
