"""What stays in a browser: nothing of the office after signing out, and a resident's key is never in an address."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Request, expect
from sqlmodel import col, select

from api.accounts.models import Account
from api.complaints.models import Complaint, ComplaintPhoto
from api.media.models import Picture
from tests.journeys.conftest import Person
from tests.journeys.posting import install, report
from tests.support import shelves
from tests.support.browsers import Faults
from tests.support.servers import LiveServer
from tests.support.waiting import wait_for

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]
NOT_KEPT = re.compile(r"/api/(desk|session|tracking|accounts|units|password-link|cleanups/[^/?]+/history)")
LEFT = r"/media/.+ net::ERR_FAILED"  # pictures that were on their way when the page was left
NOTE = "Nhà ông Ba hay đổ trộm, hẹn gặp chiều nay."
_CACHES = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const answer = await cache.match(request);
      const words = /json|text/.test(answer.headers.get('Content-Type') ?? '') ? await answer.text() : '';
      found.push({ name, url: request.url, words, rule: answer.headers.get('Cache-Control') ?? '' });
    }
  }
  return found;
}"""
_STORES = "() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])"


def caches(page: Page) -> list[dict[str, str]]:
    found: list[dict[str, str]] = page.evaluate(_CACHES)
    return found


def memory(page: Page) -> str:
    """Everything a script of the page could read, in one text: stores, database, caches of the API."""
    kept = [one["words"] for one in caches(page) if "/api/" in one["url"]]
    return json.dumps([page.evaluate(_STORES), shelves.everything(page), kept], ensure_ascii=False)


def work_a_while(page: Page, case: str) -> None:
    """An officer looks around, opens a case and begins a note."""
    cleanup = page.evaluate("() => fetch('/api/cleanups').then((all) => all.json()).then(({ items }) => items[0].id)")
    for path in ("/viec", "/tai-khoan", "/ban-lam-viec?hang=open", f"/cuoi-tuan/{cleanup}"):
        page.goto(path)
        expect(page.locator("main").get_by_role("link").or_(page.locator("main details")).first).to_be_visible()
    page.goto(f"/ban-lam-viec/{case}?hang=all")
    expect(page.locator(".desk-actions")).to_be_visible()
    page.wait_for_function("() => [...document.images].some((one) => one.src.includes('/media/') && one.complete)")
    page.keyboard.press("n")
    page.get_by_label("Ghi chú", exact=True).fill(NOTE)
    expect(page.get_by_label("Ghi chú", exact=True)).to_have_value(NOTE)


def sign_out(page: Page) -> None:
    page.goto("/tai-khoan")
    page.get_by_role("button", name="Đăng xuất").last.click()
    page.wait_for_url("/")
    page.wait_for_function("() => document.querySelector('.ribbon') && !localStorage.getItem('account')")


@pytest.fixture
def told(shared_server: LiveServer) -> dict[str, Any]:
    """A case with a photo that only the office may see, and the people of the office."""
    with shared_server.database.session(writes=False) as session:
        shown = select(Complaint).join(ComplaintPhoto).join(Picture, col(ComplaintPhoto.picture_id) == col(Picture.id))
        case = session.exec(shown.where(col(Picture.public_key).is_(None))).first()
        people = [one.name for one in session.exec(select(Account))]
    assert case
    return {"case": str(case.id), "people": people}


def test_nothing_of_the_office_stays_in_a_browser_after_signing_out(
    visitor: Person, told: dict[str, Any], faults: Faults
) -> None:
    faults.allow(LEFT)
    page = visitor("desk", login="canbo")
    install(page)
    work_a_while(page, told["case"])
    during = caches(page)
    assert [one["url"] for one in during if NOT_KEPT.search(one["url"])] == []
    assert [one["url"] for one in during if "/media/" in one["url"] and "private" in one["rule"]] == []

    sign_out(page)
    assert [one["url"] for one in caches(page) if NOT_KEPT.search(one["url"])] == []
    left = memory(page)
    assert [name for name in (*told["people"], told["case"], NOTE) if name in left] == []


def test_the_next_person_at_the_same_computer_finds_no_draft_of_the_one_before(
    visitor: Person, told: dict[str, Any], faults: Faults
) -> None:
    faults.allow(LEFT)
    page = visitor("desk", login="canbo")
    work_a_while(page, told["case"])
    sign_out(page)
    page.get_by_role("link", name="Cài đặt, đăng nhập cán bộ").click()
    page.get_by_role("link", name="Đăng nhập cán bộ").click()
    page.get_by_label("Tên đăng nhập").fill("lanhdao")
    page.get_by_label("Mật khẩu", exact=True).fill("xanh-mau-2026")
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url("**/viec")
    assert NOTE not in memory(page)


def test_the_key_of_a_case_never_stands_in_an_address_that_reaches_the_server(
    visitor: Person, shared_server: LiveServer, pictures: list[Path], faults: Faults
) -> None:
    faults.allow("404")
    page = visitor("phone")
    asked: list[Request] = []
    page.context.on("request", lambda request: asked.append(request))
    page.goto("/")
    install(page)
    report(page, "Khóa theo dõi", pictures)
    expect(page.get_by_role("heading", name="Đã gửi phản ánh")).to_be_visible()
    [case] = shelves.everything(page)["cases"]
    token = case["token"]
    page.get_by_role("link", name="Theo dõi phản ánh này").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()

    other = visitor("phone")
    other.context.on("request", lambda request: asked.append(request))
    other.goto(f"/theo-doi#{token}")
    other.wait_for_url(f"**/phan-anh/{case['code']}")
    expect(other.get_by_role("heading", level=1)).to_be_visible()
    assert token not in other.url
    wait_for(lambda: other.evaluate("1") and len(asked) > 20, what="the requests to be noted")
    assert [one.url for one in asked if token in one.url.split("#")[0]] == []
    assert [one.url for one in asked if token in one.headers.get("referer", "")] == []
    assert [one.url for one in asked if one.headers.get("x-tracking-token") == token]
    assert token not in shared_server.log.read_text()
    for one in (page, other):
        assert [kept["url"] for kept in caches(one) if NOT_KEPT.search(kept["url"])] == []
        assert token not in json.dumps(caches(one))
