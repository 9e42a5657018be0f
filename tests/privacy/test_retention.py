"""What is past its time is forgotten by night, and nothing before; the journal says that, never what."""

from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlmodel import Session, col, select

from api.complaints import actions, queries
from api.complaints.models import Complaint, ReporterContact, Status
from api.complaints.moderation_models import SenderTrace
from api.complaints.search_models import SearchEntry
from api.core.text import fold
from api.journal.models import Entry
from api.media import actions as media
from api.media.models import Picture
from api.media.store import Store
from api.privacy import retention
from api.privacy.models import RetentionRule
from tests.complaints.make import MONDAY, contact, make_complaint
from tests.media.make import make_upload

pytestmark = pytest.mark.usefixtures("seeded")
YEAR = timedelta(days=366)
NAME, PHONE = "Vũ Thị Người Báo", "0912345678"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "media")


def ended(session: Session, store: Store, *, status: Status = Status.CLOSED) -> Complaint:
    """A case with contact and one photo, that came on MONDAY."""
    complaint = make_complaint(session, status=status, contact=contact(NAME, PHONE), photos=[str(uuid4())])
    [(photo, _)] = queries.photos(session, complaint.id)
    actions.add_photo(session, store, photo, make_upload(), by="Người dân", now=MONDAY)
    session.flush()
    return complaint


def found(session: Session, words: str) -> list[SearchEntry]:
    return [entry for entry in session.exec(select(SearchEntry)) if fold(words) in entry.text]


def due(session: Session, now: datetime) -> dict[str, tuple[int, list[str]]]:
    return {each.code: (each.count, each.examples) for each in retention.preview(session, now=now)}


def test_J6_a_dry_run_says_what_would_go_and_does_nothing(session: Session, store: Store) -> None:
    complaint = ended(session, store)
    assert due(session, MONDAY + timedelta(days=300))["contact"] == (0, [])
    later = MONDAY + YEAR
    assert due(session, later)["contact"] == (1, [complaint.code]) == due(session, later)["contact"]
    assert due(session, later)["original"] == (0, [])
    assert due(session, MONDAY + 2 * YEAR)["original"] == (1, [complaint.code])
    assert session.get(ReporterContact, complaint.id)


def test_J6_contacts_go_a_year_after_the_end_and_those_of_open_cases_stay(session: Session, store: Store) -> None:
    over, running = ended(session, store), ended(session, store, status=Status.ASSIGNED)
    version = over.version
    assert retention.sweep(session, now=MONDAY + YEAR) == {"contact": 1}
    assert session.get(ReporterContact, over.id) is None and session.get(ReporterContact, running.id)
    assert over.version == version + 1 and over.words, "the words stay"
    assert retention.sweep(session, now=MONDAY + YEAR) == {}


def test_J6_originals_go_after_two_years_with_what_the_camera_wrote(session: Session, store: Store) -> None:
    complaint = ended(session, store)
    [(_, picture)] = queries.photos(session, complaint.id)
    assert picture
    with media.open_original(store, picture) as original:
        assert original.read()
    retention.sweep(session, now=MONDAY + 2 * YEAR)
    with pytest.raises(media.OriginalErased):
        media.open_original(store, picture)
    assert store.read_large(picture.key)
    media.sweep(session, store, now=MONDAY + 20 * YEAR)
    assert not list((store.root / "originals").glob("*/*")) and store.read_large(picture.key)
    assert session.exec(select(Picture).where(col(Picture.gps_latitude).is_not(None))).first() is None


def test_J6_traces_of_the_network_go_after_a_week(session: Session, store: Store) -> None:
    complaint = ended(session, store, status=Status.SUBMITTED)
    session.add(SenderTrace(complaint_id=complaint.id, key="x" * 64, at=MONDAY))
    session.flush()
    assert "trace" not in retention.sweep(session, now=MONDAY + timedelta(days=6))
    assert retention.sweep(session, now=MONDAY + timedelta(days=8)) == {"trace": 1}


def test_J6_words_of_old_cases_go_only_when_the_commune_has_said_so(session: Session, store: Store) -> None:
    complaint = ended(session, store)
    later = MONDAY + 11 * YEAR
    assert due(session, later)["case"] == (1, [complaint.code])
    retention.sweep(session, now=later)
    assert complaint.words and found(session, "mùi hôi")
    session.get_one(RetentionRule, "case").is_active = True
    session.flush()
    assert retention.sweep(session, now=later)["case"] == 1
    assert (complaint.words, complaint.place_words) == ("", "") and not found(session, "mùi hôi")
    assert complaint.title and complaint.code and complaint.hamlet_id


def test_J6_the_journal_says_that_something_was_forgotten_and_never_what(session: Session, store: Store) -> None:
    complaint = ended(session, store)
    session.get_one(RetentionRule, "case").is_active = True
    retention.sweep(session, now=MONDAY + 11 * YEAR)
    entries = session.exec(select(Entry)).all()
    assert {"anonymised", "retention_applied"} <= {entry.verb for entry in entries}
    told = str([(entry.verb, entry.actor, entry.detail) for entry in entries])
    assert not [secret for secret in (NAME, PHONE, PHONE[1:], "mùi hôi", "nhà văn hóa") if secret in told], told
    assert complaint.code


def test_J6_every_rule_has_work_a_source_and_a_name(session: Session) -> None:
    found = session.exec(select(RetentionRule)).all()
    assert {rule.code for rule in found} == set(retention.TASKS)
    assert all(rule.source and rule.label for rule in found)
