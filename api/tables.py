"""Every table of the house in one place, for migrations and checks."""

from sqlmodel import SQLModel

from api.accounts import models as accounts
from api.cameras import models as cameras
from api.checklists import models as checklists
from api.cleanups import attendance_models as attendance
from api.cleanups import choice_models as cleanup_choices
from api.cleanups import coverage_models as coverage
from api.cleanups import models as cleanups
from api.cleanups import rhythm_models as rhythm
from api.collection_points import models as collection_points
from api.commendations import models as commendations
from api.complaints import duplicate_models as duplicates
from api.complaints import feedback_models as feedback
from api.complaints import models as complaints
from api.complaints import moderation_models as moderation
from api.complaints import question_models as questions
from api.complaints import reply_models as replies
from api.complaints import routing_models as routing
from api.complaints import search_models as search
from api.complaints import workflow_models as workflow
from api.configuration import models as configuration
from api.crews import models as crews
from api.desk import models as desk
from api.dump_sites import models as dump_sites
from api.equipment import models as equipment
from api.hamlet_life import briefing_models as briefings
from api.hamlet_life import covenant_models as covenants
from api.hamlet_life import list_models as sorting_lists
from api.hamlet_life import sorting_models as sorting
from api.indicators import models as indicators
from api.journal import models as journal
from api.media import models as media
from api.notifications import models as notifications
from api.outreach import activity_models as activities
from api.outreach import bulletin_models as bulletins
from api.outreach import contest_models as contests
from api.outreach import green_models as green
from api.outreach import guide_models as guide
from api.outreach import news_models as news
from api.outreach import photo_models as outreach_photos
from api.outreach import price_models as prices
from api.outreach import quiz_models as quiz
from api.papers import models as papers
from api.places import models as places
from api.plan import estimate_models as estimates
from api.plan import models as plan
from api.plan import obstacle_models as obstacles
from api.privacy import models as privacy
from api.reports import models as reports
from api.reports import round_models as report_rounds
from api.roadmap import models as roadmap
from api.statistics import models as statistics
from api.supervision import models as supervision
from api.waste_ledger import models as waste_ledger
from api.worktime import models as worktime

ROOMS = (
    journal,
    accounts,
    places,
    media,
    notifications,
    worktime,
    collection_points,
    attendance,
    cleanup_choices,
    cleanups,
    coverage,
    rhythm,
    checklists,
    complaints,
    duplicates,
    feedback,
    moderation,
    workflow,
    routing,
    questions,
    replies,
    search,
    privacy,
    desk,
    statistics,
    activities,
    bulletins,
    contests,
    green,
    guide,
    news,
    outreach_photos,
    prices,
    quiz,
    crews,
    dump_sites,
    plan,
    indicators,
    supervision,
    commendations,
    obstacles,
    estimates,
    configuration,
    sorting,
    covenants,
    briefings,
    sorting_lists,
    waste_ledger,
    papers,
    reports,
    roadmap,
    cameras,
    equipment,
    report_rounds,
)
METADATA = SQLModel.metadata
