"""The commune's lists: everybody reads what is in use, who edits them sees the rest too."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.core.database import Database
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

REASON = {"label": "Ngoài địa bàn xã", "position": 3, "is_active": False}


@pytest.mark.usefixtures("seeded")
def test_what_is_out_of_use_is_kept_for_who_edits_the_lists(
    client: TestClient, sign_in: Callable[..., SignedIn]
) -> None:
    codes_before = {reason["code"] for reason in client.get("/api/catalogue").json()["reject_reasons"]}
    address = "/api/catalogue/reject-reasons/outside_commune"
    sign_in("officer").put(address, json=REASON, headers={"If-Match": '"1"'}).raise_for_status()
    in_use = client.get("/api/catalogue").json()["reject_reasons"]
    every = client.get("/api/catalogue?every=true").json()["reject_reasons"]
    assert codes_before - {reason["code"] for reason in in_use} == {"outside_commune"}
    assert {"code": "outside_commune", "version": 2, **REASON} in every


NAME = {"label": "Loa xã"}
DEADLINE = {"amount": 3, "unit": "working_days", "source": "Quy chế của xã", "effective_from": "2026-12-01"}
NAMES = {"label": "Đã nhận", "public_label": "Xã đã nhận"}


@pytest.mark.usefixtures("seeded")
@pytest.mark.parametrize(
    ("entry", "body", "first"),
    [
        ("categories/cong_ranh", {"label": "Tắc cống rãnh", "short_label": "Tắc cống"}, 0),
        ("reject-reasons/trung_lap", REASON, 0),
        ("channels/loa_xa", {"label": "Loa xã"}, 0),
        ("statuses/accepted", NAMES, 1),
        ("deadlines/receive/normal", DEADLINE, 0),
        ("deadlines/receive/normal", DEADLINE | {"effective_from": "2026-01-01"}, 1),
    ],
)
def test_two_who_edit_an_entry_see_each_other(
    sign_in: Callable[..., SignedIn], entry: str, body: dict[str, Any], first: int
) -> None:
    officer, address = sign_in("officer"), f"/api/catalogue/{entry}"
    assert_problem(officer.put(address, json=body), 428, "precondition_missing")
    saved = officer.put(address, json=body, headers={"If-Match": f'"{first}"'})
    assert (saved.status_code, saved.json()["version"], saved.headers["ETag"]) == (200, first + 1, f'"{first + 1}"')
    late = officer.put(address, json=body, headers={"If-Match": f'"{first}"'})
    assert_problem(late, 412, "stale")
    assert late.json()["current"] == saved.json()


@pytest.mark.usefixtures("seeded")
def test_a_new_entry_is_not_mistaken_for_an_old_one(sign_in: Callable[..., SignedIn]) -> None:
    answer = sign_in("officer").put("/api/catalogue/channels/loa_xa", json=NAME, headers={"If-Match": '"4"'})
    assert_problem(answer, 412, "stale")


def test_the_shipped_lists_come_in_their_order(seeded: Database, client: TestClient) -> None:
    categories = client.get("/api/catalogue").json()["categories"]
    assert [category["position"] for category in categories] == sorted(category["position"] for category in categories)
    assert sum(category["is_common"] for category in categories) == 8
