"""Dump sites put together for the wire: the row, where it stands in its life, what is due, what to suspect."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, select

from api.accounts.models import Account
from api.accounts.rules import Person
from api.core import clock
from api.dump_sites import case_queries, queries, rules
from api.dump_sites.models import DumpSetting, DumpSite, DumpSitePhoto, DumpSiteStage, DumpSiteVisit, PhotoKind, Stage
from api.dump_sites.schemas import KIND_LABELS, STAGE_LABELS, BlackSpot, SiteDetail, SiteSummary, SpotStep
from api.dump_sites.visit_schemas import SitePhoto, SiteVisit
from api.media import schemas as media
from api.media.models import Picture
from api.places import queries as places
from api.places import rules as geography

SAME = (
    "id", "code", "name", "kind", "hamlet_id", "outline", "area_m2", "volume_m3", "plan_year", "cost_vnd",
    "funding_source", "unit_id", "place_words", "is_public", "version",
)  # fmt: skip
PUBLIC = ("id", "code", "name", "kind", "outline", "area_m2", "place_words", "plan_year")


def listed(session: Session, wish: queries.Filter, *, now: datetime) -> list[SiteSummary]:
    """The register as it stands today, in the order of its codes, without what was struck off."""
    rows = queries.histories(session, wish.kind)
    sites = [site for site in queries.matching(session, wish) if rules.standing(rows[site.id])]
    found = _summaries(session, sites, rows, now=now)
    return [one for one in found if wish.stage is None or one.stage is wish.stage]


def detail(session: Session, site: DumpSite, *, by: Person, now: datetime) -> SiteDetail:
    """Everything about one site. One that was struck off is no longer there."""
    rows, today = queries.history(session, site.id), clock.day_of(now)
    facts = rules.standing(rows)
    if not facts:
        raise queries.SiteNotFound
    [summary] = _summaries(session, [site], {site.id: list(rows)}, now=now)
    setting, since = queries.setting(session), rules.watched_since(rows, today)
    closed = rules.closed_since(rows, today)
    suspected = case_queries.suspects(session, {site.id: (site, closed)}, setting) if closed else {}
    photos = queries.photos(session, site.id)
    return SiteDetail(
        **summary.model_dump(),
        outline_m2=round(geography.area_m2(site.outline)) if site.outline else None,
        watch_ends_on=rules.watch_ends(since, setting) if since else None,
        stages=queries.stages(session, rows), moves=list(rules.next_moves(facts[-1].stage)),
        relapses=list(rules.relapses(facts[-1].stage)), visits=visit_shapes(session, site.id),
        photos=[_photo(photo, picture) for photo, picture in photos if picture],
        cases=case_queries.linked(session, site.id, by=by),
        suspected=case_queries.shaped(session, suspected.get(site.id, []), by=by),
    )  # fmt: skip


def visit_shapes(session: Session, site_id: UUID) -> list[SiteVisit]:
    """Newest first."""
    names = dict(session.exec(select(Account.id, Account.name)).all())
    missing = [photo for photo, picture in queries.photos(session, site_id) if picture is None]
    return [
        SiteVisit(
            id=visit.id, dump_site_id=site_id, visited_on=visit.visited_on, result=visit.result, words=visit.words,
            by=names.get(visit.account_id, ""), made_at=visit.made_at, received_at=visit.received_at,
            photos_missing=[photo.id for photo in missing if photo.visit_id == visit.id],
        )
        for visit in queries.visits(session, [site_id])[site_id]
    ]  # fmt: skip


def black_spots(session: Session, *, now: datetime) -> list[BlackSpot]:
    """What is public, in the order of the codes: where, since when in which stage, planned when, before and after."""
    rows, today = queries.histories(session), clock.day_of(now)
    names, shown = places.names(session), queries.shown(session)
    found = []
    for site in queries.matching(session, queries.Filter()):
        facts = [row for row in rules.standing(rows[site.id]) if row.happened_on <= today]
        if not site.is_public or not facts:
            continue
        pictures = shown.get(site.id, {})
        found.append(
            BlackSpot(
                **_own(site, PUBLIC), **_place(site), **_stage(facts[-1]),
                kind_label=KIND_LABELS[site.kind],
                hamlet_name=names.get(site.hamlet_id) if site.hamlet_id else None,
                steps=[SpotStep(stage=row.stage, label=STAGE_LABELS[row.stage], on=row.happened_on) for row in facts],
                before=_public(pictures, PhotoKind.BEFORE), after=_public(pictures, PhotoKind.AFTER),
            )
        )  # fmt: skip
    return found


def _summaries(
    session: Session, sites: Sequence[DumpSite], rows: dict[UUID, list[DumpSiteStage]], *, now: datetime
) -> list[SiteSummary]:
    today, setting = clock.day_of(now), queries.setting(session)
    names, units, shown = places.names(session), queries.unit_names(session), queries.shown(session)
    visits = queries.visits(session, [site.id for site in sites])
    closed = {site.id: (site, since) for site in sites if (since := rules.closed_since(rows[site.id], today))}
    suspects = case_queries.suspects(session, closed, setting)
    return [
        SiteSummary(
            **_own(site, SAME), **_place(site), **_stage(facts[-1]), found_on=facts[0].happened_on,
            hamlet_name=names.get(site.hamlet_id) if site.hamlet_id else None,
            unit_name=units.get(site.unit_id) if site.unit_id else None,
            visit_due_on=_due(facts, visits[site.id], setting, now), suspects=len(suspects.get(site.id, ())),
            thumb=_thumb(shown.get(site.id, {})),
        )
        for site in sites
        if (facts := rules.standing(rows[site.id]))
    ]  # fmt: skip


def _due(facts: list[DumpSiteStage], visits: list[DumpSiteVisit], setting: DumpSetting, now: datetime) -> date | None:
    since = rules.watched_since(facts, clock.day_of(now))
    return rules.visit_due(
        since, (visit.visited_on for visit in visits if since and visit.visited_on >= since), setting
    )


def _own(site: DumpSite, names: Sequence[str]) -> dict[str, Any]:
    """Values of any column's kind."""
    return {name: getattr(site, name) for name in names}


def _place(site: DumpSite) -> dict[str, float | None]:
    return {"lat": site.latitude, "lon": site.longitude}


def _stage(row: DumpSiteStage) -> dict[str, Any]:
    """Values of several kinds."""
    stage: Stage = row.stage
    return {"stage": stage, "stage_label": STAGE_LABELS[stage], "stage_since": row.happened_on}


def _photo(photo: DumpSitePhoto, picture: Picture) -> SitePhoto:
    shape = media.staff_picture(photo.id, photo.kind, picture)
    return SitePhoto(**shape.model_dump(), visit_id=photo.visit_id, received_at=picture.received_at)


def _public(pictures: dict[PhotoKind, Picture], kind: PhotoKind) -> media.Picture | None:
    picture = pictures.get(kind)
    return media.public_picture(kind, picture) if picture else None


def _thumb(pictures: dict[PhotoKind, Picture]) -> str | None:
    """The newest state: after the works, else before."""
    picture = pictures.get(PhotoKind.AFTER) or pictures.get(PhotoKind.BEFORE)
    return media.thumb_url(picture.public_key) if picture and picture.public_key else None
