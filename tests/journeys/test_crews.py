"""An officer inspects a crew where there is no network."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import select

from api.checklists.models import Inspection
from tests.journeys.crew_visits import BOOK, CREW
from tests.journeys.visits import OFFICER
from tests.support.browsers import Faults
from tests.support.servers import LiveServer
from tests.support.waiting import wait_for

pytestmark = [pytest.mark.journey, pytest.mark.timeout(120)]
SEEN = "Xem trên tuyến, không có mạng"


def test_2_4c_an_inspection_of_a_crew_arrives_without_a_network(
    visitor: Callable[..., Page], shared_server: LiveServer, faults: Faults
) -> None:
    faults.allow("ERR_INTERNET_DISCONNECTED|ERR_FAILED")
    page = visitor("phone", login=OFFICER)
    page.goto(f"{BOOK}/{CREW}/kiem-tra")
    expect(page.get_by_role("heading", level=1, name="Tổ thu gom số 1")).to_be_visible()
    page.context.set_offline(True)
    page.get_by_role("radio", name="Chưa đạt").first.check()
    page.get_by_label("Nhận xét chung").fill(SEEN)
    page.get_by_role("button", name="Gửi kết quả").click()
    expect(page.get_by_text("Đã lưu trên máy").first).to_be_visible()
    page.context.set_offline(False)
    wait_for(lambda: arrived(shared_server) == ["crew"], within=40, what="the inspection of the crew")


def arrived(server: LiveServer) -> list[str]:
    with server.database.session(writes=False) as session:
        return list(session.exec(select(Inspection.kind).where(Inspection.words == SEEN)))
