"""What officers do with a case: every change once in the journal, evidence before the end, nothing secret outside."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlmodel import Session, col, select

from api.complaints import actions, catalogue, handling, queries, tracked_views, triage, upkeep, views
from api.complaints.catalogue_schemas import CategoryEdit, CategoryShape
from api.complaints.desk_schemas import Acceptance, Assignment, Edit, Rejection, Resolution
from api.complaints.models import Category, Complaint, ComplaintPhoto, NoteKind, PhotoKind, Status
from api.complaints.search_models import SearchEntry
from api.core import clock
from api.journal.models import Entry
from api.media.store import Store
from api.notifications.models import OutboxMessage
from tests import photos
from tests.accounts.make import make_account, make_person, make_unit
from tests.complaints.make import MONDAY, SETTINGS, WAY, bring, contact, journal_length, make_complaint, verbs
from tests.media.make import make_upload
from tests.places.make import CENTER, make_hamlet

pytestmark = pytest.mark.usefixtures("seeded")
S = Status
LATER = MONDAY + timedelta(hours=1)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "media")


def newest(session: Session) -> Entry:
    return session.exec(select(Entry).order_by(col(Entry.id).desc())).first() or pytest.fail("the journal is empty")


@pytest.mark.one_database
@pytest.mark.parametrize("status", [to for to in WAY if to is not Status.WITHDRAWN], ids=str)
def test_every_move_writes_one_line_with_who_when_from_and_to(session: Session, status: Status) -> None:
    complaint, by = make_complaint(session, status=WAY[status]), make_person(session)
    before, version, came_from = journal_length(session), complaint.version, complaint.status
    bring(session, complaint, status, unit="TTDV", by=by, now=LATER)
    session.flush()
    assert journal_length(session) == before + 1
    entry = newest(session)
    assert (entry.actor, entry.actor_id, entry.at) == (by.name, by.id, LATER)
    assert (entry.detail["from"], entry.detail["to"]) == (came_from, status)
    assert complaint.version == version + 1


def test_giving_out_a_waiting_case_accepts_it_on_the_way(session: Session) -> None:
    complaint, by = make_complaint(session), make_person(session)
    triage.assign(session, complaint, Assignment(unit_id=make_unit(session, "CA").id), by=by, now=LATER)
    session.flush()
    assert verbs(session, complaint.id) == ["submitted", "accepted", "assigned"]
    assert complaint.status is S.ASSIGNED


def test_a_case_goes_only_to_people_of_the_unit_that_gets_it(session: Session) -> None:
    complaint, by = make_complaint(session), make_person(session)
    police, other = make_unit(session, "CA"), make_account(session, unit=make_unit(session, "TTDV"))
    with pytest.raises(triage.AssigneeElsewhere):
        triage.assign(session, complaint, Assignment(unit_id=police.id, assignee_id=other.id), by=by, now=LATER)
    own = make_account(session, unit=police)
    triage.assign(session, complaint, Assignment(unit_id=police.id, assignee_id=own.id), by=by, now=LATER)
    session.flush()
    told = session.exec(select(OutboxMessage).where(OutboxMessage.occasion == "complaint_assigned")).one()
    assert told.account_id == own.id


def test_an_answered_question_is_gone_and_so_is_one_that_was_not_waited_for(session: Session) -> None:
    for leave in (S.ACCEPTED, S.REJECTED):
        complaint = make_complaint(session, status=S.NEED_INFO)
        assert complaint.question
        bring(session, complaint, leave, unit="TTDV", by=make_person(session), now=LATER)
        assert complaint.question is None
        assert tracked_views.tracked_case(session, complaint, now=LATER).question is None


def test_a_case_that_waits_for_the_resident_is_not_overdue(session: Session) -> None:
    complaint = make_complaint(session, status=S.NEED_INFO)
    long_after = MONDAY + timedelta(days=60)
    assert not tracked_views.tracked_case(session, complaint, now=long_after).is_overdue
    bring(session, complaint, S.ACCEPTED, unit="TTDV", by=make_person(session), now=long_after)
    assert not tracked_views.tracked_case(session, complaint, now=long_after).is_overdue
    assert tracked_views.tracked_case(session, complaint, now=long_after + timedelta(days=30)).is_overdue


def test_nothing_is_resolved_without_a_photo_that_arrived_or_a_reason(session: Session, store: Store) -> None:
    complaint, by = make_complaint(session, status=S.PROCESSING, photos=[str(uuid4())]), make_person(session)
    [(before, _)] = queries.photos(session, complaint.id)
    actions.add_photo(session, store, before, make_upload(), by=by, now=LATER)
    handling.attach_photo(session, store, complaint, uuid4(), PhotoKind.FIELD, make_upload(), by=by, now=LATER)
    handling.declare_photo(session, complaint, uuid4(), PhotoKind.AFTER)  # has not arrived
    with pytest.raises(handling.rules.EvidenceMissing):
        handling.resolve(session, complaint, Resolution(text="Đã dọn"), by=by, now=LATER)
    handling.attach_photo(session, store, complaint, uuid4(), PhotoKind.AFTER, make_upload(), by=by, now=LATER)
    handling.resolve(session, complaint, Resolution(text="Đã dọn"), by=by, now=LATER)
    assert (complaint.status, complaint.resolved_at) == (S.RESOLVED, LATER)
    session.flush()
    assert newest(session).detail["after_photos"] == 1


def test_the_history_keeps_what_a_reopened_case_was_answered(session: Session) -> None:
    complaint = make_complaint(session, status=S.REOPENED)
    assert (complaint.reply, complaint.resolution, complaint.closed_at, complaint.is_open) == (None, None, None, True)
    assert "Xã đã dọn xong" in str([entry.detail for entry in session.exec(select(Entry)).all()])
    assert verbs(session, complaint.id)[-4:] == ["resolved", "replied", "closed", "reopened"]


@pytest.mark.parametrize(("reason", "hides"), [("prank", True), ("other_procedure", True), ("not_waste", False)])
@pytest.mark.one_database
def test_pranks_and_other_procedures_are_hidden_when_refused(session: Session, reason: str, hides: bool) -> None:
    complaint, by = make_complaint(session), make_person(session)
    triage.reject(session, complaint, Rejection(reason=reason, text="Mời Ông/Bà đến xã"), by=by, now=LATER)
    assert complaint.is_hidden is hides
    with pytest.raises(triage.ReasonUnknown):
        triage.reject(session, complaint, Rejection(reason="whim", text="…"), by=by, now=LATER)


def shown_case(session: Session, store: Store) -> tuple[Complaint, ComplaintPhoto]:
    complaint, by = make_complaint(session, photos=[str(uuid4())]), make_person(session)
    [(photo, _)] = queries.photos(session, complaint.id)
    actions.add_photo(session, store, photo, make_upload(), by=by, now=LATER)
    handling.show_photo(session, complaint, photo.id, True, by=by, now=LATER)
    return complaint, photo


def test_a_hidden_case_takes_its_photos_back(session: Session, store: Store) -> None:
    complaint, photo = shown_case(session, store)
    first_address = complaint.public_cover_key
    assert first_address and views.public_case(session, complaint, now=LATER).photos
    triage.edit(session, complaint, Edit(is_hidden=True, hide_reason="Nêu tên"), by=make_person(session), now=LATER)
    assert complaint.public_cover_key is None
    triage.edit(session, complaint, Edit(is_hidden=False), by=make_person(session), now=LATER)
    assert views.public_case(session, complaint, now=LATER).photos == []
    handling.show_photo(session, complaint, photo.id, True, by=make_person(session), now=LATER)
    assert complaint.public_cover_key not in (None, first_address)


def test_a_photo_of_the_check_on_site_never_becomes_a_public_cover(session: Session, store: Store) -> None:
    complaint, by, field = make_complaint(session), make_person(session), uuid4()
    handling.attach_photo(session, store, complaint, field, PhotoKind.FIELD, make_upload(), by=by, now=LATER)
    handling.show_photo(session, complaint, field, True, by=by, now=LATER)
    assert complaint.public_cover_key is None
    assert views.public_case(session, complaint, now=LATER).photos == []


def test_a_photo_arrives_once(session: Session, store: Store) -> None:
    complaint, by = make_complaint(session, photos=[str(uuid4())]), make_person(session)
    [(photo, _)] = queries.photos(session, complaint.id)
    arrivals = [actions.add_photo(session, store, photo, make_upload(), by=by, now=LATER) for _ in range(2)]
    assert [is_new for _, is_new in arrivals] == [True, False]
    assert arrivals[0][0] is arrivals[1][0]
    assert complaint.photo_count == 1
    assert verbs(session, complaint.id) == ["submitted", "photo_added"]
    other = make_upload(photos.small_photo(2))
    with pytest.raises(actions.media.PictureIdTaken):
        actions.add_photo(session, store, photo, other, by=by, now=LATER)


def test_a_note_is_kept_once_and_its_id_takes_no_other_words(session: Session) -> None:
    complaint, other, by, key = make_complaint(session), make_complaint(session), make_person(session), uuid4()
    for _ in range(2):
        handling.add_note(session, complaint, key, "Đã gọi trưởng thôn", NoteKind.NOTE, by=by, now=LATER)
        session.flush()
    assert verbs(session, complaint.id) == ["submitted", "noted"]
    for case, text in ((complaint, "Khác"), (other, "Đã gọi trưởng thôn")):
        with pytest.raises(actions.NoteIdTaken):
            handling.add_note(session, case, key, text, NoteKind.NOTE, by=by, now=LATER)


def test_looking_at_a_contact_is_written_down_without_the_contact(session: Session) -> None:
    complaint, by = make_complaint(session, contact=contact()), make_person(session)
    seen = handling.view_contact(session, complaint, SETTINGS.secret, by=by, now=LATER)
    assert (seen.name, seen.phone) == ("Vũ Thị Người Báo", "0912345678")
    session.flush()
    entry = newest(session)
    assert (entry.verb, entry.actor_id, entry.detail) == ("contact_viewed", by.id, {})
    with pytest.raises(handling.NoContact):
        handling.view_contact(session, make_complaint(session), SETTINGS.secret, by=by, now=LATER)


EDITS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"public_words": "Rác ở mương"}, {"public_words": [None, "reworded"]}),
    ({"category": "burning"}, {"category": ["dump_water", "burning"]}),
    ({"priority": "complex"}, {"priority": ["normal", "complex"]}),
    ({"latitude": CENTER[0], "longitude": CENTER[1]}, {"place": [None, "moved"]}),
]


@pytest.mark.one_database
@pytest.mark.parametrize(("sent", "written"), EDITS, ids=lambda value: "-".join(value))
def test_an_edit_writes_what_it_was_and_is_but_no_exact_place(
    session: Session, sent: dict[str, Any], written: dict[str, Any]
) -> None:
    complaint = make_complaint(session)
    triage.edit(session, complaint, Edit.model_validate(sent), by=make_person(session), now=LATER)
    session.flush()
    assert verbs(session, complaint.id) == ["submitted", "edited"]
    assert newest(session).detail == {"changed": written}
    assert complaint.version == 2


def test_an_officers_point_counts_as_set_by_hand_and_is_judged_anew(session: Session) -> None:
    complaint, by = make_complaint(session, place={"lat": 21.0, "lon": 105.8, "source": "gps"}), make_person(session)
    assert complaint.is_outside
    triage.edit(session, complaint, Edit(latitude=CENTER[0], longitude=CENTER[1]), by=by, now=LATER)
    assert (complaint.place_source, complaint.is_outside, complaint.accuracy_m) == ("pin", False, None)


def test_a_sorted_case_is_found_and_called_by_its_new_category_and_hamlet(session: Session) -> None:
    complaint, by = make_complaint(session, words="", category="dump_water"), make_person(session)
    new = make_hamlet(session, "Thôn Đông", center=(20.95, 106.22))
    triage.accept(session, complaint, Acceptance(category="burning"), by=by, now=LATER)
    triage.edit(session, complaint, Edit(hamlet_id=new.id), by=by, now=LATER)
    assert complaint.title == "Đốt rác, đốt rơm rạ gây khói"
    entry = session.exec(select(SearchEntry)).one()
    assert "dot rac" in entry.text and "thon dong" in entry.text


def test_answered_cases_end_by_themselves_seven_days_after_the_reply(session: Session) -> None:
    complaint = make_complaint(session, status=S.REPLIED)
    week = complaint.replied_at + timedelta(days=7)  # type: ignore[operator]
    assert upkeep.close_answered(session, now=week - timedelta(seconds=1)) == 0
    assert upkeep.close_answered(session, now=week) == 1
    session.flush()
    assert (complaint.status, newest(session).actor) == (S.CLOSED, "Hệ thống")


CATALOGUE_EDITS = [
    (CategoryEdit(label="Rác ao", short_label="Rác ao"), "dump_water"),
    (CategoryEdit(label="Rác điện tử", short_label="Rác điện tử"), "electronic"),
]


@pytest.mark.parametrize(("edit", "code"), CATALOGUE_EDITS)
@pytest.mark.one_database
def test_a_change_of_the_catalogue_is_journalled_with_what_was_before(
    session: Session, edit: CategoryEdit, code: str
) -> None:
    known, by, before = session.get(Category, code), make_person(session), journal_length(session)
    was = known.model_dump(mode="json") if known else {}
    version = known.version if known else 0
    catalogue.put(session, Category, {"code": code}, edit, CategoryShape, version=version, by=by, now=clock.now())
    session.flush()
    assert journal_length(session) == before + 1
    entry = newest(session)
    assert (entry.verb, entry.actor_id) == ("catalogue_changed", by.id)
    assert entry.detail["before"] == {name: was[name] for name in entry.detail["before"]}
    assert bool(entry.detail["before"]) is bool(was)
    assert entry.detail["after"] == edit.model_dump(mode="json")
