"""Pictures on disk: originals by their content, copies under random keys. A name is visible only when whole.

    originals/<first two>/<sha256>            as received, mode 0600, never served as it is
    derived/<first two>/<key>/large.jpg, thumb.webp
    temp/                                     being written
    lock                                      shared by writers, exclusive for the sweep

Every write goes temp → fsync → rename → fsync of the folder, and all of that before the row is committed. A
file without a row (crash, refused request, erased picture) is removed by the sweep once it is an hour old; a
row without its file cannot come about.
"""

import errno
import fcntl
import os
import re
import secrets
import shutil
from collections.abc import Iterator, Set
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from api.core.errors import Unavailable
from api.media import rules
from api.media.darkroom import Darkroom
from api.media.pictures import Prepared

KEY_BYTES = 18  # 144 random bits, 24 characters
GRACE = timedelta(hours=1)
LARGE, THUMB = "large.jpg", "thumb.webp"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_FULL = {errno.ENOSPC, errno.EDQUOT}


class StorageFull(Unavailable):
    """Photos wait on the phone; reports without photos are still taken."""

    status = 507
    code = "storage_full"
    says = "Máy chủ hết chỗ chứa ảnh. Nội dung phản ánh vẫn nhận được; ảnh sẽ gửi lại sau."


def new_key() -> str:
    return secrets.token_urlsafe(KEY_BYTES)


class Store:
    """One folder of pictures. Its darkroom stands here because the store, too, exists once per process."""

    def __init__(self, root: Path, *, reserve_mb: int = 0) -> None:
        self.root = root
        self.reserve = reserve_mb * 1024 * 1024
        self.darkroom = Darkroom()
        self._originals, self._derived, self._temp = root / "originals", root / "derived", root / "temp"

    def keep(self, prepared: Prepared, original: BinaryIO) -> str:
        """Put the original and its copies away for good and return the key of the copies.

        The same original twice is one file; its copies get a key each, so that no key tells of another.
        """
        key = new_key()
        self.check_room(prepared.size)
        try:
            with self._locked(fcntl.LOCK_SH):
                self._keep_original(prepared.sha256, original)
                self._keep_copies(key, prepared.large, prepared.thumb)
        except OSError as error:
            if error.errno in _FULL:
                raise StorageFull from error
            raise
        return key

    def keep_copies(self, large: bytes, thumb: bytes) -> str:
        """Put away copies made anew from a picture that is here already; their key."""
        key = new_key()
        self.check_room(len(large))
        with self._locked(fcntl.LOCK_SH):
            self._keep_copies(key, large, thumb)
        return key

    def check_room(self, size: int) -> None:
        """Refuse before the disk is so full that reports themselves could not be written."""
        existing = next(folder for folder in (self.root, *self.root.absolute().parents) if folder.exists())
        if shutil.disk_usage(existing).free < self.reserve + 2 * size:
            raise StorageFull

    def read_large(self, key: str) -> bytes:
        return (self._copies(key) / LARGE).read_bytes()

    def read_thumb(self, key: str) -> bytes:
        return (self._copies(key) / THUMB).read_bytes()

    def open_original(self, sha256: str) -> BinaryIO:
        """The bytes as received, with everything the camera wrote. For staff, after permission and journal."""
        return self._original(sha256).open("rb")

    def sweep_temp(self) -> int:
        """Remove what a crash left half written; 0 when a writer is at work (then it is not a leftover)."""
        with self._locked(fcntl.LOCK_EX | fcntl.LOCK_NB) as held:
            return self._empty_temp() if held else 0

    def sweep(self, *, keys: Set[str], originals: Set[str], now: datetime) -> int | None:
        """Remove files older than the grace that no row knows; None when another process is at work here."""
        with self._locked(fcntl.LOCK_EX | fcntl.LOCK_NB) as held:
            if not held:
                return None
            before = (now - GRACE).timestamp()
            removed = self._empty_temp()
            for known, folder in ((originals, self._originals), (keys, self._derived)):
                for entry in folder.glob("*/*"):
                    if entry.name not in known and entry.stat().st_mtime < before:
                        _remove(entry)
                        removed += 1
            return removed

    def _keep_original(self, sha256: str, original: BinaryIO) -> None:
        final = self._original(sha256)
        if final.exists():
            os.utime(final)  # as good as new: the sweep must leave it alone until the row is there
            _sync_folder(final.parent)  # whoever put it there may not have come so far yet
            return
        temp = self._temp / secrets.token_hex(16)
        with _cleaned_up(temp):
            _write(temp, original)
            self._move(temp, final)

    def _keep_copies(self, key: str, large: bytes, thumb: bytes) -> None:
        """Both copies become visible by one rename of their folder."""
        temp = self._temp / secrets.token_hex(16)
        with _cleaned_up(temp):
            temp.mkdir(mode=0o700)
            _write(temp / LARGE, large)
            _write(temp / THUMB, thumb)
            _sync_folder(temp)
            self._move(temp, self._copies(key))

    def _move(self, temp: Path, final: Path) -> None:
        _make_folder(final.parent)
        temp.rename(final)
        _sync_folder(final.parent)

    def _original(self, sha256: str) -> Path:
        if not _SHA256.fullmatch(sha256):
            raise ValueError("not a SHA-256")
        return self._originals / sha256[:2] / sha256

    def _copies(self, key: str) -> Path:
        if not rules.is_key(key):
            raise ValueError("not a key")
        return self._derived / key[:2] / key

    def _empty_temp(self) -> int:
        entries = list(self._temp.iterdir())
        for entry in entries:
            _remove(entry)
        return len(entries)

    @contextmanager
    def _locked(self, how: int) -> Iterator[bool]:
        """Hold the store's lock; False when it was asked for without waiting and somebody has it."""
        _make_folder(self._temp)
        lock = os.open(self.root / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            try:
                fcntl.flock(lock, how)
            except BlockingIOError:
                yield False
                return
            yield True
        finally:
            os.close(lock)


def _write(path: Path, content: bytes | BinaryIO) -> None:
    """A new file, on the disk when this returns."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as stream:
        if isinstance(content, bytes):
            stream.write(content)
        else:
            content.seek(0)
            shutil.copyfileobj(content, stream)
        stream.flush()
        os.fsync(stream.fileno())


def _make_folder(folder: Path) -> None:
    """Make what is missing of it, each level synced into the one above."""
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(entry: Path) -> None:
    if entry.is_dir():
        shutil.rmtree(entry)
    else:
        entry.unlink(missing_ok=True)


@contextmanager
def _cleaned_up(temp: Path) -> Iterator[None]:
    """Nothing stays behind when writing fails, the disk being full for one."""
    try:
        yield
    except BaseException:
        _remove(temp)
        raise
