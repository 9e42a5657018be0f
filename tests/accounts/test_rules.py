"""Waiting, reach, posts, passwords and device names, decided without a database."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from api.accounts import rules
from api.accounts.device_labels import device_label
from api.accounts.models import Account, Role, Unit
from api.accounts.passwords import COMMON
from api.accounts.permissions import REACH, Permission, Reach
from api.accounts.rules import Counter, Person, Tally
from api.core import errors

NOW = datetime(2026, 11, 28, 1, 0, tzinfo=UTC)


def person(role: Role, *, hotline: bool = False) -> Person:
    unit = Unit(id=uuid4(), code="PKT", name="Phòng Kinh tế", is_hotline=hotline) if role is Role.OFFICER else None
    hamlet_id = uuid4() if role is Role.HAMLET_HEAD else None
    account = Account(
        id=uuid4(), name="Lan", login="nguyen.lan", phone="0912345678", role=role, hamlet_id=hamlet_id,
        unit_id=unit.id if unit else None, created_at=NOW,
    )  # fmt: skip
    return Person(account, unit)


def tally(failures: int, *, seconds_ago: float = 0, free: int = rules.FREE_FAILURES) -> Tally:
    return Tally(Counter("key", free), failures, NOW - timedelta(seconds=seconds_ago))


def test_the_first_four_failures_cost_no_waiting() -> None:
    assert [rules.delay_after(n) for n in range(5)] == [timedelta(0)] * 5


def test_the_waiting_doubles_and_stops_growing_at_a_quarter_of_an_hour() -> None:
    seconds = [rules.delay_after(n).total_seconds() for n in (5, 6, 7, 10, 11, 12, 10_000)]
    assert seconds == [15, 30, 60, 480, 900, 900, 900]


def test_an_address_may_fail_twenty_times_because_many_share_it() -> None:
    rules.check_wait([tally(20, free=rules.FREE_FAILURES_OF_AN_ADDRESS)], NOW)
    with pytest.raises(rules.SignInWait):
        rules.check_wait([tally(21, free=rules.FREE_FAILURES_OF_AN_ADDRESS)], NOW)


def test_the_longest_waiting_counts_and_is_said_in_words() -> None:
    with pytest.raises(rules.SignInWait) as raised:
        rules.check_wait([tally(5), tally(8, seconds_ago=30)], NOW)
    assert raised.value.retry_after == 90
    assert raised.value.sentence == "Sai mật khẩu nhiều lần. Xin đợi 2 phút rồi thử lại."


def test_a_short_waiting_is_said_in_seconds_and_ends() -> None:
    with pytest.raises(rules.SignInWait, match="15 giây"):
        rules.check_wait([tally(5)], NOW)
    rules.check_wait([tally(5, seconds_ago=15)], NOW)


def test_nobody_waits_without_failures() -> None:
    rules.check_wait([], NOW)


def test_the_table_has_a_cell_for_every_permission_and_role() -> None:
    assert set(REACH) == set(Permission)
    assert all(set(cells) == set(Role) for cells in REACH.values())


@pytest.mark.parametrize(
    ("role", "hotline", "permission", "cell"),
    [
        (Role.ADMINISTRATOR, False, Permission.MANAGE_ACCOUNTS, Reach.ALL),
        (Role.ADMINISTRATOR, False, Permission.READ_CONTACTS, Reach.NONE),
        (Role.OFFICER, True, Permission.TRIAGE_COMPLAINTS, Reach.ALL),
        (Role.OFFICER, False, Permission.TRIAGE_COMPLAINTS, Reach.NONE),
        (Role.OFFICER, True, Permission.HANDLE_COMPLAINTS, Reach.ALL),
        (Role.OFFICER, False, Permission.HANDLE_COMPLAINTS, Reach.UNIT),
        (Role.HAMLET_HEAD, False, Permission.RECORD_CLEANUPS, Reach.HAMLET),
        (Role.FRONT, False, Permission.ADD_FINDINGS, Reach.ALL),
        (Role.LEADER, False, Permission.ADD_FINDINGS, Reach.NONE),
    ],
)
def test_the_table_is_read_as_it_is_written(role: Role, hotline: bool, permission: Permission, cell: Reach) -> None:
    who = person(role, hotline=hotline)
    assert who.reach(permission) is cell
    assert who.may(permission) is (cell is not Reach.NONE)
    assert (permission in who.permissions) is who.may(permission)


def test_an_officer_reaches_only_what_is_given_to_their_unit() -> None:
    officer = person(Role.OFFICER)
    rules.check_reach(officer, Permission.HANDLE_COMPLAINTS, unit_id=officer.account.unit_id)
    for elsewhere in (uuid4(), None):
        with pytest.raises(errors.NotAllowed):
            rules.check_reach(officer, Permission.HANDLE_COMPLAINTS, unit_id=elsewhere)


def test_a_hamlet_head_reaches_only_their_own_hamlet() -> None:
    head = person(Role.HAMLET_HEAD)
    rules.check_reach(head, Permission.RECORD_CLEANUPS, hamlet_id=head.account.hamlet_id)
    for elsewhere in (uuid4(), None):
        with pytest.raises(errors.NotAllowed):
            rules.check_reach(head, Permission.RECORD_CLEANUPS, hamlet_id=elsewhere)


def test_the_hotline_reaches_what_belongs_to_no_unit() -> None:
    rules.check_reach(person(Role.OFFICER, hotline=True), Permission.HANDLE_COMPLAINTS)


@pytest.mark.parametrize("role", list(Role))
def test_each_role_has_its_own_post_and_no_other(role: Role) -> None:
    unit_id = uuid4() if role is Role.OFFICER else None
    hamlet_id = uuid4() if role is Role.HAMLET_HEAD else None
    rules.check_post(role, unit_id, hamlet_id)
    with pytest.raises(rules.PostRejected) as raised:
        rules.check_post(role, None if unit_id else uuid4(), hamlet_id)
    assert raised.value.field == "unit_id"
    with pytest.raises(rules.PostRejected) as raised:
        rules.check_post(role, unit_id, None if hamlet_id else uuid4())
    assert raised.value.field == "hamlet_id"


@pytest.mark.parametrize(
    ("password", "error"),
    [
        ("mười một ký", rules.PasswordTooShort),
        ("123 456 7890", rules.PasswordTooCommon),
        ("Mật Khẩu 123", rules.PasswordTooCommon),
        ("anh yêu em 123", rules.PasswordTooCommon),
        ("abababababab", rules.PasswordTooCommon),
        ("Nguyen . Lan", rules.PasswordLikeLogin),
        ("ng uy en.lan", rules.PasswordLikeLogin),
        ("+84 912 345 678", rules.PasswordLikeLogin),
    ],
)
def test_an_easy_password_is_refused_in_words(password: str, error: type[errors.Rejected]) -> None:
    with pytest.raises(error) as raised:
        rules.check_password(password, person(Role.LEADER).account, COMMON, field="new")
    assert raised.value.field == "new"


def test_a_sentence_is_a_good_password() -> None:
    rules.check_password("đò chiều sang ngang", person(Role.LEADER).account, COMMON, field="new")


def test_every_common_password_of_the_file_would_else_pass() -> None:
    """The file holds them without the blanks that make some of them long enough."""
    assert len(COMMON) > 200
    assert all(len(word) >= rules.SHORTEST_PASSWORD - 2 and word == word.lower() for word in COMMON)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        (" Nguyen.LAN ", "nguyen.lan"),
        ("Nguyễn.Lan", "nguyen.lan"),
        ("+84 912-345.678", "0912345678"),
        ("912345678", "912345678"),
    ],
)
def test_a_name_is_folded_and_a_phone_is_brought_to_ten_digits(typed: str, key: str) -> None:
    assert rules.login_key(typed) == key


@pytest.mark.parametrize(
    ("address", "block"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:aaaa::1", "2001:0db8:0001:0002"),
        ("2001:db8:1:2:bbbb::9", "2001:0db8:0001:0002"),
        ("testclient", "testclient"),
    ],
)
def test_all_addresses_of_one_subscriber_count_as_one(address: str, block: str) -> None:
    assert rules.address_block(address) == block


def test_a_sign_in_ends_after_idle_days_and_never_later_than_its_absolute_end() -> None:
    assert rules.alive_until(NOW, NOW, idle_days=30, max_days=90) == NOW + timedelta(days=30)
    later = NOW + timedelta(days=80)
    assert rules.alive_until(NOW, later, idle_days=30, max_days=90) == NOW + timedelta(days=90)


WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
CHROME = f"Mozilla/5.0 (Linux; Android 14; SM-A155F) {WEBKIT} Chrome/140.0.0.0 Mobile Safari/537.36"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1"
WINDOWS = f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/140.0.0.0 Safari/537.36"


@pytest.mark.parametrize(
    ("user_agent", "label"),
    [
        (CHROME, "Chrome trên Android"),
        (SAFARI, "Safari trên iPhone"),
        (WINDOWS, "Chrome trên Windows"),
        (f"{WINDOWS} Edg/140.0", "Edge trên Windows"),
        (WINDOWS.replace("Chrome", "coc_coc_browser/140 Chrome"), "Cốc Cốc trên Windows"),
        (f"{CHROME} Zalo android/12345", "Zalo trên Android"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox trên Linux"),
        ("Mozilla/5.0 (Linux; Android 14)", "Trình duyệt trên Android"),
        ("<script>alert(1)</script>", "Thiết bị không rõ"),
        ("", "Thiết bị không rõ"),
    ],
)
def test_a_device_is_named_so_that_its_owner_knows_it(user_agent: str, label: str) -> None:
    assert device_label(user_agent) == label
