"""The doors of signing in and out and of one's devices."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from http.cookies import SimpleCookie
from statistics import median

import pytest
from sqlmodel import select

from api.accounts.access import COOKIE, DEVICE_COOKIE
from api.accounts.models import Account, FailedSignIn, Role, SignIn
from api.accounts.permissions import Permission, Reach, reach
from api.core import secrets
from tests.accounts.make import make_account, make_member
from tests.support.answers import assert_problem

ANDROID = "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36"


def cookie(answer, name):
    found = SimpleCookie()
    for header in answer.headers.get_list("set-cookie"):
        found.load(header)
    return found[name]


def test_nobody_is_signed_in_at_first(client):
    answer = client.get("/api/session")
    assert (answer.status_code, answer.json()) == (200, {"account": None})
    assert answer.headers["cache-control"] == "no-store"


def test_signing_in_tells_who_one_is_and_what_one_may_do(client, enter, member):
    answer = enter("LAN")
    assert answer.status_code == 200
    may = [one for one in Permission if reach(Role.LEADER, one, in_hotline_unit=False) is not Reach.NONE]
    assert answer.json()["account"] == {
        "id": str(member.id), "name": "Lan", "login": "lan", "phone": "0912345678", "role": "leader", "unit": None,
        "hamlet": None, "permissions": may,
    }  # fmt: skip
    assert "read_complaints" in may and "manage_accounts" not in may
    assert client.get("/api/session").json() == answer.json()


def test_a_phone_signs_in_too(enter, member):
    assert enter("+84 912 345 678").status_code == 200


def test_unit_and_hamlet_are_named(sign_in):
    unit = sign_in("officer").get("/api/session").json()["account"]["unit"]
    assert (unit["name"], unit["is_hotline"]) == ("Phòng Kinh tế", True)
    head = sign_in("hamlet_head", hamlet="Thôn Mẫu 5").get("/api/session").json()["account"]
    assert head["hamlet"]["name"] == "Thôn Mẫu 5"


@pytest.mark.parametrize("name", [COOKIE, DEVICE_COOKIE])
def test_the_cookies_are_out_of_reach_of_scripts_and_other_sites(enter, member, name):
    given = cookie(enter(), name)
    assert name.startswith("__Host-") and len(given.value) >= 43
    assert given["httponly"] and given["secure"]
    assert (given["samesite"].lower(), given["path"], given["domain"]) == ("strict", "/", "")


def test_the_session_cookie_lives_as_long_as_the_longest_session(enter, member, settings):
    assert int(cookie(enter(), COOKIE)["max-age"]) == settings.session_max_days * 86_400


def test_unknown_wrong_and_disabled_are_one_and_the_same_answer(enter, browser, member, database):
    with database.session(writes=True) as session:
        make_member(session, login="khoa").is_active = False
        make_account(session, login="chua.dat")
    answers = [enter("khong.co"), enter("lan", "sai"), enter("khoa"), enter("chua.dat"), enter("0900000000")]
    bodies = [{**assert_problem(answer, 401, "sign_in_refused"), "request_id": ""} for answer in answers]
    assert all(body == bodies[0] for body in bodies)
    assert all("set-cookie" not in answer.headers for answer in answers)


def test_each_refusal_costs_exactly_one_judged_password(enter, member, monkeypatch):
    judged = []
    real = secrets.password_fits

    def counted(password, hashed, memory_kib):
        judged.append(hashed is None)
        return real(password, hashed, memory_kib)

    monkeypatch.setattr(secrets, "password_fits", counted)
    enter("khong.co")
    enter("lan", "sai")
    assert judged == [True, False]


@pytest.mark.one_database
def test_a_known_and_an_unknown_name_are_refused_in_like_time(client, enter, member, database, settings):
    settings.password_memory_kib = 16_384
    with database.session(writes=True) as session:
        session.get(Account, member.id).password_hash = secrets.hash_password("mật khẩu rất dài", 16_384)
    enter("khong.co")
    taken = {"lan": [], "khong.co": []}
    for _ in range(3):
        for name, times in taken.items():
            began = time.perf_counter()
            assert enter(name, "sai").status_code == 401
            times.append(time.perf_counter() - began)
    known, unknown = median(taken["lan"]), median(taken["khong.co"])
    assert max(known, unknown) / min(known, unknown) < 3


def test_a_password_is_judged_while_nobody_holds_the_writing_turn(enter, member, others_can_write):
    assert enter().status_code == 200
    assert others_can_write == ["password_fits"]


def test_failures_are_kept_although_the_request_fails_and_make_one_wait(enter, member, wait, database):
    for _ in range(5):
        assert_problem(enter("lan", "sai"), 401, "sign_in_refused")
    with database.session(writes=False) as session:
        assert len(session.exec(select(FailedSignIn)).all()) == 10
    waiting = enter()
    body = assert_problem(waiting, 429, "sign_in_wait")
    seconds = int(waiting.headers["retry-after"])
    assert 10 <= seconds <= 15
    assert f"Xin đợi {seconds} giây" in body["detail"]
    wait(timedelta(seconds=seconds))
    assert enter().status_code == 200


def test_a_forwarded_header_does_not_help(client, enter, member):
    for number in range(21):
        client.headers["X-Forwarded-For"] = f"198.51.100.{number}"
        assert enter(f"ten{number}", "sai").status_code == 401
    assert_problem(enter("khac", "sai"), 429, "sign_in_wait")


def test_tries_sent_all_at_once_are_limited_like_those_sent_one_by_one(enter, browser, member, database):
    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(lambda _: enter("lan", "sai", on=browser()).status_code, range(12)))
    assert set(answers) == {401, 429}
    most = 5 if database.is_sqlite else 8  # PostgreSQL has four writing turns at once
    assert answers.count(401) <= most


def test_the_owner_on_a_known_device_is_not_locked_out_by_others(client, enter, browser, member):
    enter()
    client.delete("/api/session")
    stranger = browser()
    for _ in range(5):
        enter("lan", "sai", on=stranger)
    assert enter("lan", on=stranger).status_code == 429
    assert enter().status_code == 200


def test_a_cookie_planted_before_signing_in_is_worth_nothing_after_it(client, enter, member):
    client.cookies.set(COOKIE, "planted", domain="localhost.local", path="/")
    given = cookie(enter(), COOKIE).value
    assert given != "planted"
    client.cookies.clear()
    assert client.get("/api/session", headers={"Cookie": f"{COOKIE}=planted"}).json() == {"account": None}


def test_every_sign_in_has_a_new_token_and_ends_the_one_before(client, enter, member, database):
    first, second = cookie(enter(), COOKIE).value, cookie(enter(), COOKIE).value
    assert first != second
    with database.session(writes=False) as session:
        assert session.exec(select(SignIn)).one().token_hash == secrets.digest(second)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_cannot_sign_anybody_in_or_out(client, enter, member, site):
    client.headers["Sec-Fetch-Site"] = site
    assert_problem(enter(), 403, "cross_site")
    assert_problem(client.delete("/api/session"), 403, "cross_site")


def test_a_form_of_another_page_is_not_read(client, member):
    sent = client.post("/api/session", data={"login": "lan", "password": "x"})
    assert sent.status_code == 422


@pytest.mark.parametrize(
    "body",
    [{}, {"login": "lan"}, {"login": "", "password": "x"}, {"login": "a" * 61, "password": "x"},
     {"login": "lan", "password": "x" * 201}, {"login": "lan", "password": "x", "role": "administrator"},
     {"login": ["lan"], "password": "x"}, {"login": "a\x00b", "password": "x"}],
)  # fmt: skip
def test_a_malformed_try_is_named_field_by_field(client, body):
    assert assert_problem(client.post("/api/session", json=body), 422, "invalid")["errors"]


def test_a_lone_surrogate_in_a_password_is_a_malformed_try(client, member):
    raw = b'{"login": "lan", "password": "\\ud800"}'
    sent = client.post("/api/session", content=raw, headers={"Content-Type": "application/json"})
    assert sent.status_code in (400, 422)


def test_signing_out_ends_the_session_and_keeps_the_outbox(client, enter, member):
    token = cookie(enter(), COOKIE).value
    answer = client.delete("/api/session")
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["clear-site-data"] == '"cache"'
    gone = cookie(answer, COOKIE)
    assert (gone["max-age"], gone["path"], bool(gone["secure"])) == ("0", "/", True)
    assert client.get("/api/session", headers={"Cookie": f"{COOKIE}={token}"}).json() == {"account": None}


def test_signing_out_twice_is_no_fault(client):
    assert client.delete("/api/session").status_code == 204


def test_devices_are_listed_with_names_their_owner_knows(client, enter, browser, member):
    phone = browser()
    phone.headers["User-Agent"] = ANDROID
    enter(on=phone)
    enter()
    devices = client.get("/api/session/devices").json()
    assert [(one["label"], one["is_current"]) for one in devices] == [
        ("Thiết bị không rõ", True), ("Chrome trên Android", False),
    ]  # fmt: skip
    assert set(devices[0]) == {"id", "label", "created_at", "last_seen_at", "is_current"}
    assert devices[0]["created_at"].endswith("Z")


def test_a_lost_device_is_signed_out_from_another(client, enter, browser, member):
    phone = browser()
    enter(on=phone)
    enter()
    lost = client.get("/api/session/devices").json()[1]["id"]
    assert client.delete(f"/api/session/devices/{lost}").status_code == 204
    assert phone.get("/api/session").json() == {"account": None}
    assert client.get("/api/session").json()["account"]
    assert_problem(client.delete(f"/api/session/devices/{lost}"), 404, "device_not_found")


def test_nobody_signs_the_device_of_another_out(client, enter, member, sign_in):
    enter()
    mine = client.get("/api/session/devices").json()[0]["id"]
    assert_problem(sign_in("administrator").delete(f"/api/session/devices/{mine}"), 404, "device_not_found")
    assert client.get("/api/session").json()["account"]


def test_only_a_change_keeps_a_session_fresh(client, enter, member, wait, database):
    enter()
    wait(timedelta(hours=2))
    client.get("/api/session/devices")
    with database.session(writes=False) as session:
        row = session.exec(select(SignIn)).one()
        assert row.last_seen_at == row.created_at
    client.post("/api/password-link", json={"token": "x"})
    client.delete("/api/session/devices/00000000-0000-4000-8000-000000000000")
    client.put("/api/session/password", json={"current": "sai", "new": "một mật khẩu khác"})
    with database.session(writes=False) as session:
        row = session.exec(select(SignIn)).one()
        assert row.last_seen_at - row.created_at >= timedelta(hours=2)


def test_a_session_left_alone_for_a_month_is_over(client, enter, member, wait):
    enter()
    wait(timedelta(days=30))
    assert_problem(client.get("/api/session/devices"), 401, "sign_in_needed")
