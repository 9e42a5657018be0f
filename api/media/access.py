"""The photo door: reads a body no further than its limit and judges the picture before the database is asked.

Declare `PictureUpload` before `SessionDep` in a route, so that no turn at the database is held meanwhile.
Bodies above a megabyte lie in a nameless temporary file while they wait for a place in the darkroom; a body
that breaks off leaves nothing behind.
"""

import contextlib
import tempfile
from collections.abc import AsyncIterator, Sequence
from typing import Annotated, Any, BinaryIO, cast

from fastapi import Depends, Request, UploadFile
from starlette.requests import ClientDisconnect

from api.core.errors import Rejected
from api.core.settings import Settings
from api.core.web import SettingsDep
from api.media import rules
from api.media.actions import Upload
from api.media.store import Store

IN_MEMORY = 1024 * 1024
PICTURE_TYPES = ("image/jpeg", "image/png", "image/webp", "image/heic")
# For `openapi_extra` of a route that takes a raw picture. Any: FastAPI's own mapping.
PICTURE_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {kind: {"schema": {"type": "string", "format": "binary"}} for kind in PICTURE_TYPES},
    }
}


class MediaTypeNotSupported(Rejected):
    status = 415
    code = "media_type_not_supported"
    says = "Chỉ nhận tệp ảnh (JPEG, PNG, WebP, HEIC)."


async def read_store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


StoreDep = Annotated[Store, Depends(read_store)]


async def read_picture(request: Request, settings: SettingsDep, store: StoreDep) -> AsyncIterator[Upload]:
    """The raw body as a picture. Its name and its content type are not believed, only its bytes."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if not kind.startswith("image/") and kind != "application/octet-stream":
        raise MediaTypeNotSupported
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length) > settings.photo_max_bytes:
        raise rules.PictureTooLarge
    with contextlib.closing(tempfile.SpooledTemporaryFile(IN_MEMORY)) as spool:
        original = cast(BinaryIO, spool)
        await _fill(original, request, settings.photo_max_bytes)
        yield await develop(original, settings, store)


async def develop_parts(parts: Sequence[UploadFile], settings: Settings, store: Store) -> list[Upload]:
    """The same for the files of a multipart form; the framework keeps and closes their temporary files."""
    return [await develop(part.file, settings, store) for part in parts]


async def develop(original: BinaryIO, settings: Settings, store: Store) -> Upload:
    prepared = await store.darkroom.develop(
        original, max_bytes=settings.photo_max_bytes, max_pixels=settings.photo_max_pixels
    )
    return Upload(prepared, original)


PictureUpload = Annotated[Upload, Depends(read_picture)]


async def _fill(spool: BinaryIO, request: Request, limit: int) -> None:
    seen = 0
    try:
        async for chunk in request.stream():
            seen += len(chunk)
            if seen > limit:
                raise rules.PictureTooLarge
            spool.write(chunk)
    except ClientDisconnect as error:
        raise rules.PictureUnreadable from error  # nobody is there to read it, but it is no fault of ours
