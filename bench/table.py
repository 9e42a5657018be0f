"""The lines that the bench prints: what, how much, against which budget."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Line:
    """`value` is a ratio to the limit; `most`: it may be at the most so much, else at the least."""

    mark: str
    what: str
    value: float
    budget: float
    most: bool
    note: str = ""

    @property
    def holds(self) -> bool:
        return self.value <= self.budget if self.most else self.value >= self.budget

    def __str__(self) -> str:
        sign = "≤" if self.most else "≥"
        word = "ok" if self.holds else "MISSED"
        return f"{self.mark:<4}{self.what:<58}{self.value:>8.2f}  {sign} {self.budget:<6g}{word:<8}{self.note}"


def middle(values: Sequence[float]) -> float:
    return float(median(values))
