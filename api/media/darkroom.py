"""Where pictures are developed: three threads of its own, behind everything else, and the queues before them.

Two for ordinary pictures, because each may take 120 MB; one for those that need up to a gigabyte in a process apart.
Threads of their own, because memory freed by one is then used again (the framework's forty threads would each keep
some), and because these can give way to short requests: with two photos being decoded, the median answer takes about
twice as long as on an idle server, not three times.
"""

import asyncio
import contextlib
import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import BinaryIO

import anyio

from api.core.errors import Unavailable
from api.media import decoder, pictures

PLACES = 2
LARGE_PLACES = 1
GIVE_WAY = 5  # on the scale of nice(1)
PATIENCE_SECONDS = 60  # for a place; a picture takes a twentieth of a second to two seconds


class DarkroomBusy(Unavailable):
    code = "pictures_busy"
    says = "Máy chủ đang bận nên chưa xem được ảnh. Máy sẽ tự gửi lại ảnh này sau ít phút."


class Darkroom:
    """One per process. Those who wait do so in the event loop, with their bodies in temporary files."""

    def __init__(self) -> None:
        self.places = anyio.CapacityLimiter(PLACES)
        self.large_places = anyio.CapacityLimiter(LARGE_PLACES)
        self._threads = ThreadPoolExecutor(PLACES + LARGE_PLACES, "darkroom", _give_way)

    async def develop(self, original: BinaryIO, *, max_bytes: int, max_pixels: int) -> pictures.Prepared:
        """Read, judge and copy one picture. Raises `PictureRejected` or `DarkroomBusy`."""

        def prepare(may_be_large: bool) -> pictures.Prepared:
            original.seek(0)
            data = original.read(max_bytes + 1)
            return pictures.prepare(data, max_bytes=max_bytes, max_pixels=max_pixels, may_be_large=may_be_large)

        try:
            return await self._in_turn(self.places, partial(prepare, False))
        except pictures.Large:  # it lets go of what was read, and waits again
            return await self._in_turn(self.large_places, partial(prepare, True))

    async def _in_turn(
        self, places: anyio.CapacityLimiter, prepare: Callable[[], pictures.Prepared]
    ) -> pictures.Prepared:
        with anyio.move_on_after(PATIENCE_SECONDS) as waiting:
            await places.acquire()
        if waiting.cancelled_caught:
            raise DarkroomBusy
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, prepare)
        except (decoder.NotJudged, MemoryError) as error:  # no fault of the picture: the phone is to try again
            raise DarkroomBusy from error
        finally:
            places.release()


def _give_way() -> None:
    """On Linux a thread has a priority of its own; elsewhere it keeps that of the process."""
    with contextlib.suppress(OSError):
        thread = threading.get_native_id()
        os.setpriority(os.PRIO_PROCESS, thread, os.getpriority(os.PRIO_PROCESS, thread) + GIVE_WAY)
