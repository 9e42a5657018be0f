"""A phone that keeps what it has: the same Chromium profile, opened again after a kill."""

import contextlib
import os
import signal
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Page

from tests.support.browsers import FLAGS, Faults, find_chromium
from tests.support.waiting import wait_for


class Phone:
    """`open()` starts the browser and gives a page; `kill()` is the battery that falls out."""

    def __init__(self, browser: Browser, profile: Path, faults: Faults, manner: dict[str, Any]) -> None:
        self._type, self._profile, self._faults, self._manner = browser.browser_type, profile, faults, manner
        self._context: BrowserContext | None = None

    @property
    def context(self) -> BrowserContext:
        assert self._context, "the phone is off"
        return self._context

    def open(self, path: str, *, offline: bool = False) -> Page:
        self._context = self._type.launch_persistent_context(
            self._profile, executable_path=find_chromium() or None, headless=True, args=FLAGS, **self._manner
        )
        self._context.set_default_timeout(20_000)
        self._faults.watch(self._context)
        self._context.set_offline(offline)
        page = self._context.pages[0]
        page.goto(path)
        return page

    def kill(self) -> None:
        """SIGKILL to the browser's own process: nothing is flushed or said good-bye to."""
        pid = self._pid()
        assert pid, "no browser process of this phone"
        os.kill(pid, signal.SIGKILL)
        wait_for(lambda: not self._pid(), what="the browser to be gone")
        self.close()

    def close(self) -> None:
        if self._context:
            with contextlib.suppress(Error):  # it was killed
                self._context.close()
            self._context = None

    def _pid(self) -> int | None:
        """The process that was started with this profile and is nobody's helper."""
        mark = f"--user-data-dir={self._profile}"
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                words = (folder / "cmdline").read_bytes().decode(errors="replace").split("\0")
            except OSError:
                continue
            if mark in words and not any(word.startswith("--type=") for word in words) and self._lives(folder):
                return int(folder.name)
        return None

    def _lives(self, folder: Path) -> bool:
        try:
            return "\nState:\tZ" not in (folder / "status").read_text()
        except OSError:
            return False
