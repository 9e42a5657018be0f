"""What every answer of this house has in common: strict headers, and problems that say what is wrong."""

import re
from typing import Any

from httpx2 import Response

STRICT = {
    "strict-transport-security": r"max-age=(6307[2-9]|630[89]|6[4-9]|[7-9])\d+; includeSubDomains",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "permissions-policy": r".*microphone=\(\).*",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-request-id": "[0-9a-f]{16}",
}
_VIETNAMESE = re.compile(r"[àáảãạăâđèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýỷỹỵầấẩẫậằắẳẵặềếểễệồốổỗộờớởỡợừứửữự]", re.IGNORECASE)


def assert_strict_headers(answer: Response) -> None:
    """The headers that security checkers ask for, and a policy that starts from nothing."""
    for name, wanted in STRICT.items():
        assert re.fullmatch(wanted, answer.headers.get(name, "")), f"{answer.url}: {name}: {answer.headers.get(name)}"
    parts = (part.strip().partition(" ") for part in answer.headers["content-security-policy"].split(";"))
    policy = {name: value for name, _, value in parts}
    assert policy["default-src"] == "'none'"
    assert "sandbox" in policy or policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert {policy.get("script-src", "'none'"), policy.get("style-src", "'none'")} <= {"'self'", "'none'"}
    assert "unsafe" not in str(policy)


def assert_problem(answer: Response, status: int | None = None, code: str | None = None) -> dict[str, Any]:
    """One problem document as promised; gives its body."""
    place = f"{answer.request.method} {answer.url} → {answer.status_code}: {answer.text[:300]}"
    assert 400 <= answer.status_code < 500, place
    return assert_problem_shape(answer, status, code)


def assert_problem_shape(answer: Response, status: int | None = None, code: str | None = None) -> dict[str, Any]:
    place = f"{answer.request.method} {answer.url} → {answer.status_code}: {answer.text[:300]}"
    assert answer.headers["content-type"] == "application/problem+json", place
    body: dict[str, Any] = answer.json()
    assert {"type", "title", "status", "detail", "code", "request_id"} <= set(body), place
    assert body["status"] == answer.status_code == (status or answer.status_code), place
    assert body["code"] == (code or body["code"]) and re.fullmatch("[a-z][a-z0-9_]+", body["code"]), place
    assert body["request_id"] == answer.headers["x-request-id"], place
    for sentence in (body["detail"], *(fault["detail"] for fault in body.get("errors") or [])):
        assert _VIETNAMESE.search(sentence) and not re.search(r"[{}]|Error\b|Traceback", sentence), place
    for fault in body.get("errors") or []:
        assert set(fault) == {"field", "code", "detail"}, place
    assert_strict_headers(answer)
    return body
