"""A resident looks things up and plays without a network; the round is counted once the line is back."""

import pytest
from playwright.sync_api import expect

from api.outreach import quiz_queries
from tests.journeys.conftest import Person
from tests.journeys.posting import install
from tests.support.browsers import Faults
from tests.support.servers import LiveServer
from tests.support.waiting import wait_for

pytestmark = [pytest.mark.journey, pytest.mark.timeout(120)]


def played(server: LiveServer) -> int:
    with server.database.session(writes=False) as session:
        return quiz_queries.book(session).played


def test_1_3_and_1_4_the_guide_and_the_quiz_work_without_a_network(
    visitor: Person, shared_server: LiveServer, faults: Faults
) -> None:
    faults.allow("ERR_INTERNET_DISCONNECTED")
    page = visitor("phone")
    page.goto("/")
    install(page)
    page.goto("/do-vui")
    expect(page.get_by_role("button", name="Bắt đầu")).to_be_visible()
    page.context.set_offline(True)
    page.goto("/phan-loai")
    page.get_by_label("Gõ tên thứ cần bỏ").fill("vo chuoi")
    expect(page.get_by_role("heading", name="Vỏ trái cây")).to_be_visible()
    expect(page.get_by_role("link", name="Rác thực phẩm")).to_be_visible()
    page.goto("/do-vui")
    page.get_by_role("button", name="Bắt đầu").click()
    for _ in range(10):
        page.locator(".quiz-option").first.click()
        page.locator(".foot .button").click()
    expect(page.get_by_role("heading", name="trong 10 câu")).to_be_visible()
    assert played(shared_server) == 0
    page.context.set_offline(False)
    page.goto("/do-vui")
    wait_for(lambda: played(shared_server) == 1)
