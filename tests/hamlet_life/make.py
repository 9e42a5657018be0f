"""Hamlet life for tests."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlmodel import Session

from api.accounts.rules import Person
from api.hamlet_life import briefing_actions, briefing_queries, covenant_actions, sorting_actions
from api.hamlet_life.briefing_models import BodyKind, BriefingBody
from api.hamlet_life.briefing_schemas import NewBody, NewHeadcount, NewSession, SessionShape
from api.hamlet_life.covenant_models import Covenant, SelfManagedModel
from api.hamlet_life.covenant_schemas import NewCovenant, NewModel, NewReview, NewStage
from api.hamlet_life.sorting_models import SortingCount
from api.hamlet_life.sorting_schemas import NewSortingCount


def sorting(hamlet_id: UUID, **more: object) -> dict[str, object]:
    """A count as a phone sends it: 120 of 200 households, on 20 November 2026."""
    return {
        "id": str(uuid4()),
        "hamlet_id": str(hamlet_id),
        "checked_on": "2026-11-20",
        "households": 200,
        "sorting": 120,
        "made_at": "2026-11-20T02:00:00Z",
    } | more


def make_count(session: Session, by: Person, hamlet_id: UUID, *, now: datetime, **more: object) -> SortingCount:
    wish = NewSortingCount.model_validate(sorting(hamlet_id, **more))
    return sorting_actions.record(session, wish, by=by, now=now)[0]


def make_covenant(session: Session, by: Person, hamlet_id: UUID, *, now: datetime) -> Covenant:
    wish = NewCovenant(id=uuid4(), hamlet_id=hamlet_id, title="Hương ước thôn")
    return covenant_actions.open_covenant(session, wish, by=by, now=now)[0]


def add_stage(session: Session, by: Person, covenant: Covenant, stage: str, *, now: datetime, **more: object) -> UUID:
    """The id of the new stage; by default on 1 September 2026."""
    wish = NewStage.model_validate({"id": str(uuid4()), "stage": stage, "on_day": "2026-09-01"} | more)
    covenant_actions.add_stage(session, covenant.id, wish, by=by, now=now)
    return wish.id


def recognise(session: Session, by: Person, hamlet_id: UUID, *, now: datetime, **more: object) -> Covenant:
    """A covenant recognised on 1 September 2026, with its clause on the environment."""
    covenant = make_covenant(session, by, hamlet_id, now=now)
    stage = {"decision_number": "12/QĐ-UBND", "has_environment_clause": True} | more
    add_stage(session, by, covenant, "recognised", now=now, **stage)
    return covenant


def make_model(session: Session, by: Person, hamlet_id: UUID, *, now: datetime, **more: object) -> SelfManagedModel:
    """Set up on 26 March 2026."""
    wish = {"id": str(uuid4()), "hamlet_id": str(hamlet_id), "name": "Đoạn đường tự quản", "kind": "Đoạn đường",
            "set_up_on": "2026-03-26"} | more  # fmt: skip
    return covenant_actions.set_up_model(session, NewModel.model_validate(wish), by=by, now=now)[0]


def review(session: Session, by: Person, model: SelfManagedModel, day: str, result: str, *, now: datetime) -> None:
    wish = NewReview.model_validate({"id": str(uuid4()), "reviewed_on": day, "result": result})
    covenant_actions.review(session, model.id, wish, by=by, now=now)


def make_body(session: Session, by: Person, name: str = "Hội Phụ nữ xã", *, now: datetime) -> BriefingBody:
    wish = NewBody(id=uuid4(), name=name, kind=BodyKind.UNION, from_day=date(2026, 1, 1))
    return briefing_actions.add_body(session, wish, by=by, now=now)[0]


def declare(session: Session, by: Person, body: BriefingBody, people: int, elsewhere: int = 0, *, now: datetime,
            day: str = "2026-09-01", **more: object) -> UUID:  # fmt: skip
    wish = NewHeadcount.model_validate(
        {"id": str(uuid4()), "body_id": str(body.id), "counted_on": day, "people": people,
         "counted_elsewhere": elsewhere} | more
    )  # fmt: skip
    briefing_actions.declare(session, wish, by=by, now=now)
    return wish.id


def brief(session: Session, by: Person, came: dict[UUID, tuple[int, int]], *, now: datetime,
          day: str = "2026-10-10") -> SessionShape:  # fmt: skip
    """A session: organisation → (people, of them for the first time)."""
    rows = [
        {"id": str(uuid4()), "body_id": str(body_id), "people": people, "first_time": first, "pledges": first // 2}
        for body_id, (people, first) in came.items()
    ]
    wish = NewSession.model_validate({"id": str(uuid4()), "held_on": day, "topic": "Quán triệt kế hoạch", "came": rows})
    held, _ = briefing_actions.hold(session, wish, by=by, now=now)
    return briefing_queries.session_shape(session, held)
