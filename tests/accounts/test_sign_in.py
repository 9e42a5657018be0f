"""Signing in, staying signed in, and what wrong passwords cost."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, select

from api.accounts import passwords, queries, rules, sign_in
from api.accounts.models import Account, FailedSignIn, PasswordLink, SignIn
from api.accounts.rules import Person
from api.accounts.sign_in import Entered, Judged, SignInRefused, Visit
from api.core import secrets
from api.core.settings import Settings
from api.journal.models import Entry
from tests.accounts.make import MEMORY_KIB, PASSWORD, hash_of, make_member

HOME = Visit("203.0.113.7")
AWAY = Visit("198.51.100.9")


@pytest.fixture
def member(session: Session) -> Account:
    return make_member(session, login="lan", phone="0912345678")


@pytest.fixture
def attempt(session: Session, settings: Settings, now: datetime):
    """attempt("lan", password) from somewhere, a number of seconds from now."""

    def tried(login: str, password: str = PASSWORD, visit: Visit = HOME, *, after: float = 0) -> Entered:
        moment = now + timedelta(seconds=after)
        candidate = sign_in.look_up(session, login, visit, settings=settings, now=moment)
        fits = secrets.password_fits(password, candidate.password_hash, MEMORY_KIB)
        return sign_in.enter(session, Judged(candidate, fits), visit, settings=settings, now=moment)

    return tried


def fail(attempt, login: str = "lan", visit: Visit = HOME, *, times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(SignInRefused):
            attempt(login, "sai mật khẩu rồi", visit)


@pytest.mark.parametrize("login", ["lan", "LAN", " Lan ", "0912345678", "+84 912 345 678", "0912.345.678"])
def test_a_name_in_any_case_and_a_phone_in_any_form_open_the_same_door(attempt, member, login):
    assert attempt(login).account == member


def test_only_the_digest_of_a_token_is_stored(session, attempt, member):
    entered = attempt("lan")
    row = session.exec(select(SignIn)).one()
    assert len(entered.token) >= 43
    assert row.token_hash == secrets.digest(entered.token) != entered.token
    assert entered.token not in repr(entered) and entered.device not in repr(entered)


def test_a_disabled_account_is_refused_with_the_right_password(session, attempt, member):
    member.is_active = False
    session.flush()
    with pytest.raises(SignInRefused):
        attempt("lan")


def test_an_account_without_a_password_is_refused(session, attempt, member):
    member.password_hash = None
    session.flush()
    with pytest.raises(SignInRefused):
        attempt("lan", "")


def test_a_password_changed_while_the_old_one_was_judged_does_not_fit(session, settings, now, member):
    candidate = sign_in.look_up(session, "lan", HOME, settings=settings, now=now)
    member.password_hash = hash_of("một mật khẩu khác")
    session.flush()
    with pytest.raises(SignInRefused):
        sign_in.enter(session, Judged(candidate, True), HOME, settings=settings, now=now)


def test_after_five_failures_even_the_right_password_waits(attempt, member):
    fail(attempt, times=5)
    with pytest.raises(rules.SignInWait):
        attempt("lan", after=14)
    assert attempt("lan", after=15)


def test_failures_follow_the_name_to_another_address(attempt, member):
    fail(attempt, times=5)
    with pytest.raises(rules.SignInWait):
        attempt("lan", visit=AWAY)


def test_failures_follow_the_address_to_other_names(attempt, member):
    for number in range(21):
        fail(attempt, f"ten{number}")
    with pytest.raises(rules.SignInWait):
        attempt("lan")
    assert attempt("lan", visit=AWAY)


def test_an_unknown_name_waits_exactly_as_a_known_one(attempt, member):
    fail(attempt, "khong.co", times=5)
    with pytest.raises(rules.SignInWait) as unknown:
        attempt("khong.co")
    fail(attempt, "lan", AWAY, times=5)
    with pytest.raises(rules.SignInWait) as known:
        attempt("lan", visit=AWAY)
    assert (unknown.value.sentence, unknown.value.retry_after) == (known.value.sentence, known.value.retry_after)


def test_waiting_for_a_name_does_not_tell_whose_phone_it_is(attempt, member):
    fail(attempt, "lan", times=5)
    fail(attempt, "0912345678", AWAY)


def test_of_many_tries_judged_at_once_only_the_first_five_are_answered(session, settings, now, member):
    judged = [Judged(sign_in.look_up(session, "lan", HOME, settings=settings, now=now), n == 9) for n in range(10)]
    answers = []
    for one in judged:
        with pytest.raises((SignInRefused, rules.SignInWait)) as raised:
            sign_in.enter(session, one, HOME, settings=settings, now=now)
        answers.append(type(raised.value))
    assert answers == [SignInRefused] * 5 + [rules.SignInWait] * 5


def test_a_known_device_is_not_locked_out_by_the_guesses_of_others(attempt, member):
    known = Visit(HOME.address, device=attempt("lan").device)
    for number in range(21):
        fail(attempt, f"ten{number}")
    fail(attempt, "lan", AWAY, times=5)
    assert attempt("lan", visit=known)


def test_a_known_device_has_a_limit_of_its_own(attempt, member):
    known = Visit(HOME.address, device=attempt("lan").device)
    fail(attempt, "lan", known, times=5)
    with pytest.raises(rules.SignInWait):
        attempt("lan", visit=known)
    assert attempt("lan", visit=AWAY)


def test_a_device_is_known_for_its_own_account_and_password_only(session, settings, member):
    other = make_member(session, login="khac")
    device = sign_in.new_device(settings.secret, member)
    assert sign_in.is_known_device(settings.secret, member, device)
    assert not sign_in.is_known_device(settings.secret, other, device)
    for made_up in ("", ".", device[:-1], f"x{device}", "ạ.ợ"):
        assert not sign_in.is_known_device(settings.secret, member, made_up)
    member.password_hash = hash_of("một mật khẩu khác")
    assert not sign_in.is_known_device(settings.secret, member, device)


def test_the_right_password_wipes_the_failures_of_the_account_not_of_the_address(session, attempt, member):
    fail(attempt, times=3)
    fail(attempt, "0912345678", times=2)
    attempt("lan")
    assert len(session.exec(select(FailedSignIn)).all()) == 5
    fail(attempt, times=4)
    assert attempt("lan")


def test_failures_are_forgotten_after_half_an_hour_and_swept(session, attempt, member):
    fail(attempt, times=5)
    later = rules.FAILURE_MEMORY.total_seconds()
    with pytest.raises(SignInRefused):
        attempt("lan", "sai", after=later)
    assert len(session.exec(select(FailedSignIn)).all()) == 2


def test_neither_name_nor_address_is_stored_with_a_failure(session, attempt, member):
    fail(attempt, "0912345678")
    for failure in session.exec(select(FailedSignIn)):
        assert len(failure.key) == 64
        assert "0912345678" not in failure.key and HOME.address not in failure.key


def test_a_new_sign_in_replaces_that_of_the_same_device_and_sweeps_the_ended(session, settings, now, attempt, member):
    old = attempt("lan")
    other = attempt("lan", visit=AWAY)
    sign_in.start(session, make_member(session, login="xua"), AWAY, settings=settings, now=now - timedelta(days=31))
    new = attempt("lan", visit=Visit(HOME.address, token=old.token))
    assert queries.signed_in(session, old.token, now=now) is None
    alive = {row.token_hash for row in session.exec(select(SignIn))}
    assert alive == {secrets.digest(other.token), secrets.digest(new.token)}


def test_use_keeps_a_sign_in_alive_at_most_once_an_hour_and_never_past_its_end(session, settings, now, attempt, member):
    attempt("lan")
    row = session.exec(select(SignIn)).one()
    sign_in.touch(session, row, settings=settings, now=now + timedelta(minutes=59))
    assert (row.last_seen_at, row.expires_at) == (now, now + timedelta(days=30))
    sign_in.touch(session, row, settings=settings, now=now + timedelta(hours=1))
    assert row.expires_at == now + timedelta(days=30, hours=1)
    sign_in.touch(session, row, settings=settings, now=now + timedelta(days=89))
    assert row.expires_at == now + timedelta(days=90)


def test_a_sign_in_is_over_at_its_end_and_with_its_account(session, now, attempt, member):
    token = attempt("lan").token
    assert queries.signed_in(session, token, now=now + timedelta(days=29))
    assert queries.signed_in(session, token, now=now + timedelta(days=30)) is None
    member.is_active = False
    session.flush()
    assert queries.signed_in(session, token, now=now) is None


def link_token(session: Session, account: Account, settings: Settings, now: datetime) -> str:
    return passwords.issue_link(session, account, settings=settings, now=now).url.partition("#")[2]


def test_a_link_is_stored_hashed_and_works_once_within_three_days(session, settings, now, member):
    token = link_token(session, member, settings, now)
    assert session.exec(select(PasswordLink)).one().token_hash == secrets.digest(token)
    with pytest.raises(queries.PasswordLinkInvalid):
        queries.require_link(session, token, now=now + timedelta(days=3))
    late = now + timedelta(days=3, seconds=-1)
    passwords.use_link(session, token, hash_of("một mật khẩu khác"), HOME, settings=settings, now=late)
    with pytest.raises(queries.PasswordLinkInvalid):
        passwords.use_link(session, token, hash_of(), HOME, settings=settings, now=late)


def test_a_link_of_a_disabled_account_is_void_even_if_it_was_kept(session, settings, now, member):
    token = link_token(session, member, settings, now)
    member.is_active = False
    with pytest.raises(queries.PasswordLinkInvalid):
        queries.require_link(session, token, now=now)


def test_a_new_link_makes_the_older_one_void(session, settings, now, member):
    old = link_token(session, member, settings, now)
    link_token(session, member, settings, now)
    with pytest.raises(queries.PasswordLinkInvalid):
        queries.require_link(session, old, now=now)


def test_a_link_ends_every_sign_in_and_every_waiting(session, settings, now, attempt, member):
    attempt("lan")
    fail(attempt, times=5)
    token = link_token(session, member, settings, now)
    entered = passwords.use_link(session, token, hash_of("một mật khẩu khác"), AWAY, settings=settings, now=now)
    assert session.exec(select(SignIn)).one().token_hash == secrets.digest(entered.token)
    assert attempt("lan", "một mật khẩu khác")


def test_a_password_is_not_changed_on_a_proof_that_has_been_overtaken(session, settings, now, member):
    proven = passwords.prove(member, PASSWORD, "một mật khẩu khác", MEMORY_KIB)
    member.password_hash = hash_of("vừa đổi ở máy khác")
    with pytest.raises(passwords.CurrentPasswordWrong):
        passwords.change(session, proven, HOME, by=Person(member), settings=settings, now=now)


def test_a_proof_of_one_person_does_not_change_the_password_of_another(session, settings, now, member):
    proven = passwords.prove(member, PASSWORD, "một mật khẩu khác", MEMORY_KIB)
    other = make_member(session, login="khac")
    with pytest.raises(passwords.CurrentPasswordWrong):
        passwords.change(session, proven, HOME, by=Person(other), settings=settings, now=now)


def test_the_journal_tells_everything_but_secrets(session, settings, now, attempt, member):
    entered = attempt("lan", visit=Visit(HOME.address, "Mozilla/5.0 (Linux; Android 14) Chrome/140.0"))
    token = link_token(session, member, settings, now)
    used = passwords.use_link(session, token, hash_of("một mật khẩu khác"), HOME, settings=settings, now=now)
    sign_in.end_devices(session, member, by=Person(member), now=now)
    found = session.exec(select(Entry)).all()
    assert {entry.verb for entry in found} == {"sign_in", "issue_password_link", "set_password", "end_devices"}
    told = " ".join(f"{entry.actor} {entry.detail}" for entry in found)
    assert "Chrome trên Android" in told
    for secret in (entered.token, entered.device, token, used.token, "0912345678", HOME.address):
        assert secret not in told


def test_the_picture_of_a_link_is_plain_and_sharp(session, settings, now, member):
    url = passwords.issue_link(session, member, settings=settings, now=now).url
    picture = passwords.qr_svg(url)
    assert picture.startswith('<svg shape-rendering="crispEdges"') and picture.endswith("</svg>")
    assert "style" not in picture and "<script" not in picture and "viewBox" in picture
