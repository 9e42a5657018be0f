"""The door of the cameras: whoever holds a camera's key, and signs each message with it, may send for that camera."""

import hashlib
from collections.abc import AsyncIterator
from functools import partial
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Header, Request

from api.cameras import queries, rules
from api.cameras.rules import Signature
from api.core import clock
from api.core.web import AddressDep, SettingsDep

MESSAGES_PER_MINUTE = 60  # as app.state.guesses counts, for each camera


async def read_signature(
    request: Request, camera_id: UUID, address: AddressDep, settings: SettingsDep,
    x_camera_time: Annotated[str, Header(max_length=20, description="Unix seconds")] = "",
    x_camera_nonce: Annotated[str, Header(max_length=64, description="16 to 64 letters, digits; new each time")] = "",
    x_camera_body: Annotated[str, Header(max_length=64, description="SHA-256 of the body, hexadecimal")] = "",
    x_camera_signature: Annotated[
        str, Header(max_length=64, description="HMAC-SHA256 with the key over method, path, time, nonce and body hash")
    ] = "",
) -> AsyncIterator[Signature]:  # fmt: skip
    """A signature that fits what the headers say; whether the body fits is seen when the body is there."""
    guesses = request.app.state.guesses
    await guesses.check("camera_signature", address)
    await guesses.check("camera_messages", str(camera_id))
    target = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    signed = Signature(request.method, target, x_camera_time, x_camera_nonce, x_camera_body)
    number = await request.app.state.database.ask(partial(queries.key_number, camera_id=camera_id))
    try:
        if not number:
            raise rules.SignatureWrong
        signed.check(x_camera_signature, rules.key_of(settings.secret, camera_id, number), now=clock.now())
        yield signed
    except rules.SignatureWrong:
        await guesses.count("camera_signature", address)
        raise
    await guesses.count("camera_messages", str(camera_id))


SignedHeaders = Annotated[Signature, Depends(read_signature)]


async def read_signed(request: Request, signed: SignedHeaders) -> Signature:
    """The same when the body is small and has been read: it is the one that was signed."""
    check_body(signed, hashlib.sha256(await request.body()).hexdigest())
    return signed


SignedMessage = Annotated[Signature, Depends(read_signed)]


def check_body(signed: Signature, sha256: str) -> None:
    if signed.body.lower() != sha256:
        raise rules.SignatureWrong
