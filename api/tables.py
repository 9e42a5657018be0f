"""Every table of the house in one place, for migrations and checks."""

from sqlmodel import SQLModel

from api.accounts import models as accounts
from api.cleanups import models as cleanups
from api.collection_points import models as collection_points
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
from api.desk import models as desk
from api.journal import models as journal
from api.media import models as media
from api.notifications import models as notifications
from api.places import models as places
from api.privacy import models as privacy
from api.statistics import models as statistics
from api.worktime import models as worktime

ROOMS = (
    journal,
    accounts,
    places,
    media,
    notifications,
    worktime,
    collection_points,
    cleanups,
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
    configuration,
)
METADATA = SQLModel.metadata
