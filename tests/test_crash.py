"""A 2xx is a promise: the server is killed in the middle of its work, again and again, and keeps every promise.

XANH_KILLS sets how often (default 10 on SQLite); XANH_SEED makes other moments.
"""

import os
import random
from collections import Counter
from pathlib import Path

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from PIL import Image
from sqlmodel import Session, col, select

from api.complaints.models import Complaint, ComplaintPhoto
from api.core.database import Database
from api.journal.models import Entry
from api.media.models import Picture
from tests.complaints.make import payload
from tests.support.answers import assert_problem_shape
from tests.support.letters import Letter, Outboxes, deliver, sha256
from tests.support.servers import LiveServer
from tests.support.waiting import wait_for

KILLS = int(os.environ.get("XANH_KILLS", "10"))
SEED = int(os.environ.get("XANH_SEED", "20261128"))
PHONES = 4
MOST_ANSWERS = 40  # a kill comes at a random one of so many


@pytest.mark.slow
@pytest.mark.timeout(30 + 15 * KILLS)
def test_what_was_acknowledged_survives_every_kill_and_nothing_is_doubled(
    live_server: LiveServer, database_kind: str
) -> None:
    dice, letters = random.Random(SEED), []
    for _ in range(KILLS if database_kind == "sqlite" else max(2, KILLS // 4)):
        sent = send_until_killed(live_server, dice)
        live_server.start()
        with live_server.database.session(writes=False) as session:
            check_sound(session)
            check_kept(session, live_server, sent)
        assert_no_leftovers(live_server)
        deliver(sent, live_server.url)
        assert all(letter.is_done for letter in sent)
        letters += sent
    assert sum(letter.receipt is not None for letter in letters) > KILLS, "the load was no load"
    with live_server.database.session(writes=False) as session:
        check_kept(session, live_server, letters)
        check_once(session, letters)


def test_a_report_that_could_not_be_written_is_not_answered_as_taken(
    client: TestClient, seeded: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Session) -> None:
        raise sa.exc.OperationalError("COMMIT", {}, OSError("the disk is gone"))

    sent = payload()
    with monkeypatch.context() as broken:
        broken.setattr(Session, "commit", fail)
        answer = client.post("/api/complaints", json=sent)
    assert_problem_shape(answer, 503, "unavailable")
    assert int(answer.headers["retry-after"]) > 0
    assert client.post("/api/complaints", json=sent).status_code == 201


def send_until_killed(server: LiveServer, dice: random.Random) -> list[Letter]:
    """The letters that were on their way; some acknowledged, some half, some not."""
    server.database.dispose()  # nobody else holds the files open, as after a power cut
    outboxes = Outboxes(server.url, dice, phones=PHONES)
    after = dice.randint(1, MOST_ANSWERS)
    outboxes.start()
    wait_for(lambda: outboxes.acknowledged >= after or outboxes.faults, every=0.002, what="the load to begin")
    server.kill()
    outboxes.join()
    assert outboxes.faults == []
    return outboxes.letters


def check_sound(session: Session) -> None:
    if session.get_bind().dialect.name == "sqlite":
        assert session.execute(sa.text("PRAGMA integrity_check")).scalars().all() == ["ok"]
        assert session.execute(sa.text("PRAGMA foreign_key_check")).all() == []


def check_kept(session: Session, server: LiveServer, letters: list[Letter]) -> None:
    """Everything acknowledged is there: words, photos byte for byte, copies that open."""
    codes = dict(session.exec(select(Complaint.id, Complaint.code)).all())
    pictures = {picture.id: picture for picture in session.exec(select(Picture))}
    for letter in letters:
        if letter.receipt:
            assert codes[letter.id] == letter.receipt["code"]
        for photo in letter.arrived:
            check_photo(server.settings.media_dir, pictures[photo], letter.photos[photo])
    missing = [p.id for p in pictures.values() if not (server.settings.media_dir / "originals" / p.sha256[:2]).is_dir()]
    assert missing == []


def check_photo(media: Path, picture: Picture, data: bytes) -> None:
    original = media / "originals" / picture.sha256[:2] / picture.sha256
    assert sha256(original.read_bytes()) == picture.sha256 == sha256(data)
    for copy in ("large.jpg", "thumb.webp"):
        with Image.open(media / "derived" / picture.key[:2] / picture.key / copy) as opened:
            opened.load()


def assert_no_leftovers(server: LiveServer) -> None:
    temp = server.settings.media_dir / "temp"
    assert list(temp.iterdir()) == [], "half written files after a start"


def check_once(session: Session, letters: list[Letter]) -> None:
    """Exactly one of each: case, code, photo, and line in the journal."""
    ids = Counter(session.exec(select(Complaint.id)).all())
    assert ids == Counter(letter.id for letter in letters)
    numbers = sorted(int(code.rsplit("-", 1)[1]) for code in session.exec(select(Complaint.code)))
    assert numbers == list(range(1, len(letters) + 1)), "a code was lost or given out twice"
    photos = {photo: letter.id for letter in letters for photo in letter.photos}
    kept = session.exec(select(ComplaintPhoto.id, ComplaintPhoto.complaint_id, ComplaintPhoto.picture_id)).all()
    assert {(photo, case, photo) for photo, case in photos.items()} == {tuple(row) for row in kept}
    assert len(kept) == len(photos) == len(session.exec(select(Picture.id)).all())
    lines = Counter(session.exec(select(Entry.verb).where(col(Entry.subject_kind) == "complaint")).all())
    assert lines == Counter({"submitted": len(letters), "photo_added": len(photos)}) - Counter()
    counted = dict(session.exec(select(Complaint.id, Complaint.photo_count)).all())
    assert counted == {letter.id: len(letter.photos) for letter in letters}
