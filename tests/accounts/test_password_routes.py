"""The doors of changing a password and of one-time links."""

from datetime import timedelta

import pytest
from sqlmodel import select

from api.accounts.models import SignIn
from api.core import secrets
from api.core.web import Guesses
from api.journal.models import Entry
from tests.accounts.make import PASSWORD
from tests.support.answers import assert_problem

NEW = "một mật khẩu mới"


@pytest.fixture
def administrator(sign_in):
    return sign_in("administrator")


@pytest.fixture
def link(administrator, member):
    """The token of a fresh link for `member`."""
    made = administrator.post(f"/api/accounts/{member.id}/password-link")
    return made.json()["url"].partition("#")[2]


def change(client, current=PASSWORD, new=NEW):
    return client.put("/api/session/password", json={"current": current, "new": new})


def set_by_link(client, token, password=NEW):
    return client.put("/api/password-link", json={"token": token, "password": password})


def test_a_changed_password_ends_every_other_session_and_renews_this_one(client, enter, browser, member, database):
    other = browser()
    enter(on=other)
    enter()
    before = client.cookies["__Host-xanh"]
    answer = change(client)
    assert (answer.status_code, answer.content) == (204, b"")
    assert other.get("/api/session").json() == {"account": None}
    assert client.get("/api/session").json()["account"]["login"] == "lan"
    assert client.cookies["__Host-xanh"] != before
    with database.session(writes=False) as session:
        assert len(session.exec(select(SignIn)).all()) == 1
    assert enter("lan", PASSWORD, on=browser()).status_code == 401
    assert enter("lan", NEW, on=browser()).status_code == 200


def test_the_same_words_typed_on_another_keyboard_are_the_same_password(client, enter, browser, member):
    decomposed = "đo\u0300 chie\u0302\u0300u sang ngang"
    assert enter("lan", decomposed).status_code == 200


def test_a_wrong_current_password_is_named_counted_and_makes_one_wait(client, enter, member, wait):
    enter()
    for _ in range(5):
        body = assert_problem(change(client, current="sai"), 422, "current_password_wrong")
        assert body["errors"][0]["field"] == "current"
    waiting = change(client)
    assert_problem(waiting, 429, "sign_in_wait")
    wait(timedelta(seconds=int(waiting.headers["retry-after"])))
    assert change(client).status_code == 204


def test_a_change_of_password_needs_somebody_signed_in(client, member):
    assert_problem(change(client), 401, "sign_in_needed")


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("ngắn quá", "password_too_short"),
        ("matkhau12345", "password_too_common"),
        ("0912 345 678", "password_like_login"),
    ],
)
def test_an_easy_password_is_refused_at_both_doors(client, enter, member, link, password, code):
    enter()
    assert assert_problem(change(client, new=password), 422, code)["errors"][0]["field"] == "new"
    assert assert_problem(set_by_link(client, link, password), 422, code)["errors"][0]["field"] == "password"
    assert set_by_link(client, link).status_code == 200


def test_a_link_says_whose_it_is_and_no_more(client, link):
    answer = client.post("/api/password-link", json={"token": link})
    assert (answer.status_code, answer.json()) == (200, {"name": "Lan", "login": "lan"})
    assert answer.headers["cache-control"] == "no-store"


def test_a_link_sets_the_password_and_signs_in(client, enter, browser, link):
    old = browser()
    enter(on=old)
    answer = set_by_link(client, link)
    assert (answer.status_code, answer.json()["account"]["login"]) == (200, "lan")
    assert client.get("/api/session").json() == answer.json()
    assert old.get("/api/session").json() == {"account": None}
    assert enter("lan", NEW, on=browser()).status_code == 200


def test_a_link_works_once(client, browser, link):
    set_by_link(client, link)
    other = browser()
    assert_problem(set_by_link(other, link, "lần thứ hai đây"), 404, "password_link_invalid")
    assert_problem(other.post("/api/password-link", json={"token": link}), 404, "password_link_invalid")


def test_a_link_ends_after_three_days(client, link, wait):
    wait(timedelta(days=3))
    assert_problem(set_by_link(client, link), 404, "password_link_invalid")


def test_a_new_link_makes_the_older_one_void(client, administrator, member, link):
    administrator.post(f"/api/accounts/{member.id}/password-link")
    assert_problem(set_by_link(client, link), 404, "password_link_invalid")


def test_a_link_of_a_disabled_account_is_void(client, administrator, member, link):
    disabled = administrator.patch(f"/api/accounts/{member.id}", json={"is_active": False}, headers={"If-Match": '"1"'})
    assert disabled.status_code == 200
    assert_problem(set_by_link(client, link), 404, "password_link_invalid")
    refused = administrator.post(f"/api/accounts/{member.id}/password-link")
    assert_problem(refused, 409, "account_disabled")


@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_wrong_links_are_counted_and_honest_ones_are_not(app, client, link, method):
    app.state.guesses = Guesses(per_minute=3)
    for _ in range(5):
        assert client.post("/api/password-link", json={"token": link}).status_code == 200
    body = {"token": "made up"} if method == "POST" else {"token": "made up", "password": NEW}
    for _ in range(3):
        assert_problem(client.request(method, "/api/password-link", json=body), 404, "password_link_invalid")
    limited = client.post("/api/password-link", json={"token": link})
    assert_problem(limited, 429, "too_many")
    assert limited.headers["retry-after"] == "60"


def test_a_made_up_link_costs_no_hashing(client, monkeypatch):
    monkeypatch.setattr(secrets, "hash_password", lambda *_: pytest.fail("hashed for a made-up link"))
    assert_problem(set_by_link(client, "made up"), 404, "password_link_invalid")


def test_passwords_are_hashed_while_nobody_holds_the_writing_turn(client, link, others_can_write):
    assert set_by_link(client, link).status_code == 200
    assert change(client, NEW, "lại một mật khẩu nữa").status_code == 204
    assert others_can_write == ["hash_password", "password_fits", "hash_password"]


def test_the_link_shown_to_the_administrator_keeps_its_secret_out_of_requests(administrator, member, settings):
    made = administrator.post(f"/api/accounts/{member.id}/password-link")
    body = made.json()
    assert made.status_code == 201
    assert body["url"].startswith(f"{settings.public_url}/mat-khau#")
    assert len(body["url"].partition("#")[2]) >= 43
    assert body["qr_svg"].startswith("<svg") and "style=" not in body["qr_svg"]
    assert body["expires_at"].endswith("Z")


def test_no_secret_reaches_the_journal(client, administrator, member, link, database):
    set_by_link(client, link)
    change(client, NEW, "lại một mật khẩu nữa")
    token = client.cookies["__Host-xanh"]
    with database.session(writes=False) as session:
        found = session.exec(select(Entry)).all()
    told = " ".join(str(entry.model_dump()) for entry in found)
    assert {"issue_password_link", "set_password", "change_password"} <= {entry.verb for entry in found}
    for secret in (link, token, NEW, "0912345678"):
        assert secret not in told
