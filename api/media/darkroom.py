"""Where pictures are developed: two threads of its own, behind everything else, and the queue before them.

Two, because each picture may take 120 MB. Threads of their own, because memory freed by one is then used again
(the framework's forty threads would each keep some), and because these two can give way to short requests:
with two photos being decoded, the median answer takes about twice as long as on an idle server, not three times.
"""

import asyncio
import contextlib
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import BinaryIO

import anyio

from api.core.errors import Unavailable
from api.media import pictures

PLACES = 2
GIVE_WAY = 5  # on the scale of nice(1)
PATIENCE_SECONDS = 60  # for a place; a picture takes a twentieth of a second to two seconds


class DarkroomBusy(Unavailable):
    code = "pictures_busy"
    says = "Đang có nhiều ảnh gửi lên cùng lúc. Máy sẽ tự gửi lại ảnh này sau ít phút."


class Darkroom:
    """One per process. Those who wait do so in the event loop, with their bodies in temporary files."""

    def __init__(self) -> None:
        self.places = anyio.CapacityLimiter(PLACES)
        self._threads = ThreadPoolExecutor(PLACES, "darkroom", _give_way)

    async def develop(self, original: BinaryIO, *, max_bytes: int, max_pixels: int) -> pictures.Prepared:
        """Read, judge and copy one picture. Raises `PictureRejected` or `DarkroomBusy`."""

        def prepare() -> pictures.Prepared:
            original.seek(0)
            return pictures.prepare(original.read(max_bytes + 1), max_bytes=max_bytes, max_pixels=max_pixels)

        with anyio.move_on_after(PATIENCE_SECONDS) as waiting:
            await self.places.acquire()
        if waiting.cancelled_caught:
            raise DarkroomBusy
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, prepare)
        finally:
            self.places.release()


def _give_way() -> None:
    """On Linux a thread has a priority of its own; elsewhere it keeps that of the process."""
    with contextlib.suppress(OSError):
        thread = threading.get_native_id()
        os.setpriority(os.PRIO_PROCESS, thread, os.getpriority(os.PRIO_PROCESS, thread) + GIVE_WAY)
