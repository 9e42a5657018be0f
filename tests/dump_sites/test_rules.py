"""A site's life as pure values: which move follows, what it was on a day, when somebody must look."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest

from api.dump_sites import rules
from api.dump_sites.models import DumpSetting, DumpSiteStage, SiteKind, Stage

SITE = uuid4()
TODAY = date(2026, 11, 28)
S = Stage


def row(position: int, stage: Stage, on: date, *, replaces: UUID | None = None, **more: bool) -> DumpSiteStage:
    return DumpSiteStage(
        id=uuid4(), dump_site_id=SITE, position=position, stage=stage, happened_on=on, replaces_id=replaces,
        account_id=uuid4(), recorded_at=datetime(2026, 11, 1, tzinfo=UTC), **more,
    )  # fmt: skip


LIFE = [
    row(0, S.FOUND, date(2026, 1, 10)), row(1, S.LISTED, date(2026, 2, 1)), row(2, S.CLOSED, date(2026, 3, 1)),
    row(3, S.WATCHING, date(2026, 4, 1)), row(4, S.LISTED, date(2026, 9, 1), is_relapse=True),
    row(5, S.CLOSED, date(2026, 10, 1)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "stage", "closed"),
    [
        (date(2026, 1, 9), None, None),
        (date(2026, 1, 10), S.FOUND, None),
        (date(2026, 3, 31), S.CLOSED, date(2026, 3, 1)),
        (date(2026, 8, 31), S.WATCHING, date(2026, 3, 1)),
        (date(2026, 9, 1), S.LISTED, None),
        (TODAY, S.CLOSED, date(2026, 10, 1)),
    ],
)
def test_2_3_the_stage_of_any_past_day_is_known(day: date, stage: Stage | None, closed: date | None) -> None:
    assert rules.stage_on(LIFE, day) is stage
    assert rules.closed_since(LIFE, day) == closed


def test_a_correction_stands_instead_of_the_row_it_replaces() -> None:
    wrong = LIFE[2]
    right = row(2, S.CLOSED, date(2026, 3, 15), replaces=wrong.id)
    rows = [*LIFE, right]
    assert rules.stage_on(rows, date(2026, 3, 10)) is S.LISTED
    assert wrong not in rules.standing(rows)
    void = row(5, S.CLOSED, date(2026, 10, 1), replaces=LIFE[5].id, is_void=True)
    assert rules.stage_on([*rows, void], TODAY) is S.LISTED


def test_every_stage_can_be_reached_and_left_only_by_the_table() -> None:
    reached = {to for moves in rules.MOVES.values() for to in moves}
    assert reached == set(Stage) - {S.FOUND}
    for here, backs in rules.RELAPSES.items():
        assert here in rules.CLOSED
        assert all(list(Stage).index(to) < list(Stage).index(here) for to in backs)


def test_a_move_must_follow_in_the_table_and_in_time() -> None:
    def move(to: Stage, on: date = TODAY, *, back: bool = False, words: str = "") -> None:
        rules.check_move(LIFE, to, on, is_relapse=back, words=words, today=TODAY)

    move(S.WATCHING)
    with pytest.raises(rules.MoveNotAllowed):
        move(S.DONE)
    with pytest.raises(rules.MoveNotAllowed):
        move(S.LISTED)
    with pytest.raises(rules.DayInFuture):
        move(S.WATCHING, date(2026, 11, 29))
    with pytest.raises(rules.DayOutOfOrder):
        move(S.WATCHING, date(2026, 9, 30))
    with pytest.raises(rules.ReasonMissing):
        move(S.LISTED, back=True)
    move(S.LISTED, back=True, words="Rác lại đổ")


def test_a_corrected_day_stays_between_its_neighbours() -> None:
    def correct(at: int, on: date, *, void: bool = False) -> None:
        rules.check_correction(LIFE, LIFE[at], on, is_void=void, today=TODAY)

    correct(2, date(2026, 2, 1))
    for at, on in ((2, date(2026, 1, 31)), (2, date(2026, 4, 2))):
        with pytest.raises(rules.DayOutOfOrder):
            correct(at, on)
    with pytest.raises(rules.DayInFuture):
        correct(5, date(2027, 1, 1))
    with pytest.raises(rules.NotTheLast):
        correct(2, date(2026, 3, 1), void=True)
    correct(5, date(2026, 10, 1), void=True)


def test_the_watch_ends_after_its_months_and_its_clean_visits_or_for_a_reason() -> None:
    numbers = DumpSetting(watch_months=6, clean_visits=2, visit_every_days=30)
    since = date(2026, 8, 31)
    assert rules.watch_ends(since, numbers) == date(2027, 2, 28)
    with pytest.raises(rules.WatchNotOver, match="28/02/2027"):
        rules.check_end_of_watch(since, 5, date(2027, 2, 27), "", numbers)
    with pytest.raises(rules.WatchNotOver, match="mới có 1"):
        rules.check_end_of_watch(since, 1, date(2027, 2, 28), "", numbers)
    rules.check_end_of_watch(since, 2, date(2027, 2, 28), "", numbers)
    rules.check_end_of_watch(since, 0, date(2026, 9, 1), "Đã trồng cây kín", numbers)


def test_a_visit_is_due_so_many_days_after_the_last_one_and_only_while_watched() -> None:
    numbers = DumpSetting(visit_every_days=30)
    assert rules.visit_due(date(2026, 10, 1), [], numbers) == date(2026, 10, 31)
    assert rules.visit_due(date(2026, 10, 1), [date(2026, 10, 20)], numbers) == date(2026, 11, 19)
    assert rules.visit_due(None, [date(2026, 10, 20)], numbers) is None


def test_K5d_counts_restored_of_listed_on_any_day() -> None:
    found_only = [row(0, S.FOUND, date(2026, 1, 1))]
    struck = [row(0, S.FOUND, date(2026, 1, 1))]
    struck.append(row(0, S.FOUND, date(2026, 1, 1), replaces=struck[0].id, is_void=True))
    sites = {SITE: LIFE, uuid4(): found_only, uuid4(): struck}
    may, september = rules.tally(sites, date(2026, 5, 1)), rules.tally(sites, date(2026, 9, 2))
    assert (len(may.found), may.listed, may.restored, may.share) == (1, [SITE], [SITE], 1.0)
    assert (september.listed, september.restored, september.share) == ([SITE], [], 0.0)
    assert rules.tally({}, TODAY).share is None


def test_the_next_code_is_one_higher_in_its_own_register() -> None:
    assert rules.next_code(SiteKind.WILD_DUMP, ["BR-07", "BR-xx", "BCL-30"]) == "BR-08"
    assert rules.next_code(SiteKind.POLLUTED_AREA, []) == "ON-01"
