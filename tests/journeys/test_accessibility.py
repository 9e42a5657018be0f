"""Every page for everybody: axe finds nothing, by day and by night, nothing sticks out of a small phone, no faults."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.conftest import manner, sign_in
from tests.journeys.crew_visits import CREWS
from tests.journeys.desk_visits import ADMINISTRATORS, DESKS, MODERATORS
from tests.journeys.dump_visits import DUMPS
from tests.journeys.field_visits import FIELDS
from tests.journeys.movement_visits import MOVEMENT
from tests.journeys.outreach_visits import OUTREACH
from tests.journeys.plan_visits import PLANS
from tests.journeys.rhythm_visits import RHYTHM
from tests.journeys.visits import RESIDENTS, STAFF, Visit, addresses, answer, names
from tests.support import eyes
from tests.support.browsers import Faults
from tests.support.servers import LiveServer

VISITS = [
    *RESIDENTS,
    *STAFF,
    *FIELDS,
    *DESKS,
    *MODERATORS,
    *ADMINISTRATORS,
    *MOVEMENT,
    *OUTREACH,
    *PLANS,
    *DUMPS,
    *CREWS,
    *RHYTHM,
]
FORGET = """() => {
  for (const name of ['look', 'hamlet']) localStorage.removeItem(name);
  sessionStorage.clear();
  return new Promise((done) => Object.assign(indexedDB.deleteDatabase('xa-xanh'), { onsuccess: done, onerror: done }));
}"""
pytestmark = [pytest.mark.journey, pytest.mark.timeout(120)]


class Readers:
    """One browser for each person and kind of screen, kept for the whole module: signing in takes its time."""

    def __init__(self, browser: Browser, server: LiveServer) -> None:
        self.browser, self.server = browser, server
        self.names = names(server)
        self.pages: dict[tuple[str, str | None], tuple[Page, Faults]] = {}

    def page_of(self, visit: Visit) -> tuple[Page, Faults]:
        who = (visit.kind, visit.login)
        if who not in self.pages:
            more = manner(visit.kind, self.server) | {"service_workers": "block", "reduced_motion": "reduce"}
            context = self.browser.new_context(**more)
            context.set_default_timeout(20_000)
            faults = Faults()
            faults.watch(context)
            self.pages[who] = context.new_page(), faults
            if visit.login:
                sign_in(self.pages[who][0], visit.login)
        return self.pages[who]

    def open(self, visit: Visit) -> tuple[Page, Faults]:
        page, faults = self.page_of(visit)
        page.context.grant_permissions(["geolocation"])
        page.unroute_all()
        page.goto("about:blank")
        faults.seen.clear()
        if visit.answers:
            page.route("**/api/**", answer(visit))
        page.goto(visit.address.format(**self.names))
        eyes.settle(page)
        visit.do(page)
        eyes.settle(page)
        return page, faults

    def forget(self, page: Page) -> None:
        """Nothing of one visit is there in the next."""
        page.unroute_all()
        page.evaluate(FORGET)

    def close(self) -> None:
        for page, _ in self.pages.values():
            page.context.close()


@pytest.fixture(scope="module")
def readers(browser: Browser, shared_server: LiveServer) -> Iterator[Readers]:
    opened = Readers(browser, shared_server)
    yield opened
    opened.close()


def test_every_address_of_the_app_is_looked_at() -> None:
    assert {visit.route for visit in VISITS} == set(addresses())


@pytest.mark.parametrize("visit", VISITS, ids=lambda visit: visit.name)
def test_a_page_can_be_used_by_everybody(readers: Readers, visit: Visit) -> None:
    page, faults = readers.open(visit)
    found = eyes.violations(page) + eyes.at_night(page)
    if visit.kind == "phone":
        found += eyes.too_wide(page)
    found += [fault for fault in faults.seen if not re.search(visit.faults, fault)]
    readers.forget(page)
    assert not found, "\n".join(found)
