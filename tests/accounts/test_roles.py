"""The table of permissions as the commune sets it: in force at once, locked where it must not move."""

from collections.abc import Callable
from itertools import product

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from api.accounts import permissions
from api.accounts.models import Role, RoleGrant
from api.accounts.permissions import REACH, Permission, Reach, choices, lock_reason, reach
from api.core.database import Database
from api.journal.models import Entry
from tests.complaints.make import contact, send
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn
from tests.support.servers import ROOT

SignIn = Callable[..., SignedIn]
CELLS = list(product(Role, Permission))


def put(by: TestClient, role: str, permission: str, to: str, version: int = 0):  # type: ignore[no-untyped-def]
    return by.put(f"/api/roles/{role}/{permission}", json={"reach": to}, headers={"If-Match": f'"{version}"'})


def test_M2_what_a_role_is_granted_opens_a_real_door_at_once_and_shuts_again(sign_in: SignIn) -> None:
    administrator, elsewhere = sign_in("administrator"), sign_in("officer", unit="TTDV")
    assert_problem(elsewhere.get("/api/canned-replies"), 403, "not_allowed")
    saved = put(administrator, "officer", "manage_catalogue", "all")
    assert (saved.json()["reach"], saved.json()["version"], saved.headers["ETag"]) == ("all", 1, '"1"')
    assert elsewhere.get("/api/canned-replies").status_code == 200
    assert "manage_catalogue" in elsewhere.get("/api/session").json()["account"]["permissions"]
    put(administrator, "officer", "manage_catalogue", "-", 1).raise_for_status()
    assert_problem(elsewhere.get("/api/canned-replies"), 403, "not_allowed")
    assert_problem(sign_in("officer").get("/api/canned-replies"), 403, "not_allowed")  # the hotline's too


def test_M2_a_grant_narrows_what_a_role_reads(sign_in: SignIn) -> None:
    head = sign_in("hamlet_head")
    put(sign_in("administrator"), "hamlet_head", "read_complaints", "-").raise_for_status()
    assert_problem(head.get("/api/desk/complaints"), 403, "not_allowed")


@pytest.mark.parametrize(
    ("role", "permission", "to"),
    [
        ("leader", "read_contacts", "all"),
        ("administrator", "read_contacts", "all"),
        ("hamlet_head", "read_originals", "all"),
        ("administrator", "manage_accounts", "-"),
        ("officer", "manage_accounts", "all"),
        ("front", "triage_complaints", "all"),
        ("front", "handle_complaints", "all"),
        ("leader", "read_staff_pages", "-"),
    ],
)
@pytest.mark.one_database
def test_M2_a_locked_cell_is_refused_and_says_why(sign_in: SignIn, role: str, permission: str, to: str) -> None:
    refused = put(sign_in("administrator"), role, permission, to)
    assert_problem(refused, 409, "permission_locked")
    assert lock_reason(Role(role), Permission(permission)) in refused.json()["detail"]


def test_M2_contacts_never_reach_beyond_the_hotline(sign_in: SignIn) -> None:
    assert_problem(put(sign_in("administrator"), "officer", "read_contacts", "all"), 422, "reach_not_offered")


@pytest.mark.parametrize("row", [("leader", "read_contacts", "all"), ("leader", "gone", "all"), ("leader", "x", "?")])
def test_M2_a_lock_holds_whatever_stands_in_the_database(
    sign_in: SignIn, database: Database, row: tuple[str, str, str]
) -> None:
    leader = sign_in("leader")
    with database.session(writes=True) as session:
        session.add(RoleGrant(role=Role(row[0]), permission=row[1], reach=row[2]))
    assert "read_contacts" not in leader.get("/api/session").json()["account"]["permissions"]


def test_M2_everybody_on_the_staff_reads_the_table_and_only_the_administrator_sets_it(
    client: TestClient, sign_in: SignIn
) -> None:
    assert_problem(client.get("/api/roles"), 401, "sign_in_needed")
    for role in Role:
        assert len(sign_in(role).get("/api/roles").json()["cells"]) == len(CELLS)
    assert_problem(put(sign_in("officer"), "leader", "note_complaints", "all"), 403, "not_allowed")


def test_M2_two_who_set_a_cell_see_each_other(sign_in: SignIn) -> None:
    administrator = sign_in("administrator")
    put(administrator, "leader", "note_complaints", "all").raise_for_status()
    late = put(administrator, "leader", "note_complaints", "-")
    assert_problem(late, 412, "stale")
    assert late.json()["current"]["reach"] == "all"


def test_M2_the_table_goes_back_to_how_it_came_and_the_journal_knows(sign_in: SignIn, database: Database) -> None:
    administrator = sign_in("administrator")
    put(administrator, "leader", "note_complaints", "all").raise_for_status()
    cells = administrator.post("/api/roles/reset").json()["cells"]
    assert all(cell["reach"] == cell["standard"] for cell in cells)
    with database.session(writes=False) as session:
        entries = session.exec(select(Entry).where(Entry.subject_kind == "role_grant").order_by(Entry.id)).all()  # type: ignore[arg-type]
    assert [entry.verb for entry in entries] == ["permission_set", "permissions_reset"]
    assert entries[0].detail == {"role": "leader", "permission": "note_complaints", "before": "-", "after": "all"}


@pytest.mark.parametrize(("role", "permission"), CELLS)
def test_M2_every_cell_offers_what_it_came_with_or_says_why_not(role: Role, permission: Permission) -> None:
    offered = choices(role, permission)
    assert REACH[permission][role] in offered
    assert bool(lock_reason(role, permission)) is (len(offered) == 1)
    assert Reach.HAMLET not in offered or role is Role.HAMLET_HEAD
    assert not {Reach.HOTLINE, Reach.HEAD, Reach.UNIT} & set(offered) or role is Role.OFFICER
    for wanted in offered:
        found = reach(role, permission, in_hotline_unit=True, is_head=True, grants={permission: wanted})
        assert (found is Reach.NONE) is (wanted is Reach.NONE)


def test_M2_personal_data_is_locked_for_all_but_the_hotline() -> None:
    for permission in (Permission.READ_CONTACTS, Permission.READ_ORIGINALS, Permission.MANAGE_PRIVACY):
        offered = {one for role in Role for one in permissions.choices(role, permission)}
        assert offered <= {Reach.HOTLINE, Reach.HEAD, Reach.NONE}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_M2_every_permission_has_words_on_the_page(language: str) -> None:
    words = (ROOT / "pwa" / "i18n" / f"{language}-config.js").read_text()
    assert [name for name in Permission if f"'permission.{name}'" not in words] == []


@pytest.mark.usefixtures("seeded")
def test_M2_reading_who_reported_may_be_kept_to_the_head_of_the_hotline(
    client: TestClient, sign_in: Callable[..., SignedIn]
) -> None:
    case = send(client, contact=contact())
    officer, administrator = sign_in("officer", login="mot.can.bo"), sign_in("administrator")
    address, cell = f"/api/desk/complaints/{case['id']}/contact-views", "/api/roles/officer/read_contacts"
    assert officer.post(address).status_code == 200
    kept = administrator.put(cell, json={"reach": "head"}, headers={"If-Match": '"0"'})
    assert kept.status_code == 200, kept.text
    assert_problem(officer.post(address), 403, "not_allowed")
    assert officer.get(f"/api/desk/complaints/{case['id']}").json()["may_read_contact"] is False
    accounts = administrator.get("/api/accounts").json()["items"]
    one = next(account for account in accounts if account["login"] == "mot.can.bo")
    changed = administrator.patch(
        f"/api/accounts/{one['id']}", json={"is_head": True}, headers={"If-Match": f'"{one["version"]}"'}
    )
    assert changed.json()["is_head"] is True
    assert officer.post(address).status_code == 200
    moved = administrator.patch(
        f"/api/accounts/{one['id']}", json={"role": "leader"}, headers={"If-Match": f'"{changed.json()["version"]}"'}
    )
    assert (moved.json()["is_head"], moved.json()["unit"]) == (False, None)
    wrong = administrator.post(
        "/api/accounts", json={"name": "Lãnh Đạo", "login": "lanh.dao.moi", "role": "leader", "is_head": True}
    )
    assert_problem(wrong, 422, "post_rejected")
