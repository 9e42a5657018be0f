"""Nobody reads anything personal: a stranger visits every address of the contract and every page of the app."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests import photos
from tests.complaints.make import contact, payload
from tests.support.clients import SignedIn
from tests.support.servers import ROOT

pytestmark = [pytest.mark.usefixtures("seeded"), pytest.mark.one_database]
CANARIES = {
    "name": "Bùi Thị Hoàng Yến Canh Cửa", "phone": "0987123654", "words": "Nhà ông Canh Cửa đổ trộm",
    "place": "Cổng sắt xanh nhà Canh Cửa", "latitude": "20.908917", "longitude": "106.179319",
    "note": "Ghi chú canh cửa", "flag": "Lời báo canh cửa", "ban": "Lý do chặn canh cửa",
    "request": "Đề nghị canh cửa", "check-in": "Ông Canh Cửa ủng hộ", "officer": "Ngô Cán Bộ Canh Cửa",
}  # fmt: skip
FACE = {"x": 0.1, "y": 0.1, "width": 0.4, "height": 0.4}


@pytest.fixture
def case(client: TestClient, sign_in: Callable[..., SignedIn]) -> dict[str, str]:
    """One case, quarantined another, a clean-up, a request: each with its canary; ids and codes to ask with."""
    officer = sign_in("officer", name=CANARIES["officer"])
    shown, kept, taken = (str(uuid4()) for _ in range(3))
    place = {"lat": 20.908917, "lon": 106.179319, "source": "gps", "words": CANARIES["place"]}
    who = contact(CANARIES["name"], CANARIES["phone"])
    sent = payload(words=CANARIES["words"], place=place, contact=who, photos=[shown, kept])
    receipt = client.post("/api/complaints", json=sent).json()
    for photo in (shown, kept):
        send_photo(client, f"/api/complaints/{sent['id']}/photos/{photo}")
    desk = f"/api/desk/complaints/{sent['id']}"
    redacted = officer.put(f"{desk}/photos/{shown}/redaction", json={"boxes": [FACE]}, headers=at(officer, desk)).json()
    officer.patch(f"{desk}/photos/{shown}", json={"is_public": True}, headers=at(officer, desk))
    officer.post(f"{desk}/notes", json={"id": str(uuid4()), "text": CANARIES["note"]})
    flag = {"id": str(uuid4()), "reason": "other", "words": CANARIES["flag"]}
    assert client.post(f"/api/complaints/{receipt['code']}/flags", json=flag).status_code == 201
    ban = {"id": str(uuid4()), "kind": "phone", "phone": CANARIES["phone"], "reason": CANARIES["ban"]}
    assert officer.post("/api/desk/bans", json=ban).status_code == 201
    apart = client.post("/api/complaints", json=payload(words=CANARIES["words"], contact=who, place=place)).json()
    asked = {"id": str(uuid4()), "kind": "erase", "channel": "phone", "name": CANARIES["name"],
             "phone": CANARIES["phone"], "words": CANARIES["request"]}  # fmt: skip
    assert officer.post("/api/privacy/requests", json=asked).status_code == 201
    cleanup = check_in(sign_in("hamlet_head"), taken)
    staff = [photo["large"] for photo in redacted["photos"]] + [redacted["photos"][0]["redaction"]["large"]]
    return {
        "complaint_id": sent["id"], "code": receipt["code"], "quarantined": apart["code"], "cleanup_id": cleanup,
        "kept": kept, "waiting": taken, "token": receipt["token"], "staff": " ".join(filter(None, staff)),
    }  # fmt: skip


def at(officer: SignedIn, desk: str) -> dict[str, str]:
    return {"If-Match": officer.get(desk).headers["etag"]}


def send_photo(client: TestClient, address: str) -> None:
    answer = client.put(address, content=photos.small_photo(), headers={"Content-Type": "image/jpeg"})
    assert answer.status_code == 201, answer.text


def check_in(head: SignedIn, photo: str) -> str:
    """Held, with a photo that nobody has looked at."""
    sent = {
        "id": str(uuid4()), "hamlet_id": str(head.account.hamlet_id), "held_on": "2026-11-21", "slot": "morning",
        "outcome": "held", "participants": 40, "in_kind": CANARIES["check-in"], "note": CANARIES["check-in"],
        "photos": [photo], "made_at": "2026-11-21T02:30:00Z",
    }  # fmt: skip
    assert head.post("/api/cleanups", json=sent).status_code == 201
    send_photo(head, f"/api/cleanups/{sent['id']}/photos/{photo}")
    return str(sent["id"])


def addresses(document: dict[str, Any], known: dict[str, str]) -> Iterator[str]:
    """Every GET of the contract, with ids that exist, both codes, and a wide box for the maps."""
    for path, methods in document["paths"].items():
        if "get" in methods:
            for code in (known["code"], known["quarantined"]):
                yield re.sub(r"\{(\w+)[^}]*\}", lambda part: (known | {"code": code}).get(part[1], code), path)  # noqa: B023
    yield from ("/api/complaints/map?bbox=-180,-90,180,90", "/api/complaints?status=submitted", "/api/problems/stale")


def pages(known: dict[str, str]) -> Iterator[str]:
    """Every page of the app, by its own list."""
    for path in re.findall(r"path: '([^']+)'", (ROOT / "pwa" / "app" / "routes.js").read_text()):
        yield re.sub(r":(\w+)[?+]?", lambda part: known["code" if part[1] == "code" else "complaint_id"], path)


def read(client: TestClient, app: FastAPI, known: dict[str, str]) -> Iterator[tuple[str, str]]:
    """(address, everything it answers) for a stranger, and for every picture these answers name."""
    queue = list(dict.fromkeys([*addresses(app.openapi(), known), *pages(known)]))
    for address in queue:
        accept = "text/html" if not address.startswith("/api") else "*/*"
        answer = client.get(address, headers={"Accept": accept})
        body = answer.content.decode("utf-8", "replace")
        plain = json.dumps(json.loads(body), ensure_ascii=False) if body[:1] in ("{", "[") else body
        yield address, plain + str(answer.headers)
        queue += [found for found in set(re.findall(r"/media/[\w-]{20,}/[a-z.]+", plain)) if found not in queue]


def test_J7_a_stranger_finds_nothing_personal_at_any_address_or_page(
    app: FastAPI, client: TestClient, case: dict[str, str]
) -> None:
    private = {name: case[name] for name in ("kept", "waiting", "token", "quarantined")}
    visited, found = 0, []
    for address, plain in read(client, app, case):
        visited += 1
        asked = {name: secret for name, secret in private.items() if secret not in address}
        found += [f"{address}: {name}" for name, secret in (CANARIES | asked).items() if secret in plain]
        found += [f"{address}: a copy of the staff" for copy in case["staff"].split() if copy in plain]
    assert visited > 60
    assert found == []


def test_J7_the_crawler_does_find_what_an_officer_may_see(
    app: FastAPI, sign_in: Callable[..., SignedIn], case: dict[str, str]
) -> None:
    """So that an empty hand of the stranger means something."""
    seen = "".join(plain for _, plain in read(sign_in("officer"), app, case))
    assert [name for name in ("words", "place", "latitude", "note", "flag", "ban") if CANARIES[name] not in seen] == []
    assert CANARIES["name"] not in seen and CANARIES["phone"] not in seen
