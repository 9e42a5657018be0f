"""What the outbox of a phone holds, read and changed behind the app's back."""

import contextlib
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Error, Page

from tests.support.waiting import wait_for

_ALL = """(store) => new Promise((done, fail) => {
  const open = indexedDB.open('xa-xanh');
  open.onerror = fail;
  open.onsuccess = () => {
    const ask = open.result.transaction(store).objectStore(store).getAll();
    ask.onsuccess = () => { open.result.close(); done(JSON.parse(JSON.stringify(ask.result))); };
  };
})"""
_CHANGE = """([id, change]) => new Promise((done, fail) => {
  const open = indexedDB.open('xa-xanh');
  open.onerror = fail;
  open.onsuccess = () => {
    const turn = open.result.transaction('letters', 'readwrite');
    const ask = turn.objectStore('letters').get(id);
    ask.onsuccess = () => turn.objectStore('letters').put({ ...ask.result, ...change });
    turn.oncomplete = () => { open.result.close(); done(); };
  };
})"""


def letters(page: Page) -> list[dict[str, Any]]:
    """In the order in which they were put into the post."""
    found: list[dict[str, Any]] = page.evaluate(_ALL, "letters")
    return sorted(found, key=lambda letter: (letter["queued_at"] or 0, letter["id"]))


def states(page: Page) -> list[str]:
    return [str(letter["state"]) for letter in letters(page)]


def wait_until(page: Page, state: str) -> None:
    """The only letter is in this state."""
    wait_in(lambda: states(page) == [state], what=f"the letter to be {state}")


def wait_in(condition: Callable[[], object], *, what: str) -> None:
    """Something asked of a page comes true; also while the page reloads itself for a new version."""

    def is_so() -> object:
        with contextlib.suppress(Error):  # the page is just leaving
            return condition()
        return False

    wait_for(is_so, what=what)


def change(page: Page, letter: dict[str, Any], **what: Any) -> None:
    """As an older version of the app, or a fault of the phone, would have left it."""
    page.evaluate(_CHANGE, [letter["id"], what])


def everything(page: Page) -> dict[str, Any]:
    """Every store of this phone's database."""
    return {store: page.evaluate(_ALL, store) for store in ("letters", "photos", "cases", "notes")}
