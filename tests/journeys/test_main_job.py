"""The main job from end to end, with real browsers, on the real server.

A resident reports without a network, an officer answers with evidence, the resident sees it, and a hamlet head
logs a weekend clean-up from the field.
"""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect
from sqlmodel import col, select

from api.cleanups.models import Cleanup
from api.complaints.models import Complaint, ComplaintPhoto
from api.demo import scenes
from tests import photos
from tests.journeys.conftest import Person
from tests.support.browsers import Faults
from tests.support.servers import LiveServer
from tests.support.waiting import wait_for

WORDS = "Bao tải rác dồn ở cống sau nhà văn hóa, nước không thoát được."
FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]


@pytest.fixture
def phone_photos(tmp_path: Path) -> list[Path]:
    """Two photos of 12 megapixels, held upright, knowing where they were taken; and one HEIC."""
    files = [tmp_path / "IMG_0001.jpg", tmp_path / "IMG_0002.jpg", tmp_path / "IMG_0003.heic"]
    files[0].write_bytes(of_a_phone(scenes.draw(14, is_clean=False)))
    files[1].write_bytes(of_a_phone(scenes.draw(16, is_clean=False)))
    files[2].write_bytes((FIXTURES / "scene.heic").read_bytes())
    return files


def of_a_phone(drawn: bytes) -> bytes:
    """As a phone would have taken it: 12 megapixels, stored on its side, with its position and its serial number."""
    with Image.open(io.BytesIO(drawn)) as scene:
        return photos.jpeg(scene.resize((4032, 3024)), orientation=6)


def test_a_report_without_a_network_is_answered_and_a_weekend_is_logged(
    person: Person, live_server: LiveServer, phone_photos: list[Path], tmp_path: Path, faults: Faults,
    picture_of: Callable[[Page, str], None],
) -> None:  # fmt: skip
    faults.allow("ERR_INTERNET_DISCONNECTED|ERR_FAILED")  # the same, told by the page or by its worker
    officer = person("desk", login="canbo")
    officer.goto("/ban-lam-viec")
    resident = person("phone")
    install(resident)
    picture_of(resident, "home")

    resident.context.set_offline(True)
    report(resident, phone_photos)
    expect(resident.get_by_role("heading", name="Đã lưu trên máy")).to_be_visible()
    picture_of(resident, "saved-offline")
    resident.close()
    assert sent(live_server) == []

    resident = resident.context.new_page()
    resident.goto("/theo-doi")  # still without a network: the app opens, the report is there
    expect(resident.get_by_text(re.compile("Chờ gửi|chưa gửi")).first).to_be_visible()
    resident.context.set_offline(False)
    wait_for(lambda: arrived(live_server) == 3, within=40, what="the report with its three photos")
    (case,) = sent(live_server)

    handle(officer, case, tmp_path, picture_of)
    see_the_answer(resident, case, picture_of)
    assert len(sent(live_server)) == 1

    head = person("phone", login="truongthon3")
    log_the_weekend(head, live_server, phone_photos[0], picture_of)


def install(page: Page) -> None:
    """Open the home page and wait until everything is kept for use without a network."""
    page.goto("/")
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("navigator.serviceWorker.controller !== null")


def report(page: Page, files: list[Path]) -> None:
    page.get_by_role("link", name="Gửi phản ánh").first.click()
    expect(page.get_by_role("heading", name="Chụp chỗ có rác")).to_be_visible()
    page.get_by_label("Chọn ảnh có sẵn").set_input_files(files)
    expect(page.get_by_role("status").filter(has_text="3/6 ảnh")).to_be_visible()
    page.get_by_role("button", name="Tiếp tục").click()
    page.get_by_role("button", name="Đúng chỗ này").click()
    page.get_by_role("button", name="Rác sông, mương").click()
    page.get_by_label("Kể thêm").fill(WORDS)
    page.get_by_role("button", name="Gửi phản ánh").click()


def sent(server: LiveServer) -> list[Complaint]:
    with server.database.session(writes=False) as session:
        return list(session.exec(select(Complaint).where(Complaint.words == WORDS)))


def arrived(server: LiveServer) -> int:
    with server.database.session(writes=False) as session:
        mine = select(ComplaintPhoto).join(Complaint, col(Complaint.id) == col(ComplaintPhoto.complaint_id))
        whole = mine.where(Complaint.words == WORDS, col(ComplaintPhoto.picture_id).is_not(None))
        return len(list(session.exec(whole)))


def log_the_weekend(page: Page, server: LiveServer, photo: Path, picture_of: Callable[[Page, str], None]) -> None:
    """In the field, without a network: people on the number pad, one photo, done."""
    install(page)
    page.goto("/cuoi-tuan/bao")
    expect(page.get_by_text("Bao nhiêu người tham gia?")).to_be_visible()
    page.context.set_offline(True)
    for digit in "85":
        page.get_by_role("button", name=digit, exact=True).click()
    page.locator("input[type=file]").first.set_input_files(photo)
    picture_of(page, "check-in")
    page.get_by_role("button", name="Gửi kết quả").click()
    expect(page.get_by_text("Đã lưu trên máy").first).to_be_visible()
    page.context.set_offline(False)
    wait_for(lambda: checked_in(server) == [85], within=40, what="the check-in")


def checked_in(server: LiveServer) -> list[int | None]:
    with server.database.session(writes=False) as session:
        return list(session.exec(select(Cleanup.participants).where(Cleanup.channel == "app")))


def handle(page: Page, case: Complaint, folder: Path, picture_of: Callable[[Page, str], None]) -> None:
    """The officer sees it come without reloading, hands it out, resolves with evidence and replies."""
    pane = page.locator("section.desk-case")
    row = page.get_by_role("link", name=re.compile("Bao tải rác dồn ở cống"))
    expect(row).to_be_visible(timeout=5_000)
    row.click()
    expect(page.get_by_role("heading", level=1, name=re.compile("Bao tải rác dồn ở cống"))).to_be_visible()
    expect(page.locator("img[src^='/media/']").first).to_be_visible()
    picture_of(page, "desk")
    page.get_by_role("button", name="Tiếp nhận và giao").click()
    page.get_by_label("Giao cho đơn vị").select_option(label="Trung tâm Dịch vụ sự nghiệp công (gợi ý)")
    form(page).locator("button[type=submit]").click()
    expect(pane.get_by_text("Đã phân công").first).to_be_visible()

    after = folder / "after.jpg"
    after.write_bytes(of_a_phone(scenes.draw(14, is_clean=True)))
    page.get_by_role("button", name=re.compile("^Đã xử lý")).click()
    page.get_by_label("Đã làm gì?").fill("Tổ thu gom đã vớt rác, khơi cống sáng nay.")
    form(page).locator("input[type=file]").last.set_input_files(after)
    expect(form(page).get_by_role("status").filter(has_text="1/6 ảnh")).to_be_visible()
    page.get_by_label("Khối lượng rác").fill("180")
    form(page).locator("button[type=submit]").click()
    expect(form(page)).to_be_hidden()  # the photo has been sent
    expect(pane.get_by_text("Kết quả xử lý")).to_be_visible()

    page.get_by_role("button", name=re.compile("^Trả lời")).click()
    page.get_by_label("Lời trả lời").fill("Xã đã dọn sạch, khoảng 180 kg. Cảm ơn Ông/Bà.")
    form(page).locator("button[type=submit]").click()
    expect(pane.get_by_text("Đã trả lời").first).to_be_visible()


def form(page: Page) -> Locator:
    """The form of the action that is open."""
    return page.locator("form.desk-composer")


def see_the_answer(page: Page, case: Complaint, picture_of: Callable[[Page, str], None]) -> None:
    """On the phone that sent it: the answer, before and after, and what happened when."""
    page.goto("/theo-doi")
    page.get_by_role("link", name=re.compile(case.code)).click()
    expect(page.get_by_text("Xã đã dọn sạch, khoảng 180 kg")).to_be_visible()
    expect(page.get_by_role("slider")).to_be_visible()
    expect(page.get_by_text("Đã có trả lời").first).to_be_visible()
    expect(page.get_by_text("Đang giao người xử lý")).to_be_visible()
    own = page.get_by_role("region", name="Nội dung Ông/Bà đã gửi")
    expect(own.get_by_text(WORDS)).to_be_visible()
    expect(own.get_by_role("region", name="Chỗ Ông/Bà đã chỉ").get_by_label("Chỗ có rác")).to_be_visible()
    picture_of(page, "answer")
