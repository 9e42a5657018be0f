"""Hamlet life in the demo: who sorts, covenants and models, who has been briefed."""

import random
from datetime import datetime, timedelta

from sqlmodel import Session

from api.core import clock
from api.demo.world import World, demo_id
from api.hamlet_life import briefing_actions, covenant_actions, sorting_actions
from api.hamlet_life.briefing_models import BodyKind
from api.hamlet_life.briefing_schemas import Came, NewBody, NewHeadcount, NewSession
from api.hamlet_life.covenant_models import ReviewResult, Stage
from api.hamlet_life.covenant_schemas import NewCovenant, NewModel, NewReview, NewStage
from api.hamlet_life.sorting_models import Method
from api.hamlet_life.sorting_schemas import NewSortingCount

COVENANT_STEPS = ((Stage.DRAFTED, 300), (Stage.MEETING, 262), (Stage.VOTED, 260), (Stage.RECOGNISED, 245))
MODELS = ("Đoạn đường tự quản", "Tuyến kênh tự quản", "Tổ liên gia không rác")
BODIES = (
    ("Ủy ban nhân dân xã (mẫu)", BodyKind.OFFICE, 62, 0, 60),
    ("Công an, quân sự xã (mẫu)", BodyKind.FORCES, 34, 2, 30),
    ("Hội Phụ nữ xã (mẫu)", BodyKind.UNION, 1180, 40, 760),
    ("Hội Nông dân xã (mẫu)", BodyKind.UNION, 940, 65, 410),
    ("Đoàn Thanh niên xã (mẫu)", BodyKind.UNION, 310, 22, 240),
    ("Trường Trung học cơ sở mẫu", BodyKind.SCHOOL, 48, 0, 0),
)


def tell(session: Session, world: World, dice: random.Random, now: datetime) -> None:
    tell_sorting(session, world, dice, now)
    tell_covenants(session, world, dice, now)
    tell_briefings(session, world, now)


def tell_sorting(session: Session, world: World, dice: random.Random, now: datetime) -> None:
    """One hamlet was never counted, one not for long; the head of the third entered the own count."""
    today = clock.day_of(now)
    for number, hamlet in enumerate(world.hamlets, start=1):
        share = dice.randrange(18, 60)
        ages = () if number == 12 else (420, 260) if number == 11 else (260, 150, 12 + number)
        for age in ages:
            households = hamlet.households or 200
            sorting = households * share // 100
            count = NewSortingCount(
                id=demo_id("sorting", f"{hamlet.code}-{age}"), hamlet_id=hamlet.id, made_at=now - timedelta(days=age),
                checked_on=max(today - timedelta(days=age), hamlet.valid_from), households=households, sorting=sorting,
                composting=sorting // 4, method=Method.ESTIMATED if age > 300 else Method.COUNTED,
            )  # fmt: skip
            by = world.people["truongthon3" if number == 3 else "canbo"]
            sorting_actions.record(session, count, by=by, now=now - timedelta(days=age))
            share = min(97, share + dice.randrange(-3, 24))


def tell_covenants(session: Session, world: World, dice: random.Random, now: datetime) -> None:
    """Most hamlets have both halves of indicator 3, some only one, one none."""
    today, by = clock.day_of(now), world.people["canbo"]
    for number, hamlet in enumerate(world.hamlets[:11], start=1):
        covenant = NewCovenant(
            id=demo_id("covenant", hamlet.code), hamlet_id=hamlet.id, title=f"Hương ước {hamlet.name}"
        )
        covenant_actions.open_covenant(session, covenant, by=by, now=now)
        households = hamlet.households or 200
        for stage, age in COVENANT_STEPS[: 2 if number > 8 else 4]:
            voted = stage is Stage.VOTED
            step = NewStage(
                id=demo_id("covenant-stage", f"{hamlet.code}-{stage}"), stage=stage,
                on_day=today - timedelta(days=age - number), has_environment_clause=number != 7,
                households=households if voted else None, present=households * 8 // 10 if voted else None,
                in_favour=households * 7 // 10 if voted else None,
                decision_number=f"{number:02}/QĐ-UBND (mẫu)" if stage is Stage.RECOGNISED else "",
                review_on=today - timedelta(days=5) if stage is Stage.RECOGNISED and number == 2 else None,
            )  # fmt: skip
            covenant_actions.add_stage(session, covenant.id, step, by=by, now=now)
    for number, hamlet in enumerate(world.hamlets[:9], start=1):
        kind = dice.choice(MODELS)
        model = NewModel(
            id=demo_id("model", hamlet.code), hamlet_id=hamlet.id, name=f"{kind} {hamlet.name}", kind=kind,
            set_up_on=today - timedelta(days=200), members=dice.randrange(12, 48), activity="Quét dọn sáng thứ bảy",
        )  # fmt: skip
        covenant_actions.set_up_model(session, model, by=by, now=now)
        result = ReviewResult.STOPPED if number == 9 else ReviewResult.WEAK if number == 6 else ReviewResult.ACTIVE
        looked = NewReview(
            id=demo_id("review", hamlet.code), reviewed_on=today - timedelta(days=40), result=result,
            members=model.members, next_review_on=today + timedelta(days=140),
        )  # fmt: skip
        covenant_actions.review(session, model.id, looked, by=by, now=now)


def tell_briefings(session: Session, world: World, now: datetime) -> None:
    today, by = clock.day_of(now), world.people["mattran"]
    came = []
    for name, kind, people, elsewhere, briefed in BODIES:
        body = NewBody(id=demo_id("body", name), name=name, kind=kind, from_day=today - timedelta(days=200))
        briefing_actions.add_body(session, body, by=by, now=now)
        count = NewHeadcount(
            id=demo_id("headcount", name), body_id=body.id, counted_on=today - timedelta(days=90), people=people,
            counted_elsewhere=elsewhere, words="Danh sách quý III (mẫu)",
        )  # fmt: skip
        if kind is not BodyKind.SCHOOL:
            briefing_actions.declare(session, count, by=by, now=now)
        if briefed:
            pledges = briefed * 3 // 4
            came.append(
                Came(id=demo_id("came", name), body_id=body.id, people=briefed, first_time=briefed, pledges=pledges)
            )
    held = NewSession(
        id=demo_id("briefing", 1), held_on=today - timedelta(days=60), topic="Quán triệt kế hoạch bảo vệ môi trường",
        place="Hội trường xã (mẫu)", came=came,
    )  # fmt: skip
    briefing_actions.hold(session, held, by=by, now=now)
