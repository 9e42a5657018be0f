"""What is kept is on the disk, whole, under a name nobody guesses; what is left over goes, and nothing else."""

import errno
import fcntl
import hashlib
import io
import os
import shutil
import stat
from collections import namedtuple
from collections.abc import Set
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from api.core import problems
from api.media.pictures import Prepared
from api.media.store import GRACE, StorageFull, Store
from tests import photos
from tests.media.make import prepare

NOW = datetime(2026, 11, 28, 1, 0, tzinfo=UTC)
LATER = NOW + GRACE + timedelta(minutes=1)
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "media")


@pytest.fixture
def prepared() -> Prepared:
    return prepare(photos.small_photo())


def keep(store: Store, prepared: Prepared) -> str:
    return store.keep(prepared, io.BytesIO(photos.small_photo()))


def files(store: Store) -> list[Path]:
    return [path for path in store.root.rglob("*") if path.is_file() and path.name != "lock"]


def set_age(store: Store, moment: datetime) -> None:
    for path in store.root.rglob("*"):
        os.utime(path, (moment.timestamp(), moment.timestamp()))


def sweep(
    store: Store, *, keys: Set[str] = frozenset(), originals: Set[str] = frozenset(), now: datetime = LATER
) -> int | None:
    return store.sweep(keys=keys, originals=originals, now=now)


def test_what_is_kept_can_be_read_again(store: Store, prepared: Prepared) -> None:
    key = keep(store, prepared)

    assert store.read_large(key) == prepared.large
    assert store.read_thumb(key) == prepared.thumb
    with store.open_original(prepared.sha256) as original:
        assert hashlib.sha256(original.read()).hexdigest() == prepared.sha256


def test_the_same_original_twice_is_one_file_with_two_keys(store: Store, prepared: Prepared) -> None:
    first, second = keep(store, prepared), keep(store, prepared)

    assert first != second
    assert len([path for path in files(store) if path.name == prepared.sha256]) == 1
    assert store.read_large(first) == store.read_large(second)


def test_a_key_is_144_random_bits_and_tells_nothing(store: Store, prepared: Prepared) -> None:
    keys = {keep(store, prepared) for _ in range(20)}

    assert len(keys) == 20
    assert all(len(key) == 24 and prepared.sha256[:6] not in key for key in keys)


def test_only_the_owner_may_read_the_files(store: Store, prepared: Prepared) -> None:
    keep(store, prepared)

    assert {stat.S_IMODE(path.stat().st_mode) for path in files(store)} == {0o600}
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o700 for path in store.root.rglob("*") if path.is_dir())


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "", "a", "A" * 23, "A" * 25, "A" * 23 + "/", "." * 24, "A" * 24 + "\n"]
)
def test_a_name_that_is_no_key_opens_nothing(store: Store, name: str) -> None:
    for read in (store.read_large, store.read_thumb, store.open_original):
        with pytest.raises(ValueError):
            read(name)


def test_everything_is_synced_before_and_after_it_gets_its_name(
    store: Store, prepared: Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, prepared)  # the folders are there
    steps = record(store, monkeypatch)

    store.keep(prepare(photos.small_photo(seed=2)), io.BytesIO(photos.small_photo(seed=2)))

    temp, original, copies = "temp/*", "originals/*/*", "derived/*/*"
    assert [step for step in steps if step not in ("sync .", "sync originals", "sync derived")] == [
        f"sync {temp}", f"name {original}", "sync originals/*",
        f"sync {temp}/large.jpg", f"sync {temp}/thumb.webp", f"sync {temp}", f"name {copies}", "sync derived/*",
    ]  # fmt: skip


def test_a_new_folder_is_synced_into_the_one_above(
    store: Store, prepared: Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.root.parent.mkdir(exist_ok=True)
    steps = record(store, monkeypatch)

    keep(store, prepared)

    for folder in ("sync .", "sync originals", "sync derived"):
        assert folder in steps
    assert steps.index("sync originals") < steps.index("name originals/*/*")
    assert steps.index("sync derived") < steps.index("name derived/*/*")


@pytest.mark.parametrize("step", range(8))
def test_a_crash_at_any_step_leaves_no_half_file_in_sight(
    step: int, store: Store, prepared: Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every fsync is a moment at which the power may go; nothing is tidied up after it."""
    monkeypatch.setattr("api.media.store._remove", lambda entry: None)
    crash_at(step, monkeypatch)

    with pytest.raises(OSError, match="power cut"):
        keep(store, prepared)

    for path in files(store):
        if "temp" in path.parts:
            continue
        whole = {"large.jpg": prepared.large, "thumb.webp": prepared.thumb}.get(path.name, photos.small_photo())
        assert path.read_bytes() == whole
    monkeypatch.undo()
    assert store.sweep_temp() >= 0
    assert not list((store.root / "temp").iterdir())
    assert store.read_large(keep(store, prepared)) == prepared.large


@pytest.mark.parametrize("step", range(6))
def test_an_error_while_writing_leaves_nothing_behind(
    step: int, store: Store, prepared: Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, prepared)
    crash_at(step, monkeypatch, OSError(errno.ENOSPC, "full"))

    with pytest.raises(StorageFull):
        keep(store, prepare(photos.small_photo(seed=2)))

    assert not list((store.root / "temp").iterdir())


def test_an_error_other_than_a_full_disk_is_not_called_one(
    store: Store, prepared: Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    crash_at(3, monkeypatch, OSError(errno.EIO, "broken"))

    with pytest.raises(OSError, match="broken"):
        keep(store, prepared)


def test_a_nearly_full_disk_refuses_photos_before_writing(
    tmp_path: Path, prepared: Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path / "media", reserve_mb=512)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**12, 0, 512 * 1024 * 1024 + prepared.size))

    with pytest.raises(StorageFull):
        keep(store, prepared)

    assert not store.root.exists()
    assert problems.status_of(StorageFull) == 507


def test_the_sweep_takes_old_files_that_nobody_knows_and_no_others(store: Store, prepared: Prepared) -> None:
    other = prepare(photos.small_photo(seed=2))
    known, orphan = keep(store, prepared), store.keep(other, io.BytesIO(photos.small_photo(seed=2)))
    set_age(store, NOW)

    assert sweep(store, keys={known}, originals={prepared.sha256}) == 2

    assert store.read_large(known)
    with store.open_original(prepared.sha256):
        pass
    assert not [path for path in files(store) if orphan in path.parts or other.sha256 == path.name]


def test_the_sweep_leaves_what_is_younger_than_an_hour(store: Store, prepared: Prepared) -> None:
    keep(store, prepared)
    set_age(store, NOW)

    assert sweep(store, now=NOW + GRACE) == 0
    assert sweep(store, now=NOW + GRACE + timedelta(seconds=1)) == 2


def test_an_old_original_that_comes_again_is_young_again(store: Store, prepared: Prepared) -> None:
    keep(store, prepared)
    set_age(store, datetime.now(UTC) - 2 * GRACE)
    key = keep(store, prepared)

    assert sweep(store, keys={key}, now=datetime.now(UTC)) == 1  # only the copies of the first

    with store.open_original(prepared.sha256):
        pass


def test_a_sweep_removes_half_written_files_of_a_crash(store: Store) -> None:
    store.sweep_temp()
    (store.root / "temp" / "half").write_bytes(b"x")
    (store.root / "temp" / "folder").mkdir()
    (store.root / "temp" / "folder" / "large.jpg").write_bytes(b"x")

    assert store.sweep_temp() == 2

    assert files(store) == []


def test_no_sweep_runs_while_another_process_writes(store: Store, prepared: Prepared) -> None:
    keep(store, prepared)
    set_age(store, NOW)
    (store.root / "temp" / "half").write_bytes(b"x")

    with (store.root / "lock").open("rb+") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)
        assert sweep(store) is None
        assert store.sweep_temp() == 0

    assert len(files(store)) == 4
    assert sweep(store) == 3


def test_writers_do_not_wait_for_each_other(store: Store, prepared: Prepared) -> None:
    store.sweep_temp()
    with (store.root / "lock").open("rb+") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)
        assert keep(store, prepared)


def record(store: Store, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The order of syncs and renames, with random names as stars."""
    steps: list[str] = []
    fsync, rename = os.fsync, Path.rename

    def place(path: Path) -> str:
        parts = path.relative_to(store.root).parts if path.is_relative_to(store.root) else ("above",)
        known = {"temp", "originals", "derived", "large.jpg", "thumb.webp", "above"}
        return "/".join(part if part in known else "*" for part in parts) or "."

    def sync(handle: int) -> None:
        steps.append(f"sync {place(Path(f'/proc/self/fd/{handle}').readlink())}")
        fsync(handle)

    def name(source: Path, target: Path) -> Path:
        steps.append(f"name {place(target)}")
        return rename(source, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(Path, "rename", name)
    return steps


def crash_at(step: int, monkeypatch: pytest.MonkeyPatch, error: OSError | None = None) -> None:
    left, fsync = [step], os.fsync

    def sync(handle: int) -> None:
        if left[0] == 0:
            raise error or OSError(errno.EIO, "power cut")
        left[0] -= 1
        fsync(handle)

    monkeypatch.setattr(os, "fsync", sync)
