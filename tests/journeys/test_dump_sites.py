"""A head looks at a cleared dump without a network; an officer draws how far another one reaches."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import col, select

from api.dump_sites.models import DumpSite, DumpSitePhoto, DumpSiteVisit
from tests.journeys.visits import HEAD, OFFICER, SITE
from tests.photos import small_photo
from tests.support.browsers import Faults
from tests.support.servers import LiveServer
from tests.support.waiting import wait_for

pytestmark = [pytest.mark.journey, pytest.mark.timeout(120)]


def test_N3_a_visit_without_a_network_arrives_with_its_photo(
    visitor: Callable[..., Page], shared_server: LiveServer, faults: Faults, tmp_path: Path
) -> None:
    faults.allow("ERR_INTERNET_DISCONNECTED|ERR_FAILED")
    photo = tmp_path / "visit.jpg"
    photo.write_bytes(small_photo())
    page = visitor("phone", login=HEAD)
    page.goto("/bai-rac")
    page.get_by_role("link", name="Bãi rác đầu mương").click()
    expect(page.get_by_role("heading", level=1, name="Bãi rác đầu mương")).to_be_visible()
    page.context.set_offline(True)
    page.get_by_role("button", name="Rác lại đổ nhiều").click()
    page.locator("input[type=file]").first.set_input_files(photo)
    expect(page.locator(".photos img")).to_be_visible()
    page.get_by_role("button", name="Gửi", exact=True).click()
    expect(page.get_by_text("Đã lưu trên máy").first).to_be_visible()
    page.context.set_offline(False)
    wait_for(lambda: arrived(shared_server) == ["dumped_again"], within=40, what="the visit with its photo")


def arrived(server: LiveServer) -> list[str]:
    """Results of the visits, but for the demo's own, whose photo has come."""
    told = (
        select(DumpSiteVisit.result)
        .join(DumpSitePhoto, col(DumpSitePhoto.visit_id) == col(DumpSiteVisit.id))
        .where(col(DumpSitePhoto.picture_id).is_not(None), DumpSiteVisit.words == "")
    )
    with server.database.session(writes=False) as session:
        return [str(result) for result in session.exec(told)]


def test_2_3_an_outline_is_drawn_by_touching_the_map(visitor: Callable[..., Page], shared_server: LiveServer) -> None:
    page = visitor("desk", login=OFFICER)
    page.goto(f"/so-sach/bai-rac/{SITE}")
    page.get_by_role("button", name="Sửa thông tin, ranh giới").click()
    page.get_by_role("button", name="Xóa hết").click()
    ground = page.locator("dialog .map-box")
    ground.scroll_into_view_if_needed()
    for x, y in ((60, 60), (200, 70), (190, 180), (70, 170)):
        ground.click(position={"x": x, "y": y})
    expect(page.get_by_text("Ranh giới 4 góc")).to_be_visible()
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator("dialog")).to_have_count(0)
    with shared_server.database.session(writes=False) as session:
        site = session.exec(select(DumpSite).where(col(DumpSite.code) == "BR-01")).one()
        assert site.outline
        assert len(site.outline["coordinates"][0]) == 5
