"""The doors of duplicates: near cases, "tôi cũng thấy", merge and unmerge; and what nobody gets to see there."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from api.core.database import Database
from tests import photos
from tests.complaints.make import contact, put_photo, send, track
from tests.places.make import CENTER, make_hamlet
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

pytestmark = pytest.mark.usefixtures("seeded")
STEP = 0.0009  # degrees of latitude, about 100 m


def near(client: TestClient, lat: float = CENTER[0], lon: float = CENTER[1]) -> list[dict[str, Any]]:
    answer = client.get("/api/complaints/near", params={"lat": lat, "lon": lon})
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def at(lat: float, lon: float = CENTER[1]) -> dict[str, Any]:
    return {"lat": lat, "lon": lon, "source": "gps"}


def support(client: TestClient, code: str, **more: Any) -> Response:
    return client.post(f"/api/complaints/{code}/supporters", json={"id": str(uuid4())} | more)


def desk(officer: SignedIn, case: dict[str, Any], door: str, body: dict[str, Any]) -> Response:
    address = f"/api/desk/complaints/{case['id']}"
    return officer.post(f"{address}/{door}", json=body, headers={"If-Match": officer.get(address).headers["etag"]})


def test_D1_open_cases_near_the_place_are_offered_nearest_first(client: TestClient) -> None:
    away, here = send(client, place=at(CENTER[0] + 1.2 * STEP)), send(client)
    send(client, place=at(CENTER[0] + 10 * STEP))
    found = near(client)
    assert [one["code"] for one in found] == [here["code"], away["code"]]
    assert set(found[0]) == {
        "code", "category", "title", "hamlet_name", "received_on", "status", "status_label", "tone", "thumb",
        "distance_m", "follower_count",
    }  # fmt: skip


def test_D1_distances_tell_only_what_the_public_map_shows(client: TestClient) -> None:
    """From wherever one asks, two cases at the same public point look the same: the exact place cannot be measured."""
    send(client, place=at(CENTER[0] + 0.00004))
    send(client, place=at(CENTER[0] - 0.00004))
    for lat in (CENTER[0], CENTER[0] + STEP, CENTER[0] - STEP):
        assert len({one["distance_m"] for one in near(client, lat)}) == 1


def test_D1_hidden_and_ended_cases_are_not_offered(client: TestClient, sign_in: Callable[..., SignedIn]) -> None:
    case, officer = send(client), sign_in("officer")
    refused = {"reason": "prank", "text": "Không có rác"}
    assert desk(officer, case, "rejection", refused).status_code == 200
    assert near(client) == []
    assert_problem(support(client, case["code"]), 404, "complaint_not_found")


def test_D2_how_near_is_set_per_category(client: TestClient, sign_in: Callable[..., SignedIn]) -> None:
    send(client, category="dump_water")
    place = CENTER[0] + 3.2 * STEP
    assert near(client, place) == []
    admin = sign_in("administrator")
    known = next(one for one in client.get("/api/catalogue").json()["categories"] if one["code"] == "dump_water")
    change = {name: value for name, value in known.items() if name not in ("code", "version")}
    wider = admin.put(
        "/api/catalogue/categories/dump_water", json=change | {"near_radius_m": 500},
        headers={"If-Match": f'"{known.get("version", 1)}"'},
    )  # fmt: skip
    assert wider.status_code == 200, wider.text
    assert len(near(client, place)) == 1


def test_D3_me_too_follows_the_case_with_an_own_token_and_own_photos(client: TestClient) -> None:
    case, photo, words = send(client), str(uuid4()), "Hôm nay còn nhiều hơn"
    sent = {"id": str(uuid4()), "words": words, "photos": [photo], "contact": contact()}
    first, again = support(client, case["code"], **sent), support(client, case["code"], **sent)
    assert (first.status_code, again.status_code) == (201, 200) and first.json() == again.json()
    assert first.json()["code"] == case["code"] and first.json()["token"] != case["token"]
    arrived = client.put(
        f"/api/supporters/{sent['id']}/photos/{photo}", content=photos.small_photo(3),
        headers={"Content-Type": "image/jpeg"},
    )  # fmt: skip
    assert arrived.status_code == 201
    seen = track(client, first.json()["token"]).json()
    assert (seen["code"], seen["is_support"], [one["id"] for one in seen["photos"]]) == (case["code"], True, [photo])
    assert client.get(f"/api/complaints/{case['code']}").json()["follower_count"] == 1
    assert_problem(support(client, case["code"], id=sent["id"], words="khác"), 409, "supporter_id_taken")


def test_D3_neither_side_learns_who_the_other_is(client: TestClient) -> None:
    own, theirs, question = str(uuid4()), str(uuid4()), track
    case = send(client, photos=[own], contact=contact("Bùi Văn Kín", "0987654321"), words="Nhà ông hàng xóm")
    put_photo(client, case["id"], own)
    token = support(client, case["code"], photos=[theirs], words="Tôi ở ngõ bên", contact=contact()).json()["token"]
    mine, supporters = question(client, case["token"]), question(client, token)
    for secret in ("Bùi Văn Kín", "0987654321", "Nhà ông hàng xóm", case["id"], own, case["token"]):
        assert secret not in supporters.text
    assert theirs not in mine.text and "Tôi ở ngõ bên" not in mine.text
    assert_problem(put_photo(client, case["id"], theirs), 404, "photo_not_found")
    answer = client.post("/api/tracking/answer", json={"id": str(uuid4()), "words": "x"},
                         headers={"X-Tracking-Token": token})  # fmt: skip
    assert_problem(answer, 404, "tracking_token_unknown")


def test_D3_an_id_of_somebodys_case_gives_no_token_of_that_case(client: TestClient) -> None:
    case = send(client)
    assert support(client, case["code"], id=case["id"]).json()["token"] != case["token"]


def test_D3_what_has_ended_is_reported_anew(client: TestClient, sign_in: Callable[..., SignedIn]) -> None:
    case, officer = send(client), sign_in("officer")
    desk(officer, case, "rejection", {"reason": "not_waste", "text": "Việc khác"})
    assert_problem(support(client, case["code"]), 409, "case_ended")


def test_D4_merge_and_unmerge_through_the_doors(
    client: TestClient, sign_in: Callable[..., SignedIn], database: Database
) -> None:
    with database.session(writes=True) as session:
        make_hamlet(session)
    officer = sign_in("officer")
    master, other = send(client), send(client)
    found = officer.get(f"/api/desk/complaints/{other['id']}/duplicates").json()
    assert [one["code"] for one in found["suggestions"]] == [master["code"]]
    before = officer.get(f"/api/desk/complaints/{other['id']}").json()
    merged = desk(officer, other, "merge", {"into_id": master["id"]})
    assert (merged.status_code, merged.json()["status"]) == (200, "merged")
    assert_problem(desk(officer, master, "merge", {"into_id": other["id"]}), 409, "merge_circle")
    assert client.get(f"/api/complaints/{other['code']}").json()["merged_into"] == master["code"]
    assert track(client, other["token"]).json()["merged_into"] == master["code"]
    stale = officer.post(f"/api/desk/complaints/{other['id']}/unmerge", json={}, headers={"If-Match": '"1"'})
    assert assert_problem(stale, 412)["current"]["status"] == "merged"
    back = desk(officer, other, "unmerge", {}).json()
    same = ("status", "due_at", "answer_due_at", "unit", "assignee", "photos", "follower_count", "merged_into_id")
    assert {name: back[name] for name in same} == {name: before[name] for name in same}
    assert_problem(desk(officer, other, "unmerge", {}), 409, "not_merged")


def test_D4_a_supporters_contact_is_seen_only_behind_a_logged_click(
    client: TestClient, sign_in: Callable[..., SignedIn]
) -> None:
    case, officer = send(client), sign_in("officer")
    support(client, case["code"], contact=contact("Trần Thị Thấy", "0912345678"))
    address = f"/api/desk/complaints/{case['id']}"
    listed = officer.get(f"{address}/duplicates")
    assert "Trần Thị Thấy" not in listed.text and "0912345678" not in listed.text
    who = listed.json()["supporters"][0]["id"]
    assert officer.post(f"{address}/supporters/{who}/contact-views").json()["phone"] == "0912345678"
    assert officer.get(address).json()["timeline"][-1]["verb"] == "contact_viewed"


def test_D2_a_supporters_refused_photo_is_given_up_or_replaced_with_the_own_token(client: TestClient) -> None:
    case, photo, other = send(client), str(uuid4()), str(uuid4())
    sent = support(client, case["code"], photos=[photo]).json()
    address = f"/api/supporters/{sent['id']}/photos"
    for wrong in (case["token"], "nobodys"):
        headers = {"X-Tracking-Token": wrong, "Content-Type": "image/jpeg"}
        assert_problem(client.delete(f"{address}/{photo}", headers=headers), 404, "tracking_token_unknown")
        added = client.put(f"{address}/{other}", content=photos.small_photo(4), headers=headers)
        assert_problem(added, 404, "tracking_token_unknown")
    own = {"X-Tracking-Token": sent["token"], "Content-Type": "image/jpeg"}
    for _ in range(2):
        assert client.delete(f"{address}/{photo}", headers=own).status_code == 204
    for status in (201, 200):
        assert client.put(f"{address}/{other}", content=photos.small_photo(4), headers=own).status_code == status
    seen = track(client, sent["token"]).json()
    assert ([one["id"] for one in seen["photos"]], seen["photos_missing"]) == ([other], [])
    assert track(client, case["token"]).json()["photos"] == []
    assert_problem(client.delete(f"{address}/{other}", headers=own), 409, "photo_arrived")
