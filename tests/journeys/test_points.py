"""A point is inspected without a network, gets its label, is reported by a stranger in two taps, and planned for."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import col, select

from api.checklists.models import Inspection
from api.complaints.models import Complaint
from api.demo.world import demo_id
from tests.journeys.visits import OFFICER
from tests.support.browsers import Faults
from tests.support.servers import LiveServer
from tests.support.waiting import wait_for

pytestmark = [pytest.mark.journey, pytest.mark.timeout(120)]
POINT, NAME = demo_id("point", 7), "Điểm tập kết ngã ba kênh"
PAGE, CRACKED = f"/diem-tap-ket/{POINT}", "Nền nứt, nước chảy ra mương"
COUNT_TAPS = "window.taps = 0; document.addEventListener('click', () => window.taps++, true)"


def test_N1_N2_P2_2_2c_a_point_is_inspected_labelled_reported_and_planned(
    visitor: Callable[..., Page], shared_server: LiveServer, faults: Faults
) -> None:
    faults.allow("ERR_INTERNET_DISCONNECTED|ERR_FAILED")
    officer = visitor("phone", login=OFFICER)
    inspect_offline(officer, shared_server)
    print_the_label(officer)
    stranger = visitor("phone")
    code = report_in_two_taps(stranger, shared_server)
    officer.goto(PAGE)
    expect(officer.get_by_role("link", name=code)).to_be_visible()
    plan_it(officer)


def inspect_offline(page: Page, server: LiveServer) -> None:
    page.goto(f"{PAGE}/kiem-tra")
    expect(page.get_by_role("heading", level=1, name=NAME)).to_be_visible()
    page.context.set_offline(True)
    page.get_by_role("radio", name="Chưa đạt").first.check()
    page.get_by_label("Ghi thêm").first.fill(CRACKED)
    page.get_by_role("button", name="Gửi kết quả").click()
    expect(page.get_by_text("Đã lưu trên máy").first).to_be_visible()
    page.context.set_offline(False)
    wait_for(lambda: len(inspections(server)) == 1, within=40, what="the inspection of the point")
    assert CRACKED in str(inspections(server)[0].answers)


def inspections(server: LiveServer) -> list[Inspection]:
    with server.database.session(writes=False) as session:
        return list(session.exec(select(Inspection).where(col(Inspection.subject_id) == POINT)))


def print_the_label(page: Page) -> None:
    page.goto("/so-sach/nhan-diem")
    label = page.get_by_role("listitem").filter(has_text=NAME)
    expect(label.get_by_role("img")).to_have_js_property("complete", True)
    page.emulate_media(media="print")
    expect(label).to_be_visible()
    expect(page.get_by_role("button", name="In ")).to_be_hidden()
    assert page.pdf(format="A4").startswith(b"%PDF"), "it can be printed"
    page.emulate_media(media="screen")


def report_in_two_taps(page: Page, server: LiveServer) -> str:
    """Whoever scans the label comes to the page of the point. The code of the report."""
    page.goto(PAGE)
    page.evaluate(COUNT_TAPS)
    page.get_by_role("button", name="Báo sự cố ở đây").click()
    page.get_by_role("button", name="Gửi phản ánh").click()
    expect(page.get_by_role("heading", name="Đã gửi phản ánh")).to_be_visible()
    assert page.evaluate("window.taps") == 2
    with server.database.session(writes=False) as session:
        found = session.exec(select(Complaint).where(col(Complaint.collection_point_id) == POINT)).one()
    assert found.code is not None and found.category == "point_overflow"
    expect(page.get_by_text(found.code).first).to_be_visible()
    return found.code


def plan_it(page: Page) -> None:
    """What the inspection missed speaks for works; the plan moves by a year, and its money with it."""
    page.goto("/so-sach/lo-trinh")
    row = page.get_by_role("row", name=NAME)
    expect(row).to_contain_text("Nâng cấp")
    row.get_by_role("button", name="Đưa vào lộ trình").click()
    page.get_by_label("Kinh phí (đồng)").fill("40000000")
    page.get_by_role("button", name="Lưu").click()
    card = page.locator(".roadmap-card", has_text=NAME)
    expect(card).to_be_visible()
    year = page.locator(".roadmap-year", has=card)
    expect(year.get_by_role("heading")).to_have_text("2027")
    card.get_by_label(f"Năm của {NAME}").select_option("2028")
    expect(year.get_by_role("heading")).to_have_text("2028")
    expect(year).to_contain_text("48 triệu đồng")
