"""Decisions about covenants and self-managed models: what a stage needs, what holds on a day, what K3 asks for."""

from collections.abc import Iterable, Sequence
from datetime import date

from api.core import errors
from api.hamlet_life.covenant_models import CovenantStage, ModelReview, ReviewResult, SelfManagedModel, Stage

OLDEST_DAY = date(1990, 1, 1)
OF_THE_COMMUNE = frozenset({Stage.RECOGNISED, Stage.ENDED})
_ORDER = {stage: at for at, stage in enumerate(Stage)}


class StageRejected(errors.Rejected):
    code = "covenant_stage_rejected"
    says = "Bước này còn thiếu."


class ReviewRejected(errors.Rejected):
    code = "model_review_rejected"
    says = "Lần đánh giá này chưa khớp."


def check_stage(stage: CovenantStage, today: date) -> None:
    """A vote needs its three numbers, a recognition its decision; nothing happens in the future."""
    check_day(stage.on_day, today, field="on_day")
    if stage.stage is Stage.VOTED and None in (stage.households, stage.present, stage.in_favour):
        raise StageRejected("Xin ghi đủ: tổng số hộ, số hộ dự họp, số hộ tán thành.", field="in_favour")
    if stage.stage is Stage.RECOGNISED and not stage.decision_number:
        raise StageRejected("Xin ghi số quyết định công nhận.", field="decision_number")
    if (stage.present or 0) > (stage.households or 20_000):
        raise StageRejected("Số hộ dự họp nhiều hơn tổng số hộ.", field="present")
    if (stage.in_favour or 0) > (stage.present if stage.present is not None else 20_000):
        raise StageRejected("Số hộ tán thành nhiều hơn số hộ dự họp.", field="in_favour")
    if stage.review_on and stage.review_on <= stage.on_day:
        raise StageRejected("Ngày rà soát phải sau ngày của bước này.", field="review_on")


def check_review(review: ModelReview, model: SelfManagedModel, today: date) -> None:
    check_day(review.reviewed_on, today, field="reviewed_on")
    if review.reviewed_on < model.set_up_on:
        raise ReviewRejected("Ngày đánh giá trước ngày lập mô hình.", field="reviewed_on")
    if review.next_review_on and review.next_review_on <= review.reviewed_on:
        raise ReviewRejected("Lần đánh giá sau phải sau lần này.", field="next_review_on")


def check_day(day: date, today: date, *, field: str) -> None:
    if day > today:
        raise StageRejected("Ngày này chưa tới. Xin chọn lại ngày.", field=field)
    if day < OLDEST_DAY:
        raise StageRejected("Ngày này lâu quá. Xin xem lại năm.", field=field)


def in_order(stages: Iterable[CovenantStage]) -> list[CovenantStage]:
    """By day; on one day in the usual order."""
    return sorted(stages, key=lambda one: (one.on_day, _ORDER[one.stage], one.received_at))


def in_force(stages: Sequence[CovenantStage]) -> CovenantStage | None:
    """The recognition that holds after these stages (in order), or None: not recognised yet, or ended."""
    found = None
    for stage in stages:
        if stage.stage is Stage.RECOGNISED:
            found = stage
        elif stage.stage is Stage.ENDED:
            found = None
    return found


def meets_covenant(stages: Sequence[CovenantStage]) -> bool:
    """One half of K3: recognised by the commune, with a clause on the environment."""
    recognition = in_force(stages)
    return recognition is not None and recognition.has_environment_clause


def review_due(stages: Sequence[CovenantStage], day: date) -> date | None:
    """The day on which it was or is to be looked at again, if that has come."""
    wanted = next((stage.review_on for stage in reversed(stages) if stage.review_on), None)
    return wanted if wanted and wanted <= day and in_force(stages) else None


def state_of(reviews: Iterable[ModelReview]) -> ReviewResult:
    """As of the last review; set up and not yet looked at counts as active."""
    last = max(reviews, key=lambda one: (one.reviewed_on, one.received_at), default=None)
    return last.result if last else ReviewResult.ACTIVE


def vote_percent(stage: CovenantStage) -> float | None:
    """Of all households, as the law on grass-roots democracy asks for more than half of them."""
    if not stage.households or stage.in_favour is None:
        return None
    return round(100 * stage.in_favour / stage.households, 1)
