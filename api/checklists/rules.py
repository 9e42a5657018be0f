"""What an inspection comes to: pure, over the items of its edition and the answers given."""

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from api.checklists.models import ItemMark, Verdict

Items = Sequence[Mapping[str, Any]]  # as Checklist.items holds them
Answers = Mapping[str, Mapping[str, Any]]  # as Inspection.answers holds them


@dataclass(frozen=True, slots=True)
class Outcome:
    """`missed`: codes of mandatory items not met; `open`: of mandatory items nobody answered."""

    verdict: Verdict
    missed: tuple[str, ...]
    open: tuple[str, ...]


def asked(items: Items, kind: str) -> list[Mapping[str, Any]]:
    """The items that are asked of a subject of this kind."""
    return [item for item in items if not item["kinds"] or kind in item["kinds"]]


def outcome(items: Items, answers: Answers, kind: str) -> Outcome:
    """Compliant: every mandatory item that is asked is met or does not apply. One that is missed decides."""
    mandatory = [item["code"] for item in asked(items, kind) if item["is_mandatory"]]
    missed = tuple(code for code in mandatory if _mark(answers, code) == ItemMark.NOT_MET)
    left = tuple(code for code in mandatory if _mark(answers, code) is None)
    if missed:
        return Outcome(Verdict.NOT_COMPLIANT, missed, left)
    return Outcome(Verdict.INCOMPLETE if left else Verdict.COMPLIANT, missed, left)


def holds_until(inspected_on: date, months: int) -> date:
    """The last day on which an inspection still counts."""
    at = inspected_on.year * 12 + inspected_on.month - 1 + months
    year, month = at // 12, at % 12 + 1
    return date(year, month, min(inspected_on.day, calendar.monthrange(year, month)[1]))


def _mark(answers: Answers, code: str) -> str | None:
    found = answers.get(code)
    return found["mark"] if found else None
