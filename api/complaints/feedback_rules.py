"""What the reporter may still say about a case, and the rates that stand beside every figure of speed (pure)."""

from collections.abc import Sequence
from datetime import datetime
from statistics import median_low
from typing import NamedTuple

from api.complaints.models import Status
from api.complaints.rules import MOVES

WINDOW = "reopen"  # the deadline that says how long after the reply the reporter may rate and say "not done"
ANSWERED = frozenset({Status.REPLIED, Status.CLOSED})
MOST_SAID = 30  # things said about one case


class Say(NamedTuple):
    """What is open to the reporter now. `until`: the end of the window after the reply; None while there is none."""

    may_change: bool
    may_rate: bool
    may_reopen: bool
    until: datetime | None


NOTHING = Say(may_change=False, may_rate=False, may_reopen=False, until=None)


def say(status: Status, replied_at: datetime | None, window_ends: datetime | None, now: datetime) -> Say:
    """A correction or withdrawal until the work is done; "not done" from then on; a rating once there is a reply."""
    in_window = status in ANSWERED and replied_at is not None and (window_ends is None or now < window_ends)
    return Say(
        may_change=Status.WITHDRAWN in MOVES[status],
        may_rate=in_window,
        may_reopen=in_window or status is Status.RESOLVED,
        until=window_ends if in_window else None,
    )


def together(stars: Sequence[int]) -> int | None:
    """One rating for several people: the middle one, of two middle ones the lower; None for nobody."""
    return median_low(stars) if stars else None


class Outcome(NamedTuple):
    """A case whose work was once called done, as the rates need it. Withdrawn ones are none of these.

    `has_evidence`: an after-photo that everybody may see, as far as a person could look for themselves.
    """

    reopen_count: int
    has_evidence: bool


def reopen_rate(outcomes: Sequence[Outcome]) -> float | None:
    """The share of resolved cases that were opened again at least once; None when there are none."""
    return sum(one.reopen_count > 0 for one in outcomes) / len(outcomes) if outcomes else None


def evidence_rate(outcomes: Sequence[Outcome]) -> float | None:
    """The share of resolved cases with a photo of the result that a person could see; None when there are none."""
    return sum(one.has_evidence for one in outcomes) / len(outcomes) if outcomes else None
