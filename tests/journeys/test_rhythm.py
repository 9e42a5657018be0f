"""A hamlet head invites to the weekend, without a network, and everybody sees it."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Person
from tests.support.browsers import Faults
from tests.support.waiting import wait_for

pytestmark = [pytest.mark.journey, pytest.mark.one_database, pytest.mark.timeout(120)]


def test_1_1_a_head_invites_offline_and_a_neighbour_sees_where_to_meet(person: Person, faults: Faults) -> None:
    faults.allow("ERR_INTERNET_DISCONNECTED|ERR_FAILED")
    head = person("phone", login="truongthon5")
    head.goto("/cuoi-tuan-nay")
    head.get_by_role("button", name="Hẹn giờ ra quân").click()
    head.context.set_offline(True)
    head.get_by_role("button", name="Báo cho bà con").click()
    expect(head.get_by_text("Xin ghi nơi tập trung.")).to_be_visible()
    head.get_by_label("Tập trung tại").fill("Sân đình làng Thử")
    head.get_by_role("button", name="Báo cho bà con").click()
    expect(head.get_by_role("heading", name="Đã lưu trên máy")).to_be_visible()
    head.context.set_offline(False)
    expect(head.get_by_text("Sân đình làng Thử").first).to_be_visible()
    with head.expect_download() as card:
        head.get_by_role("button", name="Gửi thiệp mời (ảnh)").click()
    wait_for(lambda: card.value.suggested_filename.startswith("moi-ra-quan-"), what="the invitation as a picture")
    neighbour = person("phone")
    neighbour.goto("/cuoi-tuan-nay?thon=")
    neighbour.get_by_role("link", name="Thôn Mẫu 5").click()
    expect(neighbour.get_by_text("Sân đình làng Thử").first).to_be_visible()
    neighbour.get_by_text("Lời đọc loa").first.click()
    expect(neighbour.get_by_text("Xin nhắc lại: sáu giờ ba mươi")).to_be_visible()
