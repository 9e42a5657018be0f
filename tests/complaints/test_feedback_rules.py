"""What the reporter may still say, and the rates beside the figures of speed, without a database."""

from datetime import UTC, datetime, timedelta

import pytest

from api.complaints import feedback_rules as rules
from api.complaints import rules as workflow
from api.complaints.feedback_rules import Outcome
from api.complaints.models import Status

REPLIED = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)
ENDS = REPLIED + timedelta(days=15)
S = Status


@pytest.mark.parametrize("status", [S.SUBMITTED, S.NEED_INFO, S.ACCEPTED, S.ASSIGNED, S.PROCESSING, S.REOPENED])
def test_A11_a_report_is_the_senders_to_change_until_the_work_is_done(status: Status) -> None:
    assert rules.say(status, None, None, REPLIED) == rules.Say(True, False, False, None)


@pytest.mark.parametrize("status", [S.REJECTED, S.MERGED, S.TRANSFERRED_OUT, S.WITHDRAWN])
def test_A11_what_has_stopped_is_not_changed_rated_or_opened_again_by_its_sender(status: Status) -> None:
    assert rules.say(status, None, None, REPLIED) == rules.NOTHING


@pytest.mark.parametrize(
    ("status", "now", "expected"),
    [
        (S.RESOLVED, REPLIED, (False, True)),
        (S.REPLIED, REPLIED, (True, True)),
        (S.CLOSED, ENDS - timedelta(seconds=1), (True, True)),
        (S.CLOSED, ENDS, (False, False)),
    ],
)
def test_P5_P6_a_reply_opens_a_window(status: Status, now: datetime, expected: tuple[bool, bool]) -> None:
    replied = None if status is S.RESOLVED else REPLIED
    found = rules.say(status, replied, ENDS if replied else None, now)
    assert (found.may_rate, found.may_reopen) == expected
    assert found.until == (ENDS if found.may_rate else None)


def test_P6_a_window_that_the_commune_has_not_limited_stays_open() -> None:
    assert rules.say(S.CLOSED, REPLIED, None, REPLIED + timedelta(days=999)).may_reopen


def test_P6_the_rates_are_shares_of_what_was_called_done() -> None:
    found = [Outcome(0, True), Outcome(2, True), Outcome(1, False), Outcome(0, False)]
    assert (rules.reopen_rate(found), rules.evidence_rate(found)) == (0.5, 0.5)
    assert (rules.reopen_rate([]), rules.evidence_rate([])) == (None, None)


def test_P6_who_called_it_done_before_needs_a_newer_photo() -> None:
    workflow.check_evidence(1, None, is_again=True)
    workflow.check_evidence(0, "Máy hỏng", is_again=False)
    with pytest.raises(workflow.FreshEvidenceMissing):
        workflow.check_evidence(0, "Máy hỏng", is_again=True)
