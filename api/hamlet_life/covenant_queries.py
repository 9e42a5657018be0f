"""Questions about covenants and self-managed models; K3 as of any day, each half by itself."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from api.accounts.permissions import Permission, Reach
from api.accounts.rules import Person
from api.core import entries, errors
from api.hamlet_life import covenant_rules as rules
from api.hamlet_life import lineage
from api.hamlet_life.covenant_models import (
    Covenant,
    CovenantStage,
    HamletLifePhoto,
    ModelReview,
    ReviewResult,
    SelfManagedModel,
)
from api.media import queries as media
from api.media import schemas as media_schemas
from api.media.schemas import StaffPicture
from api.places import queries as places
from api.places.models import Hamlet


class CovenantNotFound(errors.NotFound):
    code = "covenant_not_found"
    says = "Không tìm thấy hương ước này."


class ModelNotFound(errors.NotFound):
    code = "model_not_found"
    says = "Không tìm thấy mô hình này."


@dataclass(frozen=True, slots=True)
class LifeOn:
    """One hamlet of a day, with the records behind both halves of K3."""

    hamlet: Hamlet
    covenants: list[tuple[Covenant, list[CovenantStage]]]
    models: list[tuple[SelfManagedModel, list[ModelReview]]]

    @property
    def has_covenant(self) -> bool:
        return any(rules.meets_covenant(stages) for _, stages in self.covenants)

    @property
    def has_model(self) -> bool:
        return any(rules.state_of(reviews) is ReviewResult.ACTIVE for _, reviews in self.models)


def require_covenant(session: Session, covenant_id: UUID) -> Covenant:
    found = session.get(Covenant, covenant_id)
    if found is None:
        raise CovenantNotFound
    return found


def require_model(session: Session, model_id: UUID, *, lock: bool = False) -> SelfManagedModel:
    """`lock`: hold it until the end of the turn, so that two changes cannot pass each other."""
    found = session.get(SelfManagedModel, model_id, with_for_update=lock or None)
    if found is None:
        raise ModelNotFound
    return found


def life_on(session: Session, day: date, *, known_at: datetime | None = None) -> list[LifeOn]:
    """Each hamlet valid on that day, with its covenants and models as they stood."""
    stages = stages_on(session, day, known_at=known_at)
    reviews = reviews_on(session, day, known_at=known_at)
    covenants: dict[UUID, list[Covenant]] = defaultdict(list)
    for covenant in session.exec(select(Covenant).order_by(col(Covenant.received_at))):
        if covenant.id in stages:
            covenants[covenant.hamlet_id].append(covenant)
    models = _models_on(session, day, known_at)
    found, line = [], lineage.read(session)
    for hamlet in places.valid_on(session, day):
        own = [covenant for one in line.same(hamlet.id) for covenant in covenants[one]]
        kept = [model for one in line.every(hamlet.id) for model in models[one]]
        found.append(
            LifeOn(
                hamlet,
                [(covenant, stages[covenant.id]) for covenant in own],
                [(model, reviews[model.id]) for model in kept],
            )
        )
    return found


def k3_on(session: Session, day: date, *, known_at: datetime | None = None) -> tuple[int, int]:
    """(hamlets with both a covenant with its clause and an active model, hamlets); (0, 0) is "không phát sinh"."""
    found = life_on(session, day, known_at=known_at)
    return sum(one.has_covenant and one.has_model for one in found), len(found)


def stages_on(session: Session, day: date, *, known_at: datetime | None = None) -> dict[UUID, list[CovenantStage]]:
    """Covenant → its stages up to that day, in order."""
    found: dict[UUID, list[CovenantStage]] = defaultdict(list)
    for stage in session.exec(entries.standing(CovenantStage, known_at=known_at).where(CovenantStage.on_day <= day)):
        found[stage.covenant_id].append(stage)
    return {covenant_id: rules.in_order(stages) for covenant_id, stages in found.items()}


def reviews_on(session: Session, day: date, *, known_at: datetime | None = None) -> dict[UUID, list[ModelReview]]:
    """Model → its reviews up to that day."""
    found: dict[UUID, list[ModelReview]] = defaultdict(list)
    for review in session.exec(entries.standing(ModelReview, known_at=known_at).where(ModelReview.reviewed_on <= day)):
        found[review.model_id].append(review)
    return found


def _models_on(session: Session, day: date, known_at: datetime | None) -> dict[UUID, list[SelfManagedModel]]:
    """Hamlet → the models set up in it by that day, the oldest first."""
    statement = select(SelfManagedModel).where(col(SelfManagedModel.set_up_on) <= day)
    if known_at is not None:
        statement = statement.where(col(SelfManagedModel.created_at) <= known_at)
    found: dict[UUID, list[SelfManagedModel]] = defaultdict(list)
    for model in session.exec(statement.order_by(col(SelfManagedModel.set_up_on), col(SelfManagedModel.name))):
        found[model.hamlet_id].append(model)
    return found


def stages_of(session: Session, covenant_id: UUID) -> list[CovenantStage]:
    """All of them, replaced ones too, in order."""
    return rules.in_order(session.exec(select(CovenantStage).where(CovenantStage.covenant_id == covenant_id)))


def reviews_of(session: Session, model_id: UUID) -> Sequence[ModelReview]:
    """All of them, replaced ones too, the newest first."""
    statement = select(ModelReview).where(ModelReview.model_id == model_id)
    return session.exec(statement.order_by(col(ModelReview.reviewed_on).desc(), col(ModelReview.received_at))).all()


def photos(session: Session, subject: str, subject_id: UUID) -> list[StaffPicture]:
    statement = select(HamletLifePhoto).where(
        HamletLifePhoto.subject == subject, HamletLifePhoto.subject_id == subject_id
    )
    rows = session.exec(statement.order_by(col(HamletLifePhoto.position), col(HamletLifePhoto.id))).all()
    pictures = media.by_ids(session, (row.picture_id for row in rows))
    return [media_schemas.staff_picture(row.id, subject, pictures.get(row.picture_id)) for row in rows]


def may_change(by: Person, hamlet_id: UUID) -> bool:
    how_far = by.reach(Permission.MANAGE_COVENANTS)
    return how_far is Reach.ALL or (how_far is Reach.HAMLET and by.account.hamlet_id == hamlet_id)
