"""Merging keeps people and photos, and can be taken back as if it had never been."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlmodel import Session, col, select

from api.complaints import (
    actions,
    desk_views,
    duplicate_actions,
    duplicate_queries,
    duplicate_views,
    feedback_actions,
    group_queries,
    handling,
    queries,
    tracked_views,
    triage,
    views,
)
from api.complaints.desk_schemas import Edit
from api.complaints.duplicate_models import Follower
from api.complaints.duplicate_schemas import Support
from api.complaints.feedback_schemas import NotDone, Rating
from api.complaints.models import Complaint, ComplaintPhoto, PhotoKind, Priority, Status
from api.complaints.rules import MoveNotAllowed
from api.media.store import Store
from api.notifications.models import OutboxMessage
from tests import photos
from tests.accounts.make import make_person
from tests.complaints.make import MONDAY, SETTINGS, bring, contact, make_complaint, verbs, way_to
from tests.media.make import make_upload

pytestmark = pytest.mark.usefixtures("seeded")
S = Status
LATER = MONDAY + timedelta(hours=2)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "media")


def merge(session: Session, complaint: Complaint, into: Complaint) -> None:
    duplicate_actions.lock_together(session, complaint.id, into.id)
    duplicate_actions.merge(session, complaint, into.id, by=make_person(session), now=LATER)
    session.flush()


def unmerge(session: Session, complaint: Complaint) -> None:
    duplicate_actions.unmerge(session, complaint, by=make_person(session), now=LATER + timedelta(days=3))
    session.flush()


def support(session: Session, complaint: Complaint, **more: Any) -> Follower:
    sent = Support(id=uuid4(), **more)
    return duplicate_actions.support(session, complaint.code, sent, SETTINGS, now=MONDAY + timedelta(hours=1))[0]


def with_photo(session: Session, store: Store, complaint: Complaint, seed: int) -> ComplaintPhoto:
    declared = handling.declare_photo(session, complaint, uuid4(), PhotoKind.BEFORE)
    actions.add_photo(session, store, declared, make_upload(photos.small_photo(seed)), by="Người dân", now=MONDAY)
    return declared


def standing(complaint: Complaint) -> dict[str, Any]:
    return complaint.model_dump(exclude={"version"})


def told(session: Session, occasion: str) -> list[tuple[str, object]]:
    found = session.exec(select(OutboxMessage).where(col(OutboxMessage.occasion) == occasion))
    return sorted((one.subject_kind, one.subject_id) for one in found)


def test_D4_merge_keeps_followers_and_photos(session: Session, store: Store) -> None:
    master, other = make_complaint(session), make_complaint(session)
    photo = with_photo(session, store, other, 1)
    followers = [support(session, other), support(session, master)]
    merge(session, other, master)
    assert (other.status, other.merged_into_id, master.follower_count) == (S.MERGED, master.id, 3)
    assert photo in [found for found, _ in group_queries.photos(session, master)]
    seen = duplicate_views.duplicates(session, master, by=make_person(session))
    assert [one.code for one in seen.merged] == [other.code]
    assert {one.id for one in seen.supporters} == {one.id for one in followers}
    back = duplicate_views.duplicates(session, other, by=make_person(session))
    assert back.merged_into and back.merged_into.code == master.code
    assert verbs(session, other.id)[-1] == "merged" and verbs(session, master.id)[-1] == "merge_received"


def test_D4_every_follower_is_told_once_of_each_change_of_the_master(session: Session) -> None:
    master, other = make_complaint(session), make_complaint(session)
    mine, theirs = support(session, master), support(session, other)
    merge(session, other, master)
    assert told(session, "complaint_merged") == sorted([("complaint", other.id), ("follower", theirs.id)])
    officer = make_person(session)
    bring(session, master, S.ACCEPTED, unit="TTDV", by=officer, now=LATER)
    actions.tell_reporter(session, master, "complaint_accepted", now=LATER)  # again, by whatever way
    everybody = [("complaint", master.id), ("complaint", other.id), ("follower", mine.id), ("follower", theirs.id)]
    assert told(session, "complaint_accepted") == sorted(everybody)


def test_D4_a_case_that_was_told_something_before_is_told_it_of_the_master_too(session: Session) -> None:
    master, other = make_complaint(session), make_complaint(session, status=S.ACCEPTED)
    merge(session, other, master)
    bring(session, master, S.ACCEPTED, unit="TTDV", by=make_person(session), now=LATER)
    assert [who for _, who in told(session, "complaint_accepted")].count(other.id) == 2


def test_D4_the_merged_cases_reporter_sees_how_the_master_goes_on(session: Session, store: Store) -> None:
    master, other = make_complaint(session), make_complaint(session)
    shown, kept, own = (with_photo(session, store, c, n) for n, c in enumerate((master, master, other)))
    officer = make_person(session)
    handling.show_photo(session, master, shown.id, True, by=officer, now=MONDAY)
    merge(session, other, master)
    for step, hours in ((S.ACCEPTED, 3), (S.ASSIGNED, 4), (S.RESOLVED, 5), (S.REPLIED, 6)):
        bring(session, master, step, unit="TTDV", by=officer, now=MONDAY + timedelta(hours=hours))
    session.flush()
    seen = tracked_views.tracked_case(session, other, now=LATER + timedelta(days=1))
    assert (seen.code, seen.merged_into, seen.status) == (other.code, master.code, S.REPLIED)
    assert seen.reply and [step.status for step in seen.timeline] == [
        S.SUBMITTED, S.MERGED, S.ACCEPTED, S.ASSIGNED, S.RESOLVED, S.REPLIED
    ]  # fmt: skip
    assert {photo.id for photo in seen.photos} == {shown.id, own.id}
    assert kept.id not in {photo.id for photo in seen.photos}


def test_D4_a_hidden_master_tells_the_others_nothing_of_its_content(session: Session) -> None:
    master, other = make_complaint(session), make_complaint(session)
    merge(session, other, master)
    triage.hide(session, master, True)
    session.flush()
    seen = tracked_views.tracked_case(session, other, now=LATER)
    assert (seen.merged_into, seen.status) == (None, S.MERGED)
    assert views.public_case(session, other, now=LATER).merged_into is None


def test_D4_a_photo_of_a_merged_case_is_published_and_seen_at_the_master(session: Session, store: Store) -> None:
    master, other = make_complaint(session), make_complaint(session)
    photo = with_photo(session, store, other, 1)
    merge(session, other, master)
    handling.show_photo(session, master, photo.id, True, by=make_person(session), now=LATER)
    assert [one.id for one in views.public_case(session, master, now=LATER).photos] == [photo.id]
    assert master.public_cover_key == other.public_cover_key is not None
    unmerge(session, other)
    assert master.public_cover_key is None and other.public_cover_key


def test_D4_merging_into_a_merged_case_means_into_its_master(session: Session) -> None:
    master, second, third = (make_complaint(session) for _ in range(3))
    merge(session, second, master)
    merge(session, third, second)
    assert third.merged_into_id == master.id
    assert master.follower_count == 2


def test_D4_a_chain_of_masters_moves_together(session: Session) -> None:
    first, second, third = (make_complaint(session) for _ in range(3))
    merge(session, third, second)
    merge(session, second, first)
    assert group_queries.master(session, third) is first
    assert (first.follower_count, second.follower_count) == (2, 1)
    unmerge(session, third)
    assert (first.follower_count, second.follower_count) == (1, 0)


def test_D4_circles_are_refused(session: Session) -> None:
    master, other = make_complaint(session), make_complaint(session)
    merge(session, other, master)
    for into in (master, other):
        with pytest.raises(duplicate_actions.MergeCircle):
            duplicate_actions.merge(session, master, into.id, by=make_person(session), now=LATER)


@pytest.mark.parametrize("status", [S.PROCESSING, S.REPLIED, S.CLOSED])
def test_D4_a_case_that_is_worked_on_or_answered_is_not_merged_away(session: Session, status: Status) -> None:
    with pytest.raises(MoveNotAllowed):
        merge(session, make_complaint(session, status=status), make_complaint(session))


def test_D4_nothing_is_merged_into_a_rejected_case(session: Session) -> None:
    with pytest.raises(duplicate_actions.MergeRefused):
        merge(session, make_complaint(session), make_complaint(session, status=S.REJECTED))


@pytest.mark.parametrize("status", [S.SUBMITTED, S.NEED_INFO, S.ACCEPTED, S.ASSIGNED, S.VERIFYING])
def test_D4_unmerge_restores_the_former_state(session: Session, store: Store, status: Status) -> None:
    master, other = make_complaint(session), make_complaint(session, status=status)
    photo, follower = with_photo(session, store, other, 1), support(session, other)
    before = standing(other), standing(master), queries.changes(session, other.id)
    merge(session, other, master)
    unmerge(session, other)
    session.refresh(other)
    assert (standing(other), standing(master), queries.changes(session, other.id)) == before
    assert photo in [found for found, _ in queries.photos(session, other.id)]
    assert group_queries.followers(session, [other.id]) == [follower]
    assert verbs(session, other.id)[-1] == "unmerged" and verbs(session, master.id)[-1] == "merge_undone"


def test_D4_the_clock_goes_on_as_if_a_merge_taken_back_had_never_been(session: Session) -> None:
    master, merged, never = (make_complaint(session, status=S.VERIFYING) for _ in range(3))
    merge(session, merged, master)
    unmerge(session, merged)
    for one in (merged, never):
        triage.edit(
            session, one, Edit(priority=Priority.URGENT, priority_reason="Gấp"), by=make_person(session), now=LATER
        )
    assert (merged.due_at, merged.answer_due_at) == (never.due_at, never.answer_due_at)


def test_D4_what_is_not_merged_cannot_be_unmerged(session: Session) -> None:
    with pytest.raises(duplicate_actions.NotMerged):
        unmerge(session, make_complaint(session))


def test_D4_officers_get_likely_cases_with_reasons(session: Session, store: Store) -> None:
    here = {"lat": 20.9089, "lon": 106.1793, "source": "gps"}
    near = {"lat": 20.9092, "lon": 106.1793, "source": "gps"}
    case = make_complaint(session, hamlet=None, place=here)
    same = make_complaint(session, hamlet=None, place=near, words="rac do canh muong, sau nha van hoa")
    make_complaint(session, words="Xe thu gom chưa tới", category="missed_pickup", now=MONDAY - timedelta(days=50))
    far = {"lat": 20.95, "lon": 106.25, "source": "gps"}
    picture = make_complaint(session, hamlet=None, place=far, words="", category=None, photos=[str(uuid4())])
    for one in (case, picture):
        with_photo(session, store, one, 7)
    found = duplicate_queries.suggestions(session, case, by=make_person(session))
    assert {one["id"] for one in found} == {same.id, picture.id}
    assert all(one["reasons"] for one in found)
    assert duplicate_queries.suggestions(session, same, by=make_person(session))[0]["id"] == case.id


def test_G12_only_how_many_come_from_the_same_number_is_told(session: Session) -> None:
    first = make_complaint(session, contact=contact(phone="0912345678"))
    second = make_complaint(session, contact=contact(phone="+84 912 345 678"))
    make_complaint(session, contact=contact(phone="0987654321"))
    support(session, make_complaint(session), contact=contact(phone="0912345678"))
    assert duplicate_queries.same_phone(session, first.id) == 2
    seen = duplicate_views.duplicates(session, second, by=make_person(session))
    assert seen.same_phone == 2 and "0912345678" not in seen.model_dump_json()
    assert duplicate_views.duplicates(session, second, by=make_person(session, unit="TTDV")).same_phone is None


def test_P5_D4_reporters_of_merged_cases_rate_the_result_of_the_one_they_go_on_in(session: Session) -> None:
    master, merged = make_complaint(session), make_complaint(session)
    duplicate_actions.merge(session, merged, master.id, by=make_person(session), now=MONDAY + timedelta(minutes=1))
    for minutes, step in enumerate(way_to(Status.REPLIED), start=2):
        bring(session, master, step, unit="TTDV", by=make_person(session), now=MONDAY + timedelta(minutes=minutes))
    later = MONDAY + timedelta(hours=1)
    seen = tracked_views.tracked_case(session, merged, now=later).feedback
    assert (seen.may_rate, seen.may_reopen, seen.may_change) == (True, True, False)
    who: Any = {"secret": SETTINGS.secret, "now": later}
    feedback_actions.rate(session, master.id, Rating(id=uuid4(), stars=5), **who)
    feedback_actions.rate(session, merged.id, Rating(id=uuid4(), stars=2), **who)
    assert (master.rating, merged.rating) == (2, None)
    detail = desk_views.detail(session, master, by=make_person(session), now=later)
    assert [(one.code, one.stars) for one in detail.said] == [(master.code, 5), (merged.code, 2)]
    duplicate_actions.unmerge(session, merged, by=make_person(session), now=later)
    assert master.rating == 5


def test_P6_D4_not_done_of_a_merged_reporter_reopens_the_case_it_goes_on_in(session: Session) -> None:
    master, merged = make_complaint(session), make_complaint(session)
    duplicate_actions.merge(session, merged, master.id, by=make_person(session), now=MONDAY + timedelta(minutes=1))
    for minutes, step in enumerate(way_to(Status.RESOLVED), start=2):
        bring(session, master, step, unit="TTDV", by=make_person(session), now=MONDAY + timedelta(minutes=minutes))
    later, photo = MONDAY + timedelta(hours=1), uuid4()
    wish = NotDone(id=uuid4(), words="Còn nguyên", photos=[photo])
    for _ in range(2):
        feedback_actions.reopen(session, merged.id, wish, secret=SETTINGS.secret, now=later)
    assert (master.status, master.reopen_count, merged.status) == (Status.REOPENED, 1, Status.MERGED)
    assert photo in [one.id for one, _ in group_queries.photos(session, master)]
