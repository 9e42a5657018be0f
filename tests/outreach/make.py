"""What the tests of this room send."""

from typing import Any

from fastapi.testclient import TestClient
from httpx2 import Response

from tests.support.clients import SignedIn

NEW = {"If-Match": '"0"'}


def at(version: int) -> dict[str, str]:
    return {"If-Match": f'"{version}"'}


def put(by: SignedIn | TestClient, path: str, body: dict[str, Any], version: int = 0) -> Response:
    """`body`: any JSON."""
    return by.put(path, json=body, headers=at(version))
