"""What every installation begins with: the units of the commune and the shipped lists."""

from uuid import NAMESPACE_URL, uuid5

import orjson
from sqlmodel import Session, select

from api.accounts.models import Unit
from api.checklists import actions as checklists
from api.cleanups import choice_actions as cleanup_choices
from api.complaints import catalogue, reply_actions
from api.core.settings import Settings
from api.crews import actions as crews
from api.equipment import actions as equipment
from api.hamlet_life import retention as household_lists
from api.hamlet_life import sorting_actions as sorting
from api.indicators import actions as indicators
from api.media import actions as media
from api.outreach import green_actions as green
from api.outreach import guide_actions as guide
from api.outreach import quiz_actions as quiz
from api.plan import actions as plan
from api.privacy import actions as privacy
from api.privacy import retention
from api.waste_ledger import actions as waste_ledger
from api.worktime import actions as worktime

retention.TASKS.update(household_lists.TASKS)  # what rooms above privacy forget, in the same nightly round


def seed(session: Session, settings: Settings) -> None:
    """Add what is missing; never change what is there. Run at every start."""
    units = {unit.code: unit for unit in session.exec(select(Unit))}
    if not units:
        for item in orjson.loads(catalogue.SEED.read_bytes())["units"]:
            is_hotline = item["code"] == settings.hotline_unit
            unit = Unit(id=uuid5(NAMESPACE_URL, f"unit:{item['code']}"), is_hotline=is_hotline, **item)
            units[unit.code] = unit
            session.add(unit)
        session.flush()
    worktime.seed(session)
    catalogue.seed(session, units)
    media.seed(session)
    privacy.seed(session)
    reply_actions.seed(session)
    sorting.seed(session)
    household_lists.seed(session)
    waste_ledger.seed(session)
    guide.seed(session)
    green.seed(session)
    checklists.seed(session)
    cleanup_choices.seed(session)
    crews.seed(session, units)
    equipment.seed(session)
    plan.seed(session)
    quiz.seed(session)
    indicators.seed(session)
