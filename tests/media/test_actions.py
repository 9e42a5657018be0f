"""Pictures arrive once, get and lose their public address, and are forgotten with their files."""

import os
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlmodel import Session

from api.core.database import Database
from api.media import actions, queries, schemas
from api.media.models import Picture
from api.media.store import Store
from tests import photos
from tests.media.make import make_picture, make_upload


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "media")


def count_files(store: Store) -> int:
    return len([path for path in store.root.rglob("*") if path.is_file() and path.name != "lock"])


def test_a_picture_that_arrives_is_kept_with_what_the_camera_said(
    session: Session, store: Store, now: datetime
) -> None:
    picture = make_picture(session, store, now=now)

    session.expire_all()
    found = queries.require(session, picture.id)
    assert (found.width, found.height, found.format) == (816, 612, "jpeg")
    assert found.gps_latitude == pytest.approx(photos.SQUARE[0], abs=1e-5)
    assert found.taken_at == datetime.fromisoformat("2026-11-21T00:30:00+00:00")
    assert found.received_at == now
    assert found.public_key is None
    assert found.size == len(photos.small_photo())
    assert store.read_large(found.key)


def test_the_same_picture_sent_again_is_the_first(session: Session, store: Store, now: datetime) -> None:
    first = make_picture(session, store, now=now)

    again = make_picture(session, store, now=now + timedelta(days=40), picture_id=first.id)

    assert again is first
    assert count_files(store) == 3


def test_another_picture_under_a_known_id_is_refused_and_not_kept(
    session: Session, store: Store, now: datetime
) -> None:
    first = make_picture(session, store, now=now)

    with pytest.raises(actions.PictureIdTaken):
        make_picture(session, store, now=now, picture_id=first.id, data=photos.small_photo(seed=2))

    assert count_files(store) == 3


def test_a_picture_that_another_request_was_faster_with_is_the_first(
    session: Session, store: Store, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both requests saw no row; the second insert fails, and finds the first."""
    first = make_picture(session, store, now=now)
    session.flush()
    session.expunge(first)
    monkeypatch.setattr(session, "get", _blind_once(session))

    again = make_picture(session, store, now=now, picture_id=first.id)

    assert again.key == first.key


def test_the_same_bytes_under_two_ids_are_two_pictures_on_one_original(
    session: Session, store: Store, now: datetime
) -> None:
    first, second = make_picture(session, store, now=now), make_picture(session, store, now=now)

    assert first.key != second.key and first.sha256 == second.sha256
    assert count_files(store) == 5


def test_a_published_picture_has_an_address_of_its_own_and_loses_it_for_good(
    session: Session, store: Store, now: datetime
) -> None:
    picture = make_picture(session, store, now=now)

    public = actions.publish(session, picture).public_key
    assert public and public != picture.key
    assert actions.publish(session, picture).public_key == public
    assert queries.require_by_key(session, public).picture is picture

    actions.unpublish(session, picture)
    with pytest.raises(queries.PictureNotFound):
        queries.require_by_key(session, public)
    assert actions.publish(session, picture).public_key not in (None, public)


def test_an_erased_picture_takes_its_files_with_the_next_sweep(database: Database, store: Store, now: datetime) -> None:
    with database.session(writes=True) as session:
        kept = make_picture(session, store, now=now)
        gone = make_picture(session, store, now=now, data=photos.small_photo(seed=2))
        twin = make_picture(session, store, now=now, data=photos.small_photo(seed=2))
    with database.session(writes=True) as session:
        actions.erase(session, queries.require(session, gone.id))
    for path in store.root.rglob("*"):
        os.utime(path, (now.timestamp(), now.timestamp()))

    with database.session(writes=False) as session:
        assert actions.sweep(session, store, now=now + timedelta(hours=2)) == 1
        with pytest.raises(queries.PictureNotFound):
            queries.require(session, gone.id)

    assert store.read_large(kept.key) and store.read_large(twin.key)
    with pytest.raises(FileNotFoundError):
        store.read_large(gone.key)


def test_a_rolled_back_picture_leaves_files_only_for_the_sweep(database: Database, store: Store, now: datetime) -> None:
    with pytest.raises(ZeroDivisionError), database.session(writes=True) as session:
        picture = make_picture(session, store, now=now)
        raise ZeroDivisionError

    with database.session(writes=False) as session:
        assert session.get(Picture, picture.id) is None
        assert actions.sweep(session, store, now=datetime.now().astimezone() + timedelta(hours=2)) == 2
    assert count_files(store) == 0


def test_the_original_is_read_as_it_was_received(session: Session, store: Store, now: datetime) -> None:
    picture = make_picture(session, store, now=now)

    with actions.open_original(store, picture) as original:
        assert original.read() == photos.small_photo()


def test_pictures_are_found_by_their_ids(session: Session, store: Store, now: datetime) -> None:
    first, second = make_picture(session, store, now=now), make_picture(session, store, now=now)

    assert queries.by_ids(session, [first.id, uuid4()]) == {first.id: first}
    assert queries.by_ids(session, [first.id, second.id]).keys() == {first.id, second.id}
    assert queries.by_ids(session, []) == {}


def test_staff_and_everybody_are_shown_different_addresses(session: Session, store: Store, now: datetime) -> None:
    picture = actions.publish(session, make_picture(session, store, now=now))

    staff = schemas.staff_picture(picture.id, "before", picture)
    everybody = schemas.public_picture("before", picture)

    assert staff.large == f"/media/{picture.key}/large.jpg"
    assert everybody.thumb == f"/media/{picture.public_key}/thumb.webp"
    assert picture.key not in everybody.model_dump_json()
    assert everybody.placeholder == picture.placeholder


def test_a_declared_picture_that_has_not_come_has_no_address() -> None:
    waiting = schemas.staff_picture(uuid4(), "after", None)

    assert (waiting.large, waiting.thumb, waiting.width, waiting.kind) == (None, None, None, "after")


def test_an_arrival_tells_the_sender_where_and_when(session: Session, store: Store, now: datetime) -> None:
    told = schemas.arrival(make_picture(session, store, now=now)).model_dump(mode="json")

    assert told["taken_at"] == "2026-11-21T00:30:00.000Z"
    assert told["gps"]["lat"] == pytest.approx(photos.SQUARE[0], abs=1e-5)


def test_an_arrival_without_notes_tells_nothing(session: Session, store: Store, now: datetime) -> None:
    data = photos.encoded(photos.corners(), "JPEG")

    told = schemas.arrival(make_picture(session, store, now=now, data=data))

    assert (told.taken_at, told.gps) == (None, None)


def test_who_sent_it_is_remembered_if_somebody_was_signed_in(session: Session, store: Store, now: datetime) -> None:
    picture = actions.receive(session, store, uuid4(), make_upload(), by=None, now=now)

    assert picture.uploaded_by is None


def _blind_once(session: Session):  # type: ignore[no-untyped-def]
    get, looked = session.get, []

    def blind(*args: object) -> object:
        looked.append(args)
        return None if len(looked) == 1 else get(*args)  # type: ignore[arg-type]

    return blind
