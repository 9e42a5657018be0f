"""Keeping the register of collection points."""

from datetime import datetime
from pathlib import Path
from uuid import uuid4

import pytest
from sqlmodel import Session

from api.accounts.models import Role
from api.collection_points import actions, queries, rules
from api.collection_points.models import CollectionPoint, PointState
from api.collection_points.schemas import NewPoint, PointChange
from api.core import errors
from api.journal import queries as journal
from api.media import actions as media
from api.media.store import Store
from api.places import queries as places
from tests.accounts.make import make_person
from tests.collection_points.make import make_point, plan
from tests.media.make import make_picture, make_upload
from tests.photos import small_photo
from tests.places.make import make_hamlet


def create(session: Session, now: datetime, **more: object) -> CollectionPoint:
    by = make_person(session, role=Role.ADMINISTRATOR)
    return actions.create(session, NewPoint.model_validate(plan(**more)), by=by, now=now)[0]


def change(session: Session, point: CollectionPoint, now: datetime, *, version: int = 1, **wish: object) -> None:
    by = make_person(session)
    actions.change(session, point.id, PointChange.model_validate(wish), version=version, by=by, now=now)


def test_a_new_point_is_journalled_and_found_without_diacritics(session: Session, now: datetime) -> None:
    hamlet = make_hamlet(session)
    point = create(session, now, hamlet_id=str(hamlet.id), code="tk-07")
    assert (point.code, point.schedule) == ("TK-07", [{"weekday": 1, "from": "17:00", "to": "18:30"}])
    assert [entry.verb for entry in journal.about(session, "collection_point", point.id)] == ["created"]
    for words in ("diem tap ket", "CỔNG làng", "mau 3", "tk-07"):
        assert len(queries.listed(session, queries.Filter(q=words), now=now)) == 1
    assert queries.listed(session, queries.Filter(q="%"), now=now) == []


def test_the_same_plan_again_gives_the_first_and_another_is_refused(session: Session, now: datetime) -> None:
    wish = plan()
    first = create(session, now, **wish)
    assert create(session, now, **wish) is first
    with pytest.raises(actions.PointIdTaken):
        create(session, now, **(wish | {"name": "Khác"}))
    with pytest.raises(actions.PointCodeTaken):
        create(session, now)


def test_a_hamlet_that_is_not_there_is_said(session: Session, now: datetime) -> None:
    with pytest.raises(places.HamletNotFound):
        create(session, now, hamlet_id=str(uuid4()))


def test_a_change_keeps_what_was_before_in_the_journal(session: Session, now: datetime) -> None:
    point = make_point(session)
    change(session, point, now, state="closed", schedule=[{"weekday": 7, "from": "06:00"}])
    assert (point.state, point.version) == (PointState.CLOSED, 2)
    [entry] = journal.about(session, "collection_point", point.id)
    assert entry.detail["changes"]["state"] == {"before": "open", "after": "closed"}
    assert entry.detail["changes"]["schedule"]["after"] == [{"weekday": 7, "from": "06:00", "to": None}]


def test_a_change_that_changes_nothing_keeps_the_version(session: Session, now: datetime) -> None:
    point = make_point(session)
    change(session, point, now, name=point.name, lat=point.latitude, lon=point.longitude, schedule=point.schedule)
    assert point.version == 1
    assert journal.about(session, "collection_point", point.id) == []


def test_an_old_version_and_a_taken_code_are_refused(session: Session, now: datetime) -> None:
    point, other = make_point(session, code="A1"), make_point(session, code="A2")
    with pytest.raises(errors.Stale) as refusal:
        change(session, point, now, version=7, name="x")
    assert refusal.value.extra["current"].code == "A1"
    with pytest.raises(actions.PointCodeTaken):
        change(session, point, now, code=other.code)


def test_a_schedule_that_cannot_be_is_refused(session: Session, now: datetime) -> None:
    point = make_point(session)
    with pytest.raises(rules.ScheduleRejected):
        change(session, point, now, schedule=[{"weekday": 1, "from": "18:00", "to": "17:00"}])


def test_the_nearest_come_first_and_those_without_a_place_last(session: Session, now: datetime) -> None:
    make_point(session, "Xa", code="A", place=(20.93, 106.18))
    make_point(session, "Không rõ", code="B", place=None)
    make_point(session, "Gần", code="C", place=(20.909, 106.1793))
    near = rules.Point(20.9089, 106.1793)
    found = queries.listed(session, queries.Filter(), near=near, now=now)
    assert [item.name for item in found] == ["Gần", "Xa", "Không rõ"]
    assert (found[0].distance_m, found[2].distance_m) == (11, None)
    assert [item.code for item in queries.listed(session, queries.Filter(), now=now)] == ["A", "B", "C"]


def test_a_closed_point_has_no_next_time(session: Session, now: datetime) -> None:
    make_point(session, code="A", state=PointState.CLOSED)
    make_point(session, code="B")
    closed, in_use = queries.listed(session, queries.Filter(), now=now)
    assert closed.next_at is None
    assert in_use.next_at is not None


def test_a_photo_is_public_and_comes_once(session: Session, now: datetime, tmp_path: Path) -> None:
    point, store, photo_id = make_point(session), Store(tmp_path, reserve_mb=0), uuid4()
    by = make_person(session)
    for is_new in (True, False):
        picture, told = actions.add_photo(session, store, point.id, photo_id, make_upload(), by=by, now=now)
        assert told is is_new
        assert picture.public_key
    shown = queries.detail(session, point, now=now)
    assert [photo.id for photo in shown.photos] == [photo_id]
    assert shown.thumb == queries.listed(session, queries.Filter(), now=now)[0].thumb is not None
    assert [entry.verb for entry in journal.about(session, "collection_point", point.id)] == ["photo_added"]


def test_the_first_photo_is_the_one_in_the_list(session: Session, now: datetime, tmp_path: Path) -> None:
    point, store, by = make_point(session), Store(tmp_path, reserve_mb=0), make_person(session)
    ids = sorted((uuid4() for _ in range(2)), reverse=True)
    for seed, photo_id in enumerate(ids):
        upload = make_upload(small_photo(seed))
        actions.add_photo(session, store, point.id, photo_id, upload, by=by, now=now)
    shown = queries.detail(session, point, now=now)
    assert [photo.id for photo in shown.photos] == ids
    assert queries.listed(session, queries.Filter(), now=now)[0].thumb == shown.photos[0].thumb


def test_a_photo_of_something_else_is_not_made_public(session: Session, now: datetime, tmp_path: Path) -> None:
    point, store, by = make_point(session), Store(tmp_path, reserve_mb=0), make_person(session)
    private = make_picture(session, store, now=now)
    with pytest.raises(media.PictureIdTaken):
        actions.add_photo(session, store, point.id, private.id, make_upload(), by=by, now=now)
    assert private.public_key is None


def test_a_point_has_only_so_many_photos(
    session: Session, now: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    point, store, by = make_point(session), Store(tmp_path, reserve_mb=0), make_person(session)
    monkeypatch.setattr(rules, "MOST_PHOTOS", 1)
    actions.add_photo(session, store, point.id, uuid4(), make_upload(), by=by, now=now)
    with pytest.raises(rules.TooManyPhotos):
        actions.add_photo(session, store, point.id, uuid4(), make_upload(), by=by, now=now)
