"""Waiting for something outside this process, with an end to it."""

import threading
import time
from collections.abc import Callable

_NEVER = threading.Event()


def wait_for(condition: Callable[[], object], *, within: float = 20, every: float = 0.02, what: str = "") -> None:
    """Return as soon as `condition()` is true; AssertionError when it is not within so many seconds."""
    end = time.monotonic() + within
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"waited {within} s in vain for {what or condition}")
        _NEVER.wait(every)
