"""Keyset pages: a cursor names the last row seen, so page 1,000 costs what page 1 costs."""

import base64
import binascii
import hmac
import json

from api.core import errors

PAGE_SIZE = 50


class CursorBroken(errors.Rejected):
    code = "cursor_broken"
    says = "Trang này không mở được nữa. Xin xem lại từ đầu danh sách."


def pack(secret: bytes, *keys: str | int | float | None) -> str:
    """A cursor over the sort keys of the last row, signed so that it cannot be made up."""
    body = json.dumps(keys, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(_seal(secret, body) + body).decode().rstrip("=")


def unpack(secret: bytes, cursor: str, count: int) -> list[str | int | float | None]:
    """The `count` sort keys inside a cursor; CursorBroken when it is not one of ours."""
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        seal, body = raw[:12], raw[12:]
        if not hmac.compare_digest(seal, _seal(secret, body)):
            raise CursorBroken
        keys = json.loads(body)
    except (binascii.Error, ValueError) as broken:
        raise CursorBroken from broken
    if not isinstance(keys, list) or len(keys) != count:
        raise CursorBroken
    return keys


def _seal(secret: bytes, body: bytes) -> bytes:
    return hmac.digest(secret, b"cursor\0" + body, "sha256")[:12]
