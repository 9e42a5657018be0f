"""Recording check-ins, and their photos."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlmodel import Session, select

from api.accounts.models import Role
from api.accounts.rules import Person
from api.cleanups import actions, queries, rules
from api.cleanups.models import Cleanup, CleanupPhoto, EntryChannel, PhotoKind
from api.cleanups.schemas import CheckIn
from api.core import errors
from api.media import actions as media
from api.media.models import PhotoPolicy
from api.media.store import Store
from api.places import queries as places
from api.places.models import Hamlet
from tests.accounts.make import make_person
from tests.cleanups.make import make_cleanup, not_held, verbs, words
from tests.media.make import make_picture, make_upload
from tests.photos import small_photo
from tests.places.make import make_hamlet

SECRET = b"secret"


def record(session: Session, by: Person, now: datetime, sent: dict[str, object]) -> tuple[Cleanup, bool]:
    return actions.record(session, CheckIn.model_validate(sent), by=by, now=now)


def test_a_check_in_is_recorded_with_its_promised_photos(
    session: Session, hamlet: Hamlet, head: Person, now: datetime
) -> None:
    before, after = uuid4(), uuid4()
    sent = words(hamlet.id, photos=[str(before), str(after)], before_photos=[str(before)])
    cleanup, is_new = record(session, head, now, sent)
    assert is_new
    assert (cleanup.participants, cleanup.made_by, cleanup.received_at) == (85, head.id, now)
    assert cleanup.forces == {"residents": 60, "youth": 15}
    declared = queries.photos(session, cleanup.id)
    assert [(photo.id, photo.kind) for photo in declared] == [(before, PhotoKind.BEFORE), (after, PhotoKind.AFTER)]
    assert verbs(session, cleanup) == ["recorded"]


def test_the_same_again_gives_the_first_answer_even_much_later(
    session: Session, hamlet: Hamlet, head: Person, now: datetime
) -> None:
    sent = words(hamlet.id)
    first, _ = record(session, head, now, sent)
    again, is_new = record(session, head, now + timedelta(days=90), sent)
    assert again is first
    assert not is_new
    assert verbs(session, first) == ["recorded"]


def test_another_content_under_the_same_id_learns_nothing(
    session: Session, hamlet: Hamlet, head: Person, now: datetime
) -> None:
    sent = words(hamlet.id)
    record(session, head, now, sent)
    with pytest.raises(actions.CleanupIdTaken) as refusal:
        record(session, head, now, sent | {"participants": 1})
    assert refusal.value.extra == {}


def test_a_hamlet_has_one_check_in_a_day(session: Session, hamlet: Hamlet, head: Person, now: datetime) -> None:
    first = make_cleanup(session, head, hamlet.id, now=now)
    with pytest.raises(actions.CleanupAlreadyRecorded) as refusal:
        make_cleanup(session, head, hamlet.id, now=now)
    assert refusal.value.extra == {"existing_id": str(first.id)}
    make_cleanup(session, head, hamlet.id, now=now, held_on="2026-11-22")


@pytest.mark.parametrize("is_same", [True, False])
def test_who_comes_second_in_a_race_gets_the_same_answer(
    session: Session, hamlet: Hamlet, head: Person, now: datetime, monkeypatch: pytest.MonkeyPatch, is_same: bool
) -> None:
    """The question whether it is known is answered with no, as it is before the other one commits."""
    sent = words(hamlet.id)
    first, _ = record(session, head, now, sent)
    session.expunge(first)
    answers: list[Callable[..., Cleanup | None]] = [lambda *_: None]
    honest = actions._known
    monkeypatch.setattr(actions, "_known", lambda *asked: (answers.pop() if answers else honest)(*asked))
    if is_same:
        again, is_new = record(session, head, now, sent)
        assert (again.id, is_new) == (first.id, False)
    else:
        with pytest.raises(actions.CleanupAlreadyRecorded) as refusal:
            record(session, head, now, words(hamlet.id))
        assert refusal.value.extra == {"existing_id": str(first.id)}


def test_a_weekend_without_a_clean_up_has_a_reason(
    session: Session, hamlet: Hamlet, head: Person, now: datetime
) -> None:
    cleanup, _ = record(session, head, now, not_held(hamlet.id))
    assert (cleanup.no_event_reason, cleanup.participants, cleanup.forces) == ("Mưa bão", None, {})
    with pytest.raises(rules.ReasonMissing):
        record(session, head, now, not_held(hamlet.id, held_on="2026-11-22", no_event_reason=" "))


def test_a_head_reports_for_the_own_hamlet_only(session: Session, hamlet: Hamlet, head: Person, now: datetime) -> None:
    other = make_hamlet(session, "Thôn Mẫu 1")
    with pytest.raises(errors.NotAllowed):
        make_cleanup(session, head, other.id, now=now)
    with pytest.raises(rules.ChannelWrong):
        make_cleanup(session, head, hamlet.id, now=now, channel="zalo")
    officer = make_person(session, unit="TTDV")
    cleanup = make_cleanup(session, officer, other.id, now=now, channel="zalo", photos=[])
    assert cleanup.channel is EntryChannel.ZALO


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.LEADER])
def test_others_do_not_report(session: Session, hamlet: Hamlet, now: datetime, role: Role) -> None:
    with pytest.raises(errors.NotAllowed):
        make_cleanup(session, make_person(session, role=role), hamlet.id, now=now)


def test_the_day_is_judged_in_vietnam(session: Session, hamlet: Hamlet, head: Person) -> None:
    just_before_midnight = datetime.fromisoformat("2026-11-28T16:59:00+00:00")
    with pytest.raises(rules.DayInFuture):
        make_cleanup(session, head, hamlet.id, now=just_before_midnight, held_on="2026-11-29")
    later = just_before_midnight + timedelta(minutes=1)
    make_cleanup(session, head, hamlet.id, now=later, held_on="2026-11-29")


def test_the_hamlet_must_be_one_of_that_day(session: Session, now: datetime) -> None:
    officer = make_person(session)
    merged = make_hamlet(session, "Thôn Cũ", valid_to=date(2026, 11, 21))
    with pytest.raises(actions.HamletNotValid):
        make_cleanup(session, officer, merged.id, now=now, held_on="2026-11-21")
    make_cleanup(session, officer, merged.id, now=now, held_on="2026-11-20")
    with pytest.raises(places.HamletNotFound):
        make_cleanup(session, officer, uuid4(), now=now)


def test_a_photo_id_belongs_to_one_check_in(session: Session, hamlet: Hamlet, head: Person, now: datetime) -> None:
    photo = str(uuid4())
    make_cleanup(session, head, hamlet.id, now=now, photos=[photo])
    with pytest.raises(rules.PhotoIdTaken):
        make_cleanup(session, head, hamlet.id, now=now, held_on="2026-11-22", photos=[photo])


def show_at_once(session: Session) -> None:
    """The commune's rule in these tests; what happens without it stands in test_photo_moderation.py."""
    session.add(PhotoPolicy(kind="cleanup", label="Ảnh buổi ra quân", is_public_at_once=True))


def test_a_photo_arrives_once_and_is_public(
    session: Session, hamlet: Hamlet, head: Person, now: datetime, tmp_path: Path
) -> None:
    show_at_once(session)
    cleanup, store = make_cleanup(session, head, hamlet.id, now=now), Store(tmp_path, reserve_mb=0)
    [photo] = queries.photos(session, cleanup.id)
    assert queries.record(session, cleanup, by=head, now=now).photos_missing == [photo.id]
    for is_new in (True, False):
        picture, told = actions.add_photo(session, store, cleanup.id, photo.id, make_upload(), by=head, now=now)
        assert told is is_new
    assert queries.record(session, cleanup, by=head, now=now).photos_missing == []
    assert queries.public_detail(session, cleanup).photos[0].large == f"/media/{picture.public_key}/large.jpg"
    assert verbs(session, cleanup) == ["recorded", "photo_arrived"]
    assert cleanup.version == 1


def test_only_declared_photos_of_the_maker_are_taken(
    session: Session, hamlet: Hamlet, head: Person, now: datetime, tmp_path: Path
) -> None:
    store = Store(tmp_path, reserve_mb=0)
    foreign = make_picture(session, store, now=now, data=small_photo(3))
    cleanup = make_cleanup(session, head, hamlet.id, now=now, photos=[str(uuid4()), str(foreign.id)])
    first, _ = queries.photos(session, cleanup.id)

    def send(photo_id: UUID, by: Person) -> None:
        actions.add_photo(session, store, cleanup.id, photo_id, make_upload(small_photo(3)), by=by, now=now)

    with pytest.raises(queries.CleanupPhotoNotFound):
        send(uuid4(), head)
    with pytest.raises(errors.NotAllowed):
        send(first.id, make_person(session))
    with pytest.raises(media.PictureIdTaken):
        send(foreign.id, head)
    assert foreign.public_key is None


def test_the_list_goes_through_every_page_once_and_newest_first(
    session: Session, hamlet: Hamlet, now: datetime
) -> None:
    officer = make_person(session)
    hamlets = [hamlet, make_hamlet(session, "Thôn Mẫu 1"), make_hamlet(session, "Thôn Mẫu 2")]
    for number, place in enumerate(hamlets):
        for day in range(1, 6):
            make_cleanup(session, officer, place.id, now=now, held_on=f"2026-11-{day + number:02}")
    seen, cursor = [], None
    while True:
        items, cursor = queries.page(session, queries.Filter(), cursor=cursor, secret=SECRET, size=4)
        seen += items
        if cursor is None:
            break
    assert len({item.id for item in seen}) == len(seen) == 15
    assert [item.held_on for item in seen] == sorted((item.held_on for item in seen), reverse=True)
    wish = queries.Filter(hamlet_id=hamlet.id, since=date(2026, 11, 2), until=date(2026, 11, 3))
    items, _ = queries.page(session, wish, cursor=None, secret=SECRET)
    assert [(item.hamlet_name, item.held_on.day) for item in items] == [("Thôn Mẫu 3", 3), ("Thôn Mẫu 3", 2)]


def test_the_cover_is_a_picture_taken_afterwards(
    session: Session, hamlet: Hamlet, head: Person, now: datetime, tmp_path: Path
) -> None:
    show_at_once(session)
    before, after = str(uuid4()), str(uuid4())
    cleanup = make_cleanup(session, head, hamlet.id, now=now, photos=[before, after], before_photos=[before])
    store = Store(tmp_path, reserve_mb=0)
    covers = []
    for seed, photo_id in enumerate((before, after)):
        upload = make_upload(small_photo(seed))
        picture, _ = actions.add_photo(session, store, cleanup.id, UUID(photo_id), upload, by=head, now=now)
        session.flush()
        [item], _ = queries.page(session, queries.Filter(), cursor=None, secret=SECRET)
        assert item.thumb == queries.public_detail(session, cleanup).thumb == f"/media/{picture.public_key}/thumb.webp"
        covers.append(item.thumb)
    assert covers[0] != covers[1]


def test_nothing_of_a_refused_check_in_stays(session: Session, hamlet: Hamlet, head: Person, now: datetime) -> None:
    with pytest.raises(rules.PhotoMissing):
        make_cleanup(session, head, hamlet.id, now=now, photos=[])
    assert session.exec(select(Cleanup)).all() == []
    assert session.exec(select(CleanupPhoto)).all() == []
