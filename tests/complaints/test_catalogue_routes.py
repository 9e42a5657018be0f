"""The commune's lists: everybody reads what is in use, who edits them sees the rest too."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from api.core.database import Database
from tests.support.clients import SignedIn

REASON = {"label": "Ngoài địa bàn xã", "position": 3, "is_active": False}


@pytest.mark.usefixtures("seeded")
def test_what_is_out_of_use_is_kept_for_who_edits_the_lists(
    client: TestClient, sign_in: Callable[..., SignedIn]
) -> None:
    codes_before = {reason["code"] for reason in client.get("/api/catalogue").json()["reject_reasons"]}
    sign_in("officer").put("/api/catalogue/reject-reasons/outside_commune", json=REASON).raise_for_status()
    in_use = client.get("/api/catalogue").json()["reject_reasons"]
    every = client.get("/api/catalogue?every=true").json()["reject_reasons"]
    assert codes_before - {reason["code"] for reason in in_use} == {"outside_commune"}
    assert {"code": "outside_commune", **REASON} in every


def test_the_shipped_lists_come_in_their_order(seeded: Database, client: TestClient) -> None:
    categories = client.get("/api/catalogue").json()["categories"]
    assert [category["position"] for category in categories] == sorted(category["position"] for category in categories)
    assert sum(category["is_common"] for category in categories) == 8
