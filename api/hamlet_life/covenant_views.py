"""Covenants and models as staff see them."""

from datetime import date, datetime

from sqlmodel import Session

from api.accounts.rules import Person
from api.hamlet_life import covenant_queries as queries
from api.hamlet_life import covenant_rules as rules
from api.hamlet_life import sorting_rules
from api.hamlet_life.covenant_models import Covenant, CovenantStage, ModelReview, SelfManagedModel
from api.hamlet_life.covenant_queries import LifeOn
from api.hamlet_life.covenant_schemas import (
    CovenantBoard,
    CovenantDetail,
    CovenantSummary,
    HamletLife,
    ModelDetail,
    ModelSummary,
    ReviewShape,
    StageShape,
)
from api.places import queries as places


def board(session: Session, day: date, *, known_at: datetime | None = None, by: Person) -> CovenantBoard:
    found = queries.life_on(session, day, known_at=known_at)
    hamlets = [_hamlet(one, day, by) for one in found]
    both = sum(one.has_covenant and one.has_model for one in found)
    due = [one.review_due for hamlet in hamlets for one in hamlet.covenants]
    due += [one.review_due for hamlet in hamlets for one in hamlet.models]
    return CovenantBoard(
        on=day,
        hamlets=hamlets,
        with_covenant=sum(one.has_covenant for one in found),
        with_model=sum(one.has_model for one in found),
        with_both=both,
        percent=sorting_rules.percent(both, len(found)) if found else None,
        reviews_due=sum(day is not None for day in due),
    )


def covenant_detail(session: Session, covenant: Covenant, day: date, *, by: Person) -> CovenantDetail:
    stages = queries.stages_of(session, covenant.id)
    replaced = {stage.replaces_id for stage in stages}
    standing = [stage for stage in stages if stage.id not in replaced and stage.on_day <= day]
    return CovenantDetail(
        **dict(_covenant(covenant, standing, day, by)),
        hamlet_name=places.names(session)[covenant.hamlet_id],
        stages=[_stage(stage, is_replaced=stage.id in replaced) for stage in stages],
        photos=queries.photos(session, "covenant", covenant.id),
    )


def model_detail(session: Session, model: SelfManagedModel, day: date, *, by: Person) -> ModelDetail:
    reviews = queries.reviews_of(session, model.id)
    replaced = {review.replaces_id for review in reviews}
    standing = [review for review in reviews if review.id not in replaced and review.reviewed_on <= day]
    return ModelDetail(
        **dict(_model(model, standing, day, by)),
        hamlet_name=places.names(session)[model.hamlet_id],
        activity=model.activity,
        reviews=[
            ReviewShape(**review.model_dump(exclude={"made_by", "model_id"}), is_replaced=review.id in replaced)
            for review in reviews
        ],
        photos=queries.photos(session, "model", model.id),
        version=model.version,
    )


def _hamlet(one: LifeOn, day: date, by: Person) -> HamletLife:
    return HamletLife(
        hamlet_id=one.hamlet.id,
        hamlet_name=one.hamlet.name,
        covenants=[_covenant(covenant, stages, day, by) for covenant, stages in one.covenants],
        models=[_model(model, reviews, day, by) for model, reviews in one.models],
        has_covenant=one.has_covenant,
        has_model=one.has_model,
        may_change=queries.may_change(by, one.hamlet.id),
    )


def _covenant(covenant: Covenant, stages: list[CovenantStage], day: date, by: Person) -> CovenantSummary:
    last, recognition = stages[-1] if stages else None, rules.in_force(stages)
    shown = recognition or last
    return CovenantSummary(
        id=covenant.id,
        hamlet_id=covenant.hamlet_id,
        title=covenant.title,
        stage=last.stage if last else None,
        on_day=last.on_day if last else None,
        has_environment_clause=shown.has_environment_clause if shown else False,
        decision_number=recognition.decision_number if recognition else "",
        review_due=rules.review_due(stages, day),
        may_change=queries.may_change(by, covenant.hamlet_id),
    )


def _model(model: SelfManagedModel, reviews: list[ModelReview], day: date, by: Person) -> ModelSummary:
    last = max(reviews, key=lambda one: (one.reviewed_on, one.received_at), default=None)
    wanted = last.next_review_on if last else None
    state = rules.state_of(reviews)
    return ModelSummary(
        id=model.id,
        hamlet_id=model.hamlet_id,
        name=model.name,
        kind=model.kind,
        set_up_on=model.set_up_on,
        members=last.members if last and last.members is not None else model.members,
        state=state,
        review_due=wanted if wanted and wanted <= day and state != "stopped" else None,
        may_change=queries.may_change(by, model.hamlet_id),
    )


def _stage(stage: CovenantStage, *, is_replaced: bool) -> StageShape:
    return StageShape(
        **stage.model_dump(exclude={"made_by", "covenant_id"}),
        vote_percent=rules.vote_percent(stage),
        is_replaced=is_replaced,
    )
