"""Site messages: shown within their window to whom they are for, edited by the commune."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from api.configuration.models import Audience
from api.core import clock
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

SignIn = Callable[..., SignedIn]
NEW = {"If-Match": '"0"'}


def message(**more: Any) -> dict[str, Any]:
    """As the editor sends it; any JSON."""
    now = clock.now()
    window = {"starts_at": now - timedelta(hours=1), "ends_at": now + timedelta(hours=1)} | more
    return {"text": "Sáng mai đường thôn 3 cấm xe", **window} | {
        name: value.isoformat() for name, value in window.items() if isinstance(value, datetime)
    }


def put(by: TestClient, **more: Any) -> dict[str, Any]:
    answer = by.put(f"/api/configuration/site-messages/{uuid4()}", json=message(**more), headers=NEW)
    answer.raise_for_status()
    found: dict[str, Any] = answer.json()
    return found


def shown(to: TestClient) -> list[str]:
    return [one["text"] for one in to.get("/api/site-messages").json()["items"]]


def test_M6_a_message_stands_on_the_pages_of_whom_it_is_for(client: TestClient, sign_in: SignIn) -> None:
    officer, head = sign_in("officer"), sign_in("hamlet_head")
    for audience in Audience:
        put(officer, text=audience.value, audience=audience.value)
    assert set(shown(client)) == {"residents", "all"}
    assert set(shown(head)) == {"residents", "staff", "all"}
    assert client.get("/api/site-messages").headers["Cache-Control"] == "no-cache"
    assert head.get("/api/site-messages").headers["Cache-Control"] == "no-store"


def test_M6_what_is_over_or_switched_off_is_gone_and_what_comes_soon_is_known(
    client: TestClient, sign_in: SignIn
) -> None:
    officer, now = sign_in("officer"), clock.now()
    put(officer, text="qua rồi", starts_at=now - timedelta(days=2), ends_at=now - timedelta(minutes=1))
    put(officer, text="tắt", is_active=False)
    put(officer, text="tuần sau", starts_at=now + timedelta(days=7), ends_at=now + timedelta(days=8))
    put(officer, text="ngày mai", starts_at=now + timedelta(days=1), ends_at=now + timedelta(days=2))
    assert shown(client) == ["ngày mai"]
    listed = officer.get("/api/configuration/site-messages").json()["items"]
    assert [one["text"] for one in listed] == ["tuần sau", "ngày mai", "tắt", "qua rồi"]


def test_M6_two_who_edit_a_message_see_each_other(sign_in: SignIn) -> None:
    officer = sign_in("officer")
    made = put(officer)
    address = f"/api/configuration/site-messages/{made['id']}"
    assert officer.put(address, json=message(text="Khác"), headers={"If-Match": '"1"'}).json()["version"] == 2
    late = officer.put(address, json=message(text="Muộn"), headers={"If-Match": '"1"'})
    assert_problem(late, 412, "stale")
    assert late.json()["current"]["text"] == "Khác"


@pytest.mark.one_database
def test_M6_a_message_that_ends_before_it_begins_is_refused(sign_in: SignIn) -> None:
    now = clock.now()
    body = message(starts_at=now, ends_at=now - timedelta(hours=1))
    answer = sign_in("officer").put(f"/api/configuration/site-messages/{uuid4()}", json=body, headers=NEW)
    assert answer.status_code == 422
    assert "kết thúc phải sau" in answer.json()["errors"][0]["detail"]
