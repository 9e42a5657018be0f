"""create_app(settings): the only place that knows every room."""

import contextlib
from collections.abc import AsyncIterator

import anyio
from fastapi import APIRouter, FastAPI
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from api import contract, frontend, health, upkeep
from api.accounts import account_routes, role_routes
from api.accounts import routes as accounts
from api.cameras import ingest_routes as camera_ingest
from api.cameras import routes as cameras
from api.checklists import routes as checklists
from api.cleanups import attendance_routes as attendance
from api.cleanups import choice_routes as cleanup_choices
from api.cleanups import coverage_routes as coverage
from api.cleanups import moderation_routes as cleanup_photos
from api.cleanups import rhythm_routes as rhythm
from api.cleanups import routes as cleanups
from api.collection_points import inspection_routes as inspections
from api.collection_points import routes as collection_points
from api.commendations import routes as commendations
from api.complaints import (
    catalogue_routes,
    desk_routes,
    duplicate_routes,
    evidence_routes,
    feed_routes,
    feedback_routes,
    intake_routes,
    moderation_routes,
    tracking_routes,
)
from api.complaints import outside_routes as outside
from api.complaints import reply_routes as replies
from api.complaints import routes as complaints
from api.complaints import routing_routes as routing
from api.complaints import workflow_routes as workflow
from api.configuration import message_routes as site_messages
from api.configuration import routes as configuration
from api.core import hot, logs, problems
from api.core.database import Database
from api.core.settings import Settings
from api.core.shield import Metrics, Shield
from api.core.web import Guesses, Quota
from api.crews import publication_routes as crew_results
from api.crews import routes as crews
from api.crews import violation_routes as crew_violations
from api.desk import live
from api.desk import routes as desk
from api.dump_sites import routes as dump_sites
from api.dump_sites import visit_routes as dump_visits
from api.equipment import routes as equipment
from api.hamlet_life import routes as hamlet_life
from api.indicators import routes as indicators
from api.journal import routes as journal
from api.media import routes as media
from api.media.store import Store
from api.notifications import routes as notifications
from api.outreach import activity_routes as activities
from api.outreach import bulletin_routes as bulletins
from api.outreach import contest_routes as contests
from api.outreach import green_routes as green
from api.outreach import guide_routes as guide
from api.outreach import news_routes as news
from api.outreach import poster_routes as posters
from api.outreach import price_routes as prices
from api.outreach import quiz_routes as quiz
from api.papers import routes as papers
from api.places import routes as places
from api.plan import estimate_routes, obstacle_routes
from api.plan import routes as plan
from api.privacy import routes as privacy
from api.reports import round_routes as report_rounds
from api.reports import routes as reports
from api.roadmap import routes as roadmap
from api.statistics import export_routes as exports
from api.statistics import routes as statistics
from api.supervision import routes as supervision
from api.waste_ledger import routes as waste_ledger
from api.worktime import routes as worktime

DESCRIPTION = """
The waste hotline of a commune: complaints (phản ánh) with photos, the officers' desk, weekend clean-ups and
collection points. Ids are made by the client, so every write can be sent again without doing it twice.
Errors are `application/problem+json` with a stable `code` and a Vietnamese sentence in `detail`.
"""
PASSWORD_SLOTS = 2  # each takes XANH_PASSWORD_MEMORY_KIB while it hashes
ROUTERS: tuple[APIRouter, ...] = (  # looked through in this order for every request: the most asked for come first
    duplicate_routes.router, complaints.router, desk_routes.router, tracking_routes.router,
    health.router, media.router, places.router, accounts.router, account_routes.router, collection_points.router,
    notifications.router, worktime.router, journal.router,
    rhythm.router, cleanups.router, cleanup_photos.router, coverage.router, cleanup_choices.router, attendance.router,
    inspections.router, checklists.router, catalogue_routes.router, feedback_routes.router,
    feed_routes.router,
    duplicate_routes.desk_router,
    intake_routes.router, evidence_routes.router, moderation_routes.router, privacy.router,
    replies.router,
    desk.router,
    workflow.router, routing.router, outside.router,
    statistics.router,
    exports.router,
    dump_sites.router, dump_visits.router,
    crews.router, crew_violations.router, crew_results.router,
    indicators.router, supervision.router, commendations.router,
    plan.router, obstacle_routes.router, estimate_routes.router,
    role_routes.router, site_messages.router, configuration.router,
    hamlet_life.router, waste_ledger.router,
    guide.router, prices.router, news.router, quiz.router, contests.router, bulletins.router, activities.router,
    posters.router, green.router,
    cameras.router, camera_ingest.router,
    equipment.router, roadmap.router, papers.router, reports.router, report_rounds.router,
    frontend.router,  # the last: it answers every other address below /api
)  # fmt: skip


def create_app(settings: Settings) -> FastAPI:
    """The whole system on one port: the API below /api, photos below /media, the front end elsewhere."""
    logs.configure(settings.log_level)
    metrics = Metrics()
    app = FastAPI(
        title="Xã Xanh",
        version="0.1.0",
        description=DESCRIPTION,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        redirect_slashes=False,
        middleware=[
            Middleware(Shield, settings=settings, metrics=metrics),
            Middleware(GZipMiddleware, minimum_size=600, compresslevel=6),
        ],
        responses=problems.DOCUMENTED,
    )
    app.state.settings = settings
    app.state.metrics = metrics
    app.state.kept = hot.Kept()
    app.state.guesses = Guesses(per_minute=60)
    app.state.reports = Quota(settings.reports_per_hour)
    app.state.password_slots = anyio.CapacityLimiter(PASSWORD_SLOTS)
    app.state.store = Store(settings.media_dir, reserve_mb=settings.storage_reserve_mb)
    problems.install(app)
    for router in ROUTERS:
        app.include_router(router)
    app.frontend("/", directory=str(frontend.DIRECTORY))
    contract.complete(app)
    return app


@contextlib.asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """From the start to the stop: the database, and the housekeeper beside the requests."""
    settings: Settings = app.state.settings
    database = Database(settings.database_url, readers=settings.readers, writers=settings.writers)
    app.state.database = database
    app.state.live = live.Live()
    app.state.store.sweep_temp()
    async with anyio.create_task_group() as housework:
        housework.start_soon(upkeep.keep_house, database, app.state.store)
        housework.start_soon(app.state.live.watch, database)
        housework.start_soon(upkeep.keep_figures, database)
        try:
            yield
        finally:
            housework.cancel_scope.cancel()
    database.dispose()
