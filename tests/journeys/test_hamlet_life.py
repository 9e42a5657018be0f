"""A hamlet head counts who sorts, in two numbers, without a network."""

import pytest
from playwright.sync_api import expect
from sqlmodel import select

from api.hamlet_life.sorting_models import SortingCount
from api.places.models import Hamlet
from tests.journeys.conftest import Person
from tests.support.browsers import Faults
from tests.support.servers import LiveServer
from tests.support.waiting import wait_for

pytestmark = [pytest.mark.journey, pytest.mark.one_database, pytest.mark.timeout(120)]


def test_1_6_a_head_counts_offline_in_two_numbers_and_it_arrives_once(
    person: Person, live_server: LiveServer, faults: Faults
) -> None:
    faults.allow("ERR_INTERNET_DISCONNECTED|ERR_FAILED")
    head = person("phone", login="truongthon3")
    head.goto("/thon/phan-loai")
    expect(head.get_by_role("button", name="Lần trước").first).to_be_visible()
    head.context.set_offline(True)
    head.get_by_role("button", name="Lần trước").first.click()
    head.get_by_label("Bao nhiêu hộ phân loại rác?").fill("999")
    head.get_by_role("button", name="Gửi").click()
    expect(head.get_by_text("Số hộ phân loại nhiều hơn số hộ của thôn.")).to_be_visible()
    head.get_by_label("Bao nhiêu hộ phân loại rác?").fill("211")
    head.get_by_role("button", name="Gửi").click()
    expect(head.get_by_role("heading", name="Đã lưu trên máy")).to_be_visible()
    head.context.set_offline(False)
    wait_for(lambda: counts(live_server) == [211], what="the count to arrive")
    expect(head.get_by_role("link", name="Xem các thôn")).to_be_visible()
    head.get_by_role("link", name="Xem các thôn").click()
    expect(head.get_by_text("211/249").first).to_be_visible()
    assert counts(live_server) == [211]


def counts(server: LiveServer) -> list[int]:
    """What Thôn Mẫu 3 told with this number."""
    with server.database.session(writes=False) as session:
        found = session.exec(
            select(SortingCount.sorting).join(Hamlet).where(Hamlet.code == "MAU03", SortingCount.sorting == 211)
        )
        return list(found)
