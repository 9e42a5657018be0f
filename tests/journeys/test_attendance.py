"""Two phones at one clean-up, both without a network: what they tell meets at the commune and is never doubled."""

import pytest
from playwright.sync_api import expect
from sqlmodel import select

from api.cleanups.attendance_models import Attendance, AttendanceRoll
from tests.journeys.conftest import Person
from tests.support.browsers import Faults
from tests.support.servers import LiveServer
from tests.support.waiting import wait_for

pytestmark = [pytest.mark.journey, pytest.mark.one_database, pytest.mark.timeout(120)]


def test_N5_a_roll_and_a_neighbour_both_offline_are_counted_once(
    person: Person, live_server: LiveServer, faults: Faults
) -> None:
    faults.allow("ERR_INTERNET_DISCONNECTED|ERR_FAILED|fetching the script")  # the worker looks for a newer one
    head, neighbour = person("phone", login="truongthon5"), person("phone")
    head.goto("/cuoi-tuan/diem-danh")
    expect(head.get_by_role("button", name="Mở điểm danh")).to_be_visible()
    neighbour.goto("/co-mat")
    expect(neighbour.get_by_label("Thôn", exact=True)).to_be_visible()
    for phone in (head, neighbour):
        phone.evaluate("navigator.serviceWorker.ready.then(() => true)")
        phone.context.set_offline(True)
    head.get_by_role("button", name="Mở điểm danh").click()
    expect(head.get_by_role("img", name="Mã QR điểm danh")).to_be_visible()
    code = head.locator("p.code").inner_text().replace(" ", "")
    neighbour.get_by_label("Thôn", exact=True).select_option(label="Thôn Mẫu 5")
    neighbour.get_by_label("Mã trên máy trưởng thôn").fill(code)
    neighbour.get_by_role("button", name="Thêm một người").click()
    neighbour.get_by_role("button", name="Có mặt").click()
    expect(neighbour.get_by_role("heading", name="Đã lưu trên máy")).to_be_visible()
    neighbour.context.set_offline(False)
    wait_for(lambda: told(live_server) == [2], what="the presence to arrive before its roll")
    head.context.set_offline(False)
    wait_for(lambda: rolls(live_server) == 1, what="the roll to arrive")
    head.reload()
    expect(head.get_by_text("Đã điểm danh 2 người (1 máy)")).to_be_visible()


def told(server: LiveServer) -> list[int]:
    with server.database.session(writes=False) as session:
        return list(session.exec(select(Attendance.people)))


def rolls(server: LiveServer) -> int:
    with server.database.session(writes=False) as session:
        return len(session.exec(select(AttendanceRoll)).all())
