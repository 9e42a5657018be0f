"""What a filled checklist of green criteria comes to (pure)."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from api.core import errors
from api.outreach.green_models import GreenCriterion, SiteKind
from api.outreach.green_schemas import GreenAnswer, GreenVerdict, Mark


class CriterionUnknown(errors.Rejected):
    code = "green_criterion_unknown"
    says = "Có tiêu chí không dùng cho nơi này. Xin tải lại trang."


class Outcome(NamedTuple):
    verdict: GreenVerdict
    percent: int | None
    misses: list[str]


def asked_of(criteria: Sequence[GreenCriterion], kind: SiteKind) -> list[GreenCriterion]:
    return [one for one in criteria if one.is_active and (not one.kinds or kind in one.kinds)]


def filled(criteria: Sequence[GreenCriterion], answers: Sequence[GreenAnswer]) -> list[dict[str, Any]]:
    """Every criterion asked, in its own order, with its words of today and what was found; JSON as it is stored.

    CriterionUnknown for an answer to something that is not asked of this kind.
    """
    given = {answer.code: answer for answer in answers}
    if given.keys() - {one.code for one in criteria}:
        raise CriterionUnknown(field="answers")
    return [
        {
            "code": one.code, "words": one.words, "points": one.points, "is_mandatory": one.is_mandatory,
            "mark": _mark(given.get(one.code)), "note": given[one.code].note if one.code in given else "",
        }
        for one in criteria
    ]  # fmt: skip


def _mark(answer: GreenAnswer | None) -> str | None:
    return answer.mark.value if answer and answer.mark else None


def outcome(answers: Sequence[dict[str, Any]]) -> Outcome:
    """Of stored answers. Mandatory ones decide; the others count in the per cent."""
    applying = [one for one in answers if one["mark"] != Mark.NOT_APPLICABLE]
    points = sum(one["points"] for one in applying)
    met = sum(one["points"] for one in applying if one["mark"] == Mark.MET)
    misses = [one["words"] for one in applying if one["is_mandatory"] and one["mark"] == Mark.NOT_MET]
    if misses:
        verdict = GreenVerdict.NOT_MET
    elif any(one["mark"] is None for one in applying) or not applying:
        verdict = GreenVerdict.INCOMPLETE
    else:
        verdict = GreenVerdict.MET
    return Outcome(verdict, round(100 * met / points) if points else None, misses)
