"""Taking complaints in: once, with a code, a hamlet, a deadline, and a contact that nobody reads by accident."""

import json
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.complaints import actions, answers, queries, rules, triage
from api.complaints.answer_schemas import Answer
from api.complaints.desk_schemas import Edit
from api.complaints.models import CodeCounter, Complaint, Priority, ReporterContact, Status
from api.complaints.search_models import SearchEntry
from api.core import secrets
from api.core.clock import VIETNAM
from api.core.database import Database
from api.journal.models import Entry
from api.notifications.models import OutboxMessage
from tests.accounts.make import make_person
from tests.complaints.make import MONDAY, SETTINGS, WORDS, contact, journal_length, make_complaint, submission, verbs
from tests.places.make import CENTER, make_hamlet

pytestmark = pytest.mark.usefixtures("seeded")
S = Status
HANOI = (21.0285, 105.8542)


def submit(session: Session, now: datetime = MONDAY, **more: object) -> Complaint:
    return actions.submit(session, submission(**more), SETTINGS, now=now)[0]


def at(written: str) -> datetime:
    """A moment in the commune."""
    return datetime.fromisoformat(written).replace(tzinfo=VIETNAM)


def test_a_complaint_is_taken_in_once_however_often_it_comes(session: Session) -> None:
    sent = submission(contact=contact(), photos=[str(uuid4())])
    first, is_new = actions.submit(session, sent, SETTINGS, now=MONDAY)
    again, is_new_again = actions.submit(session, sent, SETTINGS, now=MONDAY + timedelta(days=200))
    assert (is_new, is_new_again) == (True, False)
    assert again is first
    assert verbs(session, first.id) == ["submitted"]
    assert session.scalar(sa.select(sa.func.count()).select_from(OutboxMessage)) == 1


@pytest.mark.one_database
@pytest.mark.parametrize("change", [{"words": "khác"}, {"contact": None}, {"photos": []}, {"category": "burning"}])
def test_other_content_under_a_known_id_is_refused_and_told_nothing(session: Session, change: dict) -> None:
    sent = submission(contact=contact(), photos=[str(uuid4())])
    first, _ = actions.submit(session, sent, SETTINGS, now=MONDAY)
    with pytest.raises(actions.ComplaintIdTaken) as refusal:
        actions.submit(session, submission(**sent.model_dump(mode="json") | change), SETTINGS, now=MONDAY)
    told = json.dumps([str(refusal.value), refusal.value.extra, refusal.value.field])
    assert not any(word in told for word in (first.code, WORDS, "0912345678", "Vũ Thị"))


def test_codes_count_up_within_the_year_of_the_commune(session: Session) -> None:
    last_evening = datetime(2026, 12, 31, 16, 59, tzinfo=UTC)  # 23:59 in Vietnam
    codes = [submit(session, now).code for now in (MONDAY, last_evening, last_evening + timedelta(minutes=1))]
    assert codes == ["KS-26-0001", "KS-26-0002", "KS-27-0001"]


def test_a_refused_complaint_leaves_no_gap_in_the_codes(session: Session) -> None:
    submit(session)
    with pytest.raises(actions.CategoryUnknown):
        submit(session, category="no_such_thing")
    taken = submission(photos=[str(uuid4())])
    actions.submit(session, taken, SETTINGS, now=MONDAY)
    with pytest.raises(sa.exc.IntegrityError):  # somebody else's photo id
        submit(session, photos=[str(taken.photos[0])])
    assert submit(session).code == "KS-26-0003"
    assert session.get_one(CodeCounter, 2026).last == 3


def test_the_hamlet_comes_from_the_point_before_the_one_chosen(session: Session) -> None:
    here, chosen = make_hamlet(session, "Thôn Mẫu 3"), make_hamlet(session, "Thôn Mẫu 4", center=(20.95, 106.22))
    point = {"lat": CENTER[0], "lon": CENTER[1], "source": "gps"}
    assert submit(session, place={**point, "hamlet_id": str(chosen.id)}).hamlet_id == here.id
    assert submit(session, place={"hamlet_id": str(chosen.id), "source": "hamlet"}).hamlet_id == chosen.id
    assert submit(session, place={"words": "Sau chợ", "source": "words"}).hamlet_id is None
    far = {"lat": HANOI[0], "lon": HANOI[1], "source": "pin"}
    assert submit(session, place={**far, "hamlet_id": str(chosen.id)}).hamlet_id == chosen.id


def test_a_place_outside_the_commune_is_taken_and_marked(session: Session) -> None:
    assert submit(session, place={"lat": HANOI[0], "lon": HANOI[1], "source": "pin"}).is_outside
    assert not submit(session).is_outside
    assert not submit(session, place={"words": "Hà Nội", "source": "words"}).is_outside


def test_the_phones_clock_is_kept_apart_from_ours(session: Session) -> None:
    wrong = submit(session, reported_at="1999-01-01T00:00:00Z")
    assert (wrong.reported_at.year, wrong.received_at) == (1999, MONDAY)
    assert submit(session, reported_at=None).reported_at == MONDAY


def test_a_contact_is_sealed_and_written_nowhere_else(session: Session) -> None:
    complaint = submit(session, contact=contact())
    session.flush()
    kept = session.get_one(ReporterContact, complaint.id)
    assert secrets.unseal(SETTINGS.secret, kept.sealed_phone or "") == "0912345678"
    assert secrets.unseal(SETTINGS.secret, kept.sealed_name or "") == "Vũ Thị Người Báo"
    assert secrets.unseal(b"another secret" * 4, kept.sealed_phone or "") is None
    everything = every_row(session)
    assert "0912345678" not in everything and "912345678" not in everything
    assert "Vũ Thị" not in everything and "vu thi" not in everything


def every_row(session: Session) -> str:
    """The whole database as text."""
    tables = sa.inspect(session.connection()).get_table_names()
    return "\n".join(str(row) for table in tables for row in session.execute(sa.text(f'SELECT * FROM "{table}"')))


def test_a_contact_without_name_and_phone_is_not_kept(session: Session) -> None:
    complaint = submit(session, contact={"consent": True, "consent_version": "2026-11"})
    assert session.get(ReporterContact, complaint.id) is None


def test_no_contact_is_taken_without_an_explicit_yes() -> None:
    for consent in (False, None, "no"):
        with pytest.raises(ValueError, match="consent"):
            submission(contact={**contact(), "consent": consent})


def test_the_priority_comes_with_the_category(session: Session) -> None:
    assert submit(session).priority is Priority.NORMAL
    assert submit(session, category="burning").priority is Priority.URGENT
    assert submit(session, category=None).priority is Priority.NORMAL


DEADLINES = [
    (S.SUBMITTED, "receive", "2026-12-01 09:30"),
    (S.ACCEPTED, "assign", "2026-12-01 09:01"),
    (S.ASSIGNED, "verify", "2026-12-02 09:02"),
    (S.VERIFYING, "resolve", "2026-12-07 09:03"),
    (S.PROCESSING, "resolve", "2026-12-07 09:03"),  # the same step goes on
    (S.RESOLVED, "reply", "2026-12-07 09:00"),  # owed since the day of receipt
    (S.REPLIED, None, None),
    (S.CLOSED, None, None),
    (S.NEED_INFO, None, None),
    (S.REJECTED, None, None),
    (S.TRANSFERRED_OUT, None, None),
    (S.REOPENED, "assign", "2026-12-01 09:08"),
]


@pytest.mark.one_database
@pytest.mark.parametrize(("status", "step", "due"), DEADLINES, ids=lambda part: str(part))
def test_each_state_starts_the_clock_of_its_step(
    session: Session, status: Status, step: str | None, due: str | None
) -> None:
    complaint = make_complaint(session, status=status)
    assert complaint.due_step == step
    assert complaint.due_at == (at(due) if due else None)
    minutes = 8 if status is S.REOPENED else 0  # reopened, the answer is owed anew
    assert complaint.answer_due_at == at("2026-12-07 09:00") + timedelta(minutes=minutes)
    assert (complaint.due_soon_at is None) == (due is None)


def test_the_time_the_commune_waits_for_the_resident_does_not_count(session: Session) -> None:
    complaint = make_complaint(session, status=S.NEED_INFO)
    assert complaint.due_at is None
    answered_at = MONDAY + timedelta(days=2, minutes=1)  # asked a minute after receipt
    answers.answer(session, complaint.id, Answer(id=uuid4(), words="Phía bắc"), now=answered_at)
    assert (complaint.status, complaint.due_step) == (S.SUBMITTED, "receive")
    assert complaint.due_at == at("2026-12-03 09:30")  # the minute before the question counts
    assert complaint.answer_due_at == at("2026-12-09 09:00")


def test_another_priority_changes_the_length_of_a_step_not_its_beginning(session: Session) -> None:
    complaint, by = make_complaint(session, status=S.ASSIGNED), make_person(session)
    later = MONDAY + timedelta(days=1)
    triage.edit(session, complaint, Edit(priority=Priority.URGENT, priority_reason="Sắp mưa"), by=by, now=later)
    assert complaint.due_at == at("2026-11-30 15:02")
    triage.edit(session, complaint, Edit(priority=Priority.NORMAL, priority_reason="Đã tạnh"), by=by, now=later)
    assert complaint.due_at == at("2026-12-02 09:02")


def test_the_same_answer_twice_is_one_and_another_under_its_id_is_refused(session: Session) -> None:
    complaint = make_complaint(session, status=S.NEED_INFO)
    sent = Answer(id=uuid4(), words="Phía bắc")
    answers.answer(session, complaint.id, sent, now=MONDAY)
    before = journal_length(session)
    answers.answer(session, complaint.id, sent, now=MONDAY)
    assert journal_length(session) == before
    with pytest.raises(actions.NoteIdTaken):
        answers.answer(session, complaint.id, Answer(id=sent.id, words="Phía nam"), now=MONDAY)
    with pytest.raises(answers.NoQuestion):
        answers.answer(session, complaint.id, Answer(id=uuid4(), words="Phía nam"), now=MONDAY)


def test_search_finds_words_place_hamlet_category_and_code_without_diacritics(session: Session) -> None:
    make_complaint(session)
    text = session.exec(select(SearchEntry)).one().text
    for part in ("ks 26 0001", "ks260001", "rac do canh muong", "sau nha van hoa", "thon mau 3", "rac tren song"):
        assert part in text


def test_a_change_that_is_rolled_back_leaves_no_line_in_the_journal(database: Database) -> None:
    with database.session(writes=True) as session:
        known = make_complaint(session).id
        before = journal_length(session)
    with pytest.raises(RuntimeError, match="stumbled"), database.session(writes=True) as session:
        triage.reply(
            session, advanced(session, known), "Đã dọn", by=make_person(session), now=MONDAY + timedelta(hours=1)
        )
        session.flush()
        assert journal_length(session) > before
        raise RuntimeError("stumbled")
    with database.session(writes=False) as session:
        assert journal_length(session) == before
        assert queries.require(session, known).status is S.SUBMITTED


def advanced(session: Session, complaint_id: UUID) -> Complaint:
    """As if it had been worked on; the table of moves is not the subject."""
    complaint = queries.lock(session, complaint_id)
    complaint.status = S.RESOLVED
    return complaint


def test_the_journal_names_residents_by_one_word(session: Session) -> None:
    complaint = submit(session, contact=contact())
    [entry] = session.exec(select(Entry).where(col(Entry.subject_id) == complaint.id)).all()
    assert (entry.actor, entry.actor_id, entry.at) == ("Người dân", None, MONDAY)
    assert set(entry.detail) == {"to", "channel", "canned", "notice"}


def test_a_forbidden_move_changes_nothing(session: Session) -> None:
    complaint, by = make_complaint(session), make_person(session)
    before = journal_length(session)
    with pytest.raises(rules.MoveNotAllowed):
        triage.close(session, complaint, by=by, now=MONDAY)
    assert journal_length(session) == before
    assert (complaint.status, complaint.version) == (S.SUBMITTED, 1)
