"""Doors to the registers of dump sites: for staff the whole, for everybody what is public."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.shapes import Day
from api.core.text import Line
from api.core.web import IfMatch, SessionDep, public_answer, show_version
from api.dump_sites import actions, case_actions, case_queries, queries, views
from api.dump_sites.case_schemas import (
    DumpSettings,
    DumpSettingsShape,
    LinkedCases,
    RelapseDecision,
    SpotDismissal,
    SpotSuggestion,
)
from api.dump_sites.models import DumpSite, SiteKind, Stage
from api.dump_sites.schemas import (
    BlackSpot,
    NewSite,
    NewSiteStage,
    SiteChange,
    SiteDetail,
    SiteFigures,
    SiteStageCorrection,
    SiteSummary,
)

router = APIRouter(tags=["dump sites"])
Keeper = Annotated[Person, Depends(Allowed(Permission.MANAGE_DUMP_SITES))]
Staff = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]


def read_filter(
    kind: SiteKind | None = None,
    hamlet_id: UUID | None = None,
    stage: Stage | None = None,
    q: Annotated[Line, Query(max_length=100, description="Words of name, code, place, hamlet; accents optional")] = "",
) -> queries.Filter:
    return queries.Filter(kind=kind, hamlet_id=hamlet_id, stage=stage, q=q)


FilterDep = Annotated[queries.Filter, Depends(read_filter)]


@router.get("/api/black-spots", response_model=list[BlackSpot], summary="Black spots and what is being done")
def list_black_spots(request: Request, session: SessionDep) -> Response:
    """Only what the commune has made public, without any report or reporter."""
    return public_answer(request, views.black_spots(session, now=clock.now()))


@router.get("/api/dump-sites", summary="The registers of dump sites")
def list_sites(wish: FilterDep, response: Response, _: Staff, session: SessionDep) -> list[SiteSummary]:
    """In the order of their codes, with the visit that is due and the number of suspected relapses."""
    keep_private(response)
    return views.listed(session, wish, now=clock.now())


@router.get("/api/dump-sites/figures", summary="K5c and K5d on any day, with the sites behind them")
def show_figures(response: Response, _: Staff, session: SessionDep, on: Day | None = None) -> SiteFigures:
    """Restored of listed sites as they stood at the end of `on` (today without it)."""
    keep_private(response)
    return queries.figures_on(session, on or clock.day_of(clock.now()))


@router.get("/api/dump-sites/{site_id}", summary="One dump site")
def show_site(site_id: UUID, response: Response, by: Staff, session: SessionDep) -> SiteDetail:
    """With its life, visits, photos and, as far as one may read them, the reports that tell of it."""
    return _answer(session, queries.require(session, site_id), response, by)


@router.post(
    "/api/dump-sites", response_model=SiteDetail, status_code=201, summary="Enter a site in a register",
    responses={200: {"model": SiteDetail}},
)  # fmt: skip
def create_site(plan: NewSite, response: Response, by: Keeper, session: SessionDep) -> SiteDetail:
    """201; or 200 when the same plan came before. With `complaint_ids` these reports are linked to it."""
    site, is_new = actions.create(session, plan, by=by, now=clock.now())
    if is_new and plan.complaint_ids:
        case_actions.link(session, site, plan.complaint_ids, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return _answer(session, site, response, by)


@router.patch("/api/dump-sites/{site_id}", summary="Change a dump site")
def change_site(
    site_id: UUID, wish: SiteChange, version: IfMatch, response: Response, by: Keeper, session: SessionDep
) -> SiteDetail:
    """Only the fields sent. Its stage moves by its own door, and its register never changes."""
    site = actions.change(session, site_id, wish, version=version, by=by, now=clock.now())
    return _answer(session, site, response, by)


@router.post("/api/dump-sites/{site_id}/stages", summary="The next step of a site's life")
def move_site(
    site_id: UUID, step: NewSiteStage, version: IfMatch, response: Response, by: Keeper, session: SessionDep
) -> SiteDetail:
    """One of `moves`; or with `is_relapse` one of `relapses`, and then with a reason. The same step again changes
    nothing. 409 `dump_site_watch_not_over` when the watch ends too early without a reason."""
    site = actions.move(session, site_id, step, version=version, by=by, now=clock.now())
    return _answer(session, site, response, by)


@router.post("/api/dump-sites/{site_id}/stages/{stage_id}/corrections", summary="Correct a step of a site's life")
def correct_stage(
    site_id: UUID, stage_id: UUID, wish: SiteStageCorrection, version: IfMatch, response: Response, by: Keeper,
    session: SessionDep,
) -> SiteDetail:  # fmt: skip
    """The old row stays in the history; figures of past days follow the correction. A first step taken back strikes
    the site off: then 404 `dump_site_not_found`."""
    site = actions.correct(session, site_id, stage_id, wish, version=version, by=by, now=clock.now())
    return _answer(session, site, response, by)


@router.post("/api/dump-sites/{site_id}/complaints", summary="Link reports to a site")
def link_complaints(
    site_id: UUID, wish: LinkedCases, response: Response, by: Keeper, session: SessionDep
) -> SiteDetail:
    """Linked ones are no longer suggested elsewhere. Sent again nothing changes."""
    site = queries.require(session, site_id, lock=True)
    case_actions.link(session, site, wish.complaint_ids, by=by, now=clock.now())
    return _answer(session, site, response, by)


@router.put("/api/dump-sites/{site_id}/relapses/{complaint_id}", summary="Judge a suspected relapse")
def judge_relapse(
    site_id: UUID, complaint_id: UUID, wish: RelapseDecision, version: IfMatch, response: Response, by: Keeper,
    session: SessionDep,
) -> SiteDetail:  # fmt: skip
    """Confirmed, the site goes back to `stage` today; dismissed, this report is not asked about again."""
    site = case_actions.judge(session, site_id, complaint_id, wish, version=version, by=by, now=clock.now())
    return _answer(session, site, response, by)


@router.get("/api/dump-suggestions", summary="Suggested black spots")
def list_suggestions(response: Response, _: Keeper, session: SessionDep) -> list[SpotSuggestion]:
    """Clusters of reports by place and time, the largest first; by the numbers in the settings."""
    keep_private(response)
    return case_queries.suggestions(session, queries.setting(session), now=clock.now())


@router.post("/api/dump-suggestions/dismissals", status_code=204, summary="Dismiss a suggestion")
def dismiss_suggestion(wish: SpotDismissal, by: Keeper, session: SessionDep) -> None:
    """It stays away until a report comes that is not among these."""
    case_actions.dismiss(session, wish, by=by, now=clock.now())


@router.get("/api/dump-settings", summary="The numbers of suggestions, relapses and the watch")
def show_settings(response: Response, _: Staff, session: SessionDep) -> DumpSettingsShape:
    """With the version to be given back in If-Match."""
    setting = queries.setting(session)
    show_version(response, setting.version)
    return DumpSettingsShape.model_validate(setting)


@router.put("/api/dump-settings", summary="Set these numbers")
def set_settings(
    wish: DumpSettings, version: IfMatch, response: Response, by: Keeper, session: SessionDep
) -> DumpSettingsShape:
    """They hold from now on; what was decided stays."""
    setting = actions.set_numbers(session, wish, version=version, by=by, now=clock.now())
    show_version(response, setting.version)
    return DumpSettingsShape.model_validate(setting)


def _answer(session: SessionDep, site: DumpSite, response: Response, by: Person) -> SiteDetail:
    found = views.detail(session, site, by=by, now=clock.now())
    show_version(response, site.version)
    keep_private(response)
    return found
