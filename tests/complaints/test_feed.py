"""The Atom feed of published cases: what is in it, for which hamlet and kind, and what never is."""

from xml.etree import ElementTree as xml

import pytest
from fastapi.testclient import TestClient

from api.complaints.models import Status
from api.core.database import Database
from tests.complaints.make import WORDS, contact, make_complaint, send
from tests.places.make import make_hamlet
from tests.support.answers import assert_problem

pytestmark = pytest.mark.usefixtures("seeded")
FEED = "/api/feeds/complaints.atom"
NS = {"a": "http://www.w3.org/2005/Atom"}


def titles(client: TestClient, **asked: str) -> list[str]:
    answer = client.get(FEED, params=asked)
    assert answer.headers["content-type"].startswith("application/atom+xml")
    return [entry.findtext("a:title", "", NS) for entry in xml.fromstring(answer.content).findall("a:entry", NS)]


def test_E6_the_newest_published_cases_come_as_a_feed(client: TestClient) -> None:
    first, second = send(client), send(client, category="burning")
    found = titles(client)
    assert [title[:10] for title in found] == [second["code"], first["code"]]
    feed = xml.fromstring(client.get(FEED).content)
    entry = feed.find("a:entry", NS)
    assert entry is not None
    assert entry.findtext("a:id", "", NS).endswith(f"/phan-anh/{second['code']}")
    assert entry.findtext("a:published", "", NS).endswith("T00:00:00+07:00")
    assert titles(client, category="burning") == found[:1]


def test_E6_a_hamlet_has_a_feed_of_its_own(client: TestClient, database: Database) -> None:
    with database.session(writes=True) as session:
        make_complaint(session, hamlet="Thôn Mẫu 3")
        make_complaint(session, hamlet="Thôn Mẫu 5")
        hamlet = str(make_hamlet(session, "Thôn Mẫu 5").id)
    assert [title.endswith("Thôn Mẫu 5") for title in titles(client, hamlet=hamlet)] == [True]
    assert_problem(client.get(FEED, params={"hamlet": "thôn"}), 422, "invalid")


def test_E6_the_feed_is_kept_until_something_changes(client: TestClient) -> None:
    send(client)
    etag = client.get(FEED).headers["etag"]
    assert client.get(FEED, headers={"If-None-Match": etag}).status_code == 304
    send(client)
    assert client.get(FEED, headers={"If-None-Match": etag}).status_code == 200


def test_E6_nothing_personal_and_nothing_hidden_is_in_the_feed(client: TestClient, database: Database) -> None:
    send(client, contact=contact())
    with database.session(writes=True) as session:
        make_complaint(session).is_hidden = True
        make_complaint(session, status=Status.WITHDRAWN)
    text = client.get(FEED).text
    assert len(titles(client)) == 1
    assert not any(secret in text for secret in ("Người Báo", "0912345678", WORDS, "106.17", "20.90"))
