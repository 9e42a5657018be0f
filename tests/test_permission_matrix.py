"""Who may pass which door: every route of the real app × everybody, against the table in permissions.py."""

from collections.abc import Callable, Iterator

import pytest
from fastapi import APIRouter, Depends, FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from api.accounts.access import Allowed
from api.accounts.models import Role
from api.accounts.permissions import Permission, Reach, reach
from api.core import errors
from tests.photos import small_photo
from tests.support.clients import SignedIn
from tests.support.doors import Door, doors

pytestmark = pytest.mark.one_database

# Doors that anybody may open. A new one is added here by hand, after thought.
PUBLIC = frozenset(
    line.strip()
    for line in """
    GET /api/healthz
    GET /api/readyz
    GET /metrics
    GET /api/openapi.json
    HEAD /api/openapi.json
    GET /api/config
    GET /
    HEAD /
    GET /app.css
    GET /sw.js
    GET /api/{_:path}
    HEAD /api/{_:path}
    GET /media/{key}/large.jpg
    GET /media/{key}/thumb.webp
    GET /api/session
    POST /api/session
    DELETE /api/session
    POST /api/password-link
    PUT /api/password-link
    GET /api/hamlets
    GET /api/hamlets/{hamlet_id}
    GET /api/outline
    GET /api/collection-points
    GET /api/collection-points.csv
    GET /api/collection-points/{point_id}
    GET /api/cleanups
    GET /api/cleanups/{cleanup_id}
    GET /api/catalogue
    GET /api/catalogue/deadlines
    GET /api/calendar
    GET /api/journal/heads
    GET /api/collection-points/{point_id}/label.svg
    GET /api/cleanups/calendar.ics
    GET /api/weekend-plans
    GET /api/weekend-plans/{hamlet_id}
    GET /api/cleanup-choices
    POST /api/attendances
    GET /api/coverage
    GET /api/camera-notices
    POST /api/cameras/{camera_id}/events
    PUT /api/cameras/{camera_id}/events/{reference}/photos/picture
    GET /api/coverage/setting
    GET /api/indicators
    GET /api/indicators/{code}
    GET /api/site-messages
    POST /api/complaints
    POST /api/complaints/{code}/flags
    PUT /api/complaints/{complaint_id}/photos/{photo_id}
    DELETE /api/complaints/{complaint_id}/photos/{photo_id}
    GET /api/complaints
    GET /api/complaints/map
    GET /api/complaints/near
    POST /api/complaints/{code}/supporters
    PUT /api/supporters/{follower_id}/photos/{photo_id}
    DELETE /api/supporters/{follower_id}/photos/{photo_id}
    GET /api/complaints/counts
    GET /api/complaints/{code}
    GET /api/statistics
    GET /api/feeds/complaints.atom
    GET /api/tracking
    POST /api/tracking/answer
    POST /api/tracking/corrections
    POST /api/tracking/withdrawal
    POST /api/tracking/rating
    POST /api/tracking/reopening
    GET /api/tracking/link
    GET /api/black-spots
    GET /api/crew-results
    GET /api/outside-request
    POST /api/outside-request/answer
    PUT /api/outside-request/photos/{photo_id}
    GET /api/guide
    GET /api/news
    GET /api/news/{post_id}
    GET /api/quiz
    POST /api/quiz/plays
    GET /api/contests
    GET /api/prices
    """.strip().splitlines()
)

# Doors for whoever is signed in. With permissions: any one of them is enough, asked by the route itself.
SIGNED_IN: dict[str, set[Permission]] = {
    "GET /api/session/devices": set(),
    "DELETE /api/session/devices/{device_id}": set(),
    "PUT /api/session/password": set(),
    "GET /api/notices": set(),
    "POST /api/notices/read": set(),
    "POST /api/desk/complaints/{complaint_id}/notes": {Permission.NOTE_COMPLAINTS, Permission.ADD_FINDINGS},
}
BODIES = {"POST /api/desk/complaints/{complaint_id}/notes": {"id": "0193a6a2-0000-7000-8000-000000000001", "text": "x"}}

PEOPLE: dict[str, tuple[Role, str | None]] = {
    "administrator": (Role.ADMINISTRATOR, None),
    "officer of the hotline": (Role.OFFICER, "PKT"),
    "officer elsewhere": (Role.OFFICER, "TTDV"),
    "hamlet head": (Role.HAMLET_HEAD, None),
    "leader": (Role.LEADER, None),
    "front": (Role.FRONT, None),
}


def may_pass(door: Door, who: str) -> bool:
    """What the table says."""
    role, unit = PEOPLE[who]

    def has(permission: Permission) -> bool:
        return reach(role, permission, in_hotline_unit=unit == "PKT") is not Reach.NONE

    any_of = SIGNED_IN.get(door.name, set())
    return all(map(has, door.permissions)) and (not any_of or any(map(has, any_of)))


def knock(client: TestClient, door: Door) -> Response:
    headers = {"If-Match": '"1"'}
    if door.path.endswith("/photos/{photo_id}") and door.method == "PUT":  # a picture is judged before anything else
        headers["Content-Type"] = "image/jpeg"
        return client.request(door.method, door.address(), content=small_photo(), headers=headers)
    return client.request(door.method, door.address(), json=BODIES.get(door.name, {}), headers=headers)


def code_of(answer: Response) -> tuple[int, str]:
    kind = answer.headers.get("content-type", "")
    return answer.status_code, answer.json().get("code", "") if kind == "application/problem+json" else ""


def wrong_refusals(client: TestClient, app: FastAPI) -> Iterator[str]:
    """Doors that do not ask an anonymous visitor to sign in."""
    for door in doors(app):
        if not door.is_public and (found := code_of(knock(client, door))) != (401, "sign_in_needed"):
            yield f"{door.name} answered a stranger {found}"


def wrong_answers(client: TestClient, app: FastAPI, who: str) -> Iterator[str]:
    """Doors that open to whom the table keeps out, or stay shut to whom it lets in."""
    for door in doors(app):
        if door.is_public or door.name == "PUT /api/session/password":  # its own tests: an empty body comes first
            continue
        found = code_of(knock(client, door))
        refused = found == (403, "not_allowed")
        if found[0] == 401 or found[0] >= 500 or refused is may_pass(door, who):
            yield f"{door.name} answered {who} {found}"


def undeclared(app: FastAPI) -> set[str]:
    """Doors that ask for no permission and are in neither list made by hand."""
    return {door.name for door in doors(app) if not door.permissions} - PUBLIC - SIGNED_IN.keys()


def visitor(sign_in: Callable[..., SignedIn], who: str) -> SignedIn:
    role, unit = PEOPLE[who]
    return sign_in(role, unit=unit)


def test_every_door_says_who_may_pass(app: FastAPI) -> None:
    assert undeclared(app) == set()


def test_the_lists_made_by_hand_name_doors_as_they_are(app: FastAPI) -> None:
    found = {door.name: door for door in doors(app)}
    assert (PUBLIC | SIGNED_IN.keys()) - found.keys() == set()
    assert [name for name in PUBLIC if not found[name].is_public] == []
    assert [name for name in SIGNED_IN if found[name].permissions or not found[name].needs_sign_in] == []


def test_every_permission_guards_a_door(app: FastAPI) -> None:
    asked = {permission for door in doors(app) for permission in door.permissions}.union(*SIGNED_IN.values())
    assert set(Permission) - asked == set()


def test_a_stranger_is_asked_to_sign_in_at_every_door_that_is_not_public(app: FastAPI, client: TestClient) -> None:
    assert list(wrong_refusals(client, app)) == []


@pytest.mark.parametrize("who", PEOPLE)
def test_every_door_opens_to_whom_the_table_lets_in(app: FastAPI, sign_in: Callable[..., SignedIn], who: str) -> None:
    assert list(wrong_answers(visitor(sign_in, who), app, who)) == []


class Leaky(Allowed):
    """Names a permission and lets everybody through."""

    def __call__(self) -> None:  # type: ignore[override]
        return None


class Stuck(Allowed):
    """Names a permission and keeps everybody out."""

    def __call__(self) -> None:  # type: ignore[override]
        raise errors.NotAllowed


def welcome() -> None:
    """Any route."""


def plant(app: FastAPI) -> None:
    """Three faulty doors: one that forgot to ask, one that lets all through, one that lets nobody through."""
    router = APIRouter(prefix="/api/planted")
    router.add_api_route("/unguarded", welcome, methods=["POST"])
    leaky, stuck = Depends(Leaky(Permission.MANAGE_ACCOUNTS)), Depends(Stuck(Permission.READ_STAFF_PAGES))
    router.add_api_route("/leaky", welcome, methods=["POST"], dependencies=[leaky])
    router.add_api_route("/stuck", welcome, methods=["POST"], dependencies=[stuck])
    app.include_router(router)


def test_planted_faults_are_found(app: FastAPI, client: TestClient, sign_in: Callable[..., SignedIn]) -> None:
    plant(app)
    leader = visitor(sign_in, "leader")
    assert undeclared(app) == {"POST /api/planted/unguarded"}
    assert "POST /api/planted/leaky answered a stranger (200, '')" in list(wrong_refusals(client, app))
    assert list(wrong_answers(leader, app, "leader")) == [
        "POST /api/planted/leaky answered leader (200, '')",
        "POST /api/planted/stuck answered leader (403, 'not_allowed')",
    ]
