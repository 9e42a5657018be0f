"""Accounts, units and the first administrator: what administrators may change and what they may not."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from sqlmodel import Session, col, select

from api.accounts import actions, passwords, queries, rules, schemas, sign_in
from api.accounts.models import Account, PasswordLink, Role, SignIn
from api.accounts.rules import Person
from api.accounts.sign_in import Visit
from api.core import errors
from api.core.settings import Settings
from api.journal.models import Entry
from tests.accounts.make import make_account, make_member, make_person, make_unit
from tests.places.make import make_hamlet


@pytest.fixture
def by(session: Session) -> Person:
    return Person(make_member(session, role=Role.ADMINISTRATOR))


def new_account(**facts: object) -> schemas.NewAccount:
    return schemas.NewAccount.model_validate({"name": "Lan", "login": "Nguyễn.Lan", "role": "leader", **facts})


def change(**facts: object) -> schemas.AccountChange:
    return schemas.AccountChange.model_validate(facts)


def entries(session: Session, verb: str) -> list[Entry]:
    return list(session.exec(select(Entry).where(Entry.verb == verb).order_by(col(Entry.id))))


def test_a_new_account_is_folded_cleaned_and_in_the_journal_without_its_phone(session, now, by):
    account, is_new = actions.create_account(session, new_account(phone="+84 912 345 678"), by=by, now=now)
    assert (is_new, account.login, account.phone, account.version) == (True, "nguyen.lan", "0912345678", 1)
    assert account.password_hash is None
    entry = entries(session, "create_account")[0]
    assert (entry.actor_id, entry.subject_id) == (by.id, account.id)
    assert entry.detail == {"role": "leader", "login": "nguyen.lan"}


def test_the_same_account_sent_again_is_made_once(session, now, by):
    sent = new_account(id=str(uuid4()))
    first, _ = actions.create_account(session, sent, by=by, now=now)
    again, is_new = actions.create_account(session, sent, by=by, now=now)
    assert (again, is_new) == (first, False)
    with pytest.raises(actions.AccountIdTaken):
        actions.create_account(session, new_account(id=str(sent.id), name="Khác"), by=by, now=now)


def test_a_login_and_a_phone_belong_to_one_account(session, now, by):
    actions.create_account(session, new_account(phone="0912345678"), by=by, now=now)
    with pytest.raises(actions.LoginTaken) as login:
        actions.create_account(session, new_account(), by=by, now=now)
    with pytest.raises(actions.PhoneTaken) as phone:
        actions.create_account(session, new_account(login="khac", phone="0912.345.678"), by=by, now=now)
    assert (login.value.field, phone.value.field) == ("login", "phone")


def test_an_officer_cannot_belong_to_a_unit_no_longer_used(session, now, by):
    unit = make_unit(session, "TTDV")
    unit.is_active = False
    for unit_id in (unit.id, uuid4()):
        with pytest.raises(actions.UnitNotUsable):
            actions.create_account(session, new_account(role="officer", unit_id=unit_id), by=by, now=now)


def test_a_change_made_against_an_old_version_is_refused_with_the_present_one(session, now, by):
    account = make_account(session, role=Role.LEADER)
    actions.change_account(session, account.id, change(name="Mới"), version=1, by=by, now=now)
    with pytest.raises(errors.Stale) as stale:
        actions.change_account(session, account.id, change(name="Cũ"), version=1, by=by, now=now)
    current = stale.value.extra["current"]
    assert (current.name, current.version) == ("Mới", 2)


def test_a_change_that_changes_nothing_leaves_version_and_journal_alone(session, now, by):
    account = make_account(session, role=Role.LEADER, name="Lan")
    actions.change_account(session, account.id, change(name="Lan", login=None), version=1, by=by, now=now)
    assert account.version == 1
    assert entries(session, "change_account") == []


def test_a_new_role_drops_the_unit_of_the_old_one(session, now, by):
    account = make_account(session, role=Role.OFFICER, unit=make_unit(session))
    actions.change_account(session, account.id, change(role="front"), version=1, by=by, now=now)
    assert (account.role, account.unit_id) == (Role.FRONT, None)
    hamlet = make_hamlet(session)
    head = change(role="hamlet_head", hamlet_id=str(hamlet.id))
    actions.change_account(session, account.id, head, version=2, by=by, now=now)
    assert queries.detail(session, account).hamlet == schemas.OwnHamlet(id=hamlet.id, name=hamlet.name)
    with pytest.raises(rules.PostRejected):
        actions.change_account(session, account.id, change(role="officer"), version=3, by=by, now=now)


def test_null_takes_a_phone_away_and_the_journal_does_not_tell_it(session, now, by):
    account = make_account(session, role=Role.LEADER, phone="0912345678", name="Lan")
    actions.change_account(session, account.id, change(phone=None, name="Mai"), version=1, by=by, now=now)
    assert account.phone is None
    assert entries(session, "change_account")[0].detail == {"changed": {"phone": None, "name": ["Lan", "Mai"]}}


def test_who_is_disabled_is_signed_out_and_holds_no_link(session, settings, now, by):
    account = make_member(session)
    sign_in.start(session, account, Visit("testclient"), settings=settings, now=now)
    passwords.issue_link(session, account, settings=settings, by=by, now=now)
    actions.change_account(session, account.id, change(is_active=False), version=1, by=by, now=now)
    assert session.exec(select(SignIn)).all() == []
    assert session.exec(select(PasswordLink)).all() == []
    with pytest.raises(passwords.AccountDisabled):
        passwords.issue_link(session, account, settings=settings, by=by, now=now)


@pytest.mark.parametrize("wish", [{"is_active": False}, {"role": "leader"}])
def test_the_last_administrator_who_can_sign_in_stays_one(session, now, by, wish):
    make_account(session, role=Role.ADMINISTRATOR, login="khong.mat.khau")
    with pytest.raises(actions.LastAdministrator):
        actions.change_account(session, by.id, change(**wish), version=1, by=by, now=now)
    assert (by.account.is_active, by.role) == (True, Role.ADMINISTRATOR)


@pytest.mark.parametrize("wish", [{"is_active": False}, {"role": "leader"}])
def test_an_administrator_may_go_when_another_one_stays(session, now, by, wish):
    make_member(session, role=Role.ADMINISTRATOR, login="thu.hai")
    actions.change_account(session, by.id, change(**wish), version=1, by=by, now=now)


def test_the_last_administrator_may_still_change_their_name(session, now, by):
    actions.change_account(session, by.id, change(name="Tên mới"), version=1, by=by, now=now)
    assert by.name == "Tên mới"


def test_a_unit_is_made_once_and_its_code_is_its_own(session, now, by):
    sent = schemas.NewUnit(id=uuid4(), code="ttdv", name="Trung tâm Dịch vụ", is_hotline=False)
    unit, is_new = actions.create_unit(session, sent, by=by, now=now)
    assert (unit.code, is_new) == ("TTDV", True)
    assert actions.create_unit(session, sent, by=by, now=now) == (unit, False)
    with pytest.raises(actions.UnitIdTaken):
        actions.create_unit(session, sent.model_copy(update={"name": "Khác"}), by=by, now=now)
    with pytest.raises(actions.UnitCodeTaken):
        actions.create_unit(session, sent.model_copy(update={"id": None}), by=by, now=now)
    other, _ = actions.create_unit(session, schemas.NewUnit(code="CA", name="Công an xã"), by=by, now=now)
    with pytest.raises(actions.UnitCodeTaken):
        actions.change_unit(session, other.id, schemas.UnitChange(code="TTDV"), version=1, by=by, now=now)


def test_a_unit_with_people_in_it_stays_in_use(session, now, by):
    officer = make_person(session, unit="TTDV")
    assert officer.unit is not None
    with pytest.raises(actions.UnitInUse):
        actions.change_unit(session, officer.unit.id, schemas.UnitChange(is_active=False), version=1, by=by, now=now)
    moved = change(role="leader")
    actions.change_account(session, officer.id, moved, version=1, by=by, now=now)
    unit = actions.change_unit(session, officer.unit.id, schemas.UnitChange(is_active=False), version=1, by=by, now=now)
    assert (unit.is_active, unit.version) == (False, 2)
    with pytest.raises(errors.Stale):
        actions.change_unit(session, unit.id, schemas.UnitChange(name="X"), version=1, by=by, now=now)


def token_of(link: str | None) -> str:
    assert link is not None
    return link.partition("#")[2]


def test_an_empty_installation_gets_one_administrator_and_a_fresh_link_at_each_start(
    session: Session, settings: Settings, now: datetime
) -> None:
    first = actions.first_administrator_link(session, settings, now)
    second = actions.first_administrator_link(session, settings, now)
    account = session.exec(select(Account)).one()
    assert (account.name, account.login, account.role) == ("Quản trị", "quantri", Role.ADMINISTRATOR)
    assert second and second.startswith(f"{settings.public_url}/mat-khau#")
    with pytest.raises(queries.PasswordLinkInvalid):
        queries.require_link(session, token_of(first), now=now)
    passwords.use_link(session, token_of(second), "a hash", Visit("testclient"), settings=settings, now=now)
    assert actions.first_administrator_link(session, settings, now) is None


def test_the_first_link_goes_to_an_administrator_who_is_there_already(session, settings, now):
    account = make_account(session, role=Role.ADMINISTRATOR, login="lan")
    link = actions.first_administrator_link(session, settings, now)
    assert queries.require_link(session, token_of(link), now=now)[1] == account


def test_a_disabled_administrator_does_not_stand_in_the_way(session, settings, now):
    gone = make_member(session, role=Role.ADMINISTRATOR, login="quantri")
    gone.is_active = False
    link = actions.first_administrator_link(session, settings, now)
    assert queries.require_link(session, token_of(link), now=now)[1].login == "quantri2"


def test_accounts_come_in_pages_by_user_name(session, settings, now, by):
    for number in range(60):
        make_account(session, role=Role.LEADER, login=f"n{number:02}")
    first, cursor = queries.page(session, secret=settings.secret, cursor=None)
    second, end = queries.page(session, secret=settings.secret, cursor=cursor)
    logins = [one.login for one in (*first, *second)]
    assert len(first) == 50 and end is None
    assert len(set(logins)) == 61
    assert logins == sorted(logins)


def test_the_last_use_of_an_account_is_shown(session, settings, now, by):
    account = make_member(session)
    assert queries.detail(session, account).last_seen_at is None
    sign_in.start(session, account, Visit("a"), settings=settings, now=now - timedelta(days=2))
    sign_in.start(session, account, Visit("b"), settings=settings, now=now)
    assert queries.detail(session, account).last_seen_at == now
