"""Documents of the demo: one round of the units' reports, one report drawn up and edited."""

from datetime import datetime, timedelta

from sqlmodel import Session

from api.core import clock
from api.core.settings import Settings
from api.demo.world import World, demo_id
from api.reports import actions, round_actions
from api.reports.models import DocumentKind
from api.reports.round_schemas import Judgement, NewRound, UnitReportEdit
from api.reports.schemas import NewDocument


def tell(session: Session, settings: Settings, world: World, now: datetime) -> None:
    today = clock.day_of(now)
    last = today - timedelta(days=2)
    wish = NewRound(
        id=demo_id("round", 1), period_words="tháng mẫu", first_day=last - timedelta(days=29), last_day=last,
        due_on=today + timedelta(days=1), words="Ghi rõ số buổi, số người.",
    )  # fmt: skip
    round_actions.open_round(session, wish, by=world.people["canbo"], now=now)
    police, unit = world.people["congan"], world.units["CA"].id
    told = UnitReportEdit(done="Tuần tra 4 buổi, nhắc nhở 3 hộ đốt rác (số liệu mẫu).", proposals="Thêm 1 camera mẫu.")
    round_actions.write(session, wish.id, unit, told, version=0, by=police, now=now)
    round_actions.submit(session, wish.id, unit, version=1, by=police, now=now)
    accepted = Judgement(is_accepted=True)
    round_actions.judge(session, wish.id, unit, accepted, version=2, by=world.people["canbo"], now=now)
    new = NewDocument(id=demo_id("document", 1), kind=DocumentKind.PERIODIC, first=wish.first_day, last=last)
    officer = world.people["canbo"]
    row, _ = actions.draw(session, new, commune=settings.commune_name, by=officer, now=now)
    words = {"section_3_1": "Phong trào được duy trì đều ở các thôn mẫu."}
    actions.edit(session, row.id, words, version=row.version, by=officer, now=now)
