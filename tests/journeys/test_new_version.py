"""A new version of the app reaches a phone within one visit, never in the middle of a sentence, with letters intact."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys.conftest import Person
from tests.journeys.posting import arrived, install, report
from tests.support import communes, shelves
from tests.support.browsers import Faults
from tests.support.servers import ROOT, LiveServer
from tests.support.waiting import wait_for

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180), pytest.mark.one_database]
NEW = "() => document.documentElement.dataset.edition === 'new'"
_KEPT = """async () => Object.fromEntries(await Promise.all(
  (await caches.keys()).map(async (name) => [name, (await (await caches.open(name)).keys()).length])))"""
_FATE = """async () => {
  const all = await navigator.serviceWorker.getRegistration();
  const fresh = await new Promise((found) => {
    all.addEventListener('updatefound', () => found(all.installing));
    all.update().catch(() => {});
  });
  const isOver = () => ['redundant', 'installed', 'activated'].includes(fresh.state);
  await new Promise((done) => (isOver() ? done() : fresh.addEventListener('statechange', () => isOver() && done())));
  return fresh.state;
}"""
KILL = """
addEventListener('install', () => self.skipWaiting());
addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
})()));
"""


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """A copy of the whole program, to be changed under the server's feet."""
    root = tmp_path / "workshop"
    for folder in ("api", "pwa", "migrations"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "pyproject.toml", root / "pyproject.toml")
    return root


@pytest.fixture
def shared_server(demo: Path, tmp_path: Path, workshop: Path) -> Iterator[LiveServer]:
    """Here each test has a server of its own."""
    with communes.serving(demo, tmp_path / "data", root=workshop) as server:
        yield server


def publish(workshop: Path) -> None:
    """The new version marks the page, so that it can be told from the old one."""
    main = workshop / "pwa" / "app" / "main.js"
    main.write_text(main.read_text() + "\ndocument.documentElement.dataset.edition = 'new';\n")


def kept(page: Page) -> dict[str, int]:
    """The versions whose files are on this phone, and how many files of each."""
    found: dict[str, int] = page.evaluate(_KEPT)
    return {name: files for name, files in found.items() if name.startswith("shell-")}


def wait_with_a_letter(page: Page, words: str, pictures: list[Path]) -> None:
    """A report is in the post and the line refuses it."""
    page.goto("/")
    install(page)
    page.context.route("**/api/complaints", no_way)
    report(page, words, pictures)
    wait_for(lambda: shelves.states(page) == ["waiting"], what="the first try to be over")


def no_way(route: Route) -> None:
    if route.request.method == "POST":
        route.abort()
    else:
        route.continue_()


def test_a_new_version_comes_within_one_visit_while_a_letter_waits(
    visitor: Person, workshop: Path, shared_server: LiveServer, pictures: list[Path], faults: Faults
) -> None:
    faults.allow("ERR_FAILED")
    page = visitor("phone")
    wait_with_a_letter(page, "Bản cũ", pictures)
    [before] = shelves.letters(page)
    publish(workshop)
    page.goto("/theo-doi")
    page.wait_for_function(NEW)
    shelves.wait_in(lambda: len(kept(page)) == 1, what="the old version's files to be gone")
    [after] = shelves.letters(page)
    assert (after["id"], after["fields"], after["photos"]) == (before["id"], before["fields"], before["photos"])
    page.context.unroute("**/api/complaints")
    page.reload()
    wait_for(lambda: shelves.states(page) == ["sent"], what="the letter of the old version")
    assert arrived(shared_server, "Bản cũ") == [("Bản cũ", 2)]


def test_somebody_who_is_writing_is_asked_before_the_new_version_comes(visitor: Person, workshop: Path) -> None:
    page = visitor("phone")
    page.goto("/")
    install(page)
    page.goto("/theo-doi")
    page.get_by_label("Mã phản ánh").fill("KS-26")
    page.get_by_label("Mã phản ánh").press("End")
    publish(workshop)
    page.evaluate("() => navigator.serviceWorker.getRegistration().then((one) => one.update())")
    offer = page.get_by_text("Có bản mới của ứng dụng.")
    expect(offer).to_be_visible()
    expect(page.get_by_label("Mã phản ánh")).to_have_value("KS-26")
    assert not page.evaluate(NEW)
    page.get_by_role("button", name="Dùng bản mới").click()
    page.wait_for_function(NEW)


def test_a_version_that_is_broken_leaves_the_old_one_in_charge(visitor: Person, workshop: Path, faults: Faults) -> None:
    """The new worker's list names a file that cannot be had: nothing of it is kept."""
    faults.allow("404|503")
    page = visitor("phone")
    page.goto("/")
    install(page)
    [(before, full)] = kept(page).items()
    worker = workshop / "pwa" / "sw.js"
    worker.write_text("BUILD.files.push('/khong/co.js');\nBUILD.hash += 'x';\n" + worker.read_text())
    assert page.evaluate(_FATE) == "redundant"
    assert kept(page)[before] == full
    page.context.set_offline(True)
    faults.allow("ERR_INTERNET_DISCONNECTED")
    page.goto("/gui")
    expect(page.get_by_role("heading", name="Chụp chỗ có rác")).to_be_visible()


def test_a_worker_that_takes_itself_away_leaves_every_letter(
    visitor: Person, workshop: Path, shared_server: LiveServer, pictures: list[Path], faults: Faults
) -> None:
    """The emergency brake: a worker that only unregisters. The letters lie elsewhere and go on."""
    faults.allow("ERR_FAILED")
    page = visitor("phone")
    wait_with_a_letter(page, "Phanh tay", pictures)
    (workshop / "pwa" / "sw.js").write_text(KILL)
    page.goto("/theo-doi")
    shelves.wait_in(lambda: not kept(page), what="the files of the worker to be gone")
    page.goto("/")
    shelves.wait_until(page, "waiting")
    page.context.unroute("**/api/complaints")
    page.evaluate("setTimeout(() => location.reload())")
    shelves.wait_until(page, "sent")
    assert arrived(shared_server, "Phanh tay") == [("Phanh tay", 2)]
