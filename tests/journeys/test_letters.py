"""A letter in trouble: nobody signed in, refused by the commune, carried another way, left half written."""

import base64
import io
import json
import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Person, sign_in
from tests.journeys.posting import arrived, install, report, write
from tests.support import shelves
from tests.support.browsers import Faults
from tests.support.servers import LiveServer
from tests.support.waiting import wait_for

pytestmark = [pytest.mark.journey, pytest.mark.timeout(120)]
SAVED = "Đã lưu trên máy"


def offline_reports(page: Page, words: list[str], pictures: list[Path]) -> None:
    page.goto("/")
    install(page)
    page.context.set_offline(True)
    for each in words:
        report(page, each, pictures)
        expect(page.get_by_role("heading", name=SAVED)).to_be_visible()


def test_a_check_in_without_a_sign_in_waits_and_signing_in_sends_it(
    visitor: Person, pictures: list[Path], faults: Faults
) -> None:
    faults.allow("401")
    page = visitor("phone", login="truongthon5")
    page.goto("/cuoi-tuan/bao")
    page.get_by_role("button", name="7", exact=True).click()
    page.locator("input[type=file]").first.set_input_files(pictures[0])
    expect(page.get_by_role("status").filter(has_text="1/6 ảnh")).to_be_visible()
    page.context.clear_cookies(name="__Host-xanh")
    page.get_by_role("button", name="Gửi kết quả").click()
    expect(page.get_by_role("link", name="Đăng nhập để gửi")).to_be_visible()
    [letter] = shelves.letters(page)
    assert (letter["state"], letter["error"]["code"], len(letter["photos"])) == ("waiting", "sign_in_needed", 1)
    sign_in(page, "truongthon5")
    wait_for(lambda: shelves.states(page) == ["sent"], what="the check-in")


def test_a_refused_report_stays_does_not_block_the_next_and_can_be_sent_anew(
    visitor: Person, shared_server: LiveServer, pictures: list[Path], tmp_path: Path, faults: Faults
) -> None:
    faults.allow("ERR_INTERNET_DISCONNECTED|422")
    page = visitor("phone")
    first_words, second_words = words = [f"Bị trả lại {tmp_path.name} {number}" for number in (1, 2)]
    offline_reports(page, words, pictures)
    first = shelves.letters(page)[0]
    shelves.change(page, first, fields=first["fields"] | {"category": "loai_cua_ban_cu"})
    page.context.set_offline(False)
    page.goto("/theo-doi")
    wait_for(lambda: shelves.states(page) == ["refused", "sent"], what="the second to pass the first")
    assert arrived(shared_server, f"Bị trả lại {tmp_path.name}") == [(second_words, 2)]
    assert {one["letter"] for one in shelves.everything(page)["photos"]} == {first["id"]}

    expect(page.get_by_role("heading", name="Mục xã chưa nhận")).to_be_visible()
    page.get_by_role("button", name="Sửa rồi gửi lại").click()
    page.get_by_role("button", name="Tiếp tục").click()
    page.get_by_role("button", name="Đúng chỗ này").click()
    page.get_by_role("button", name="Rác sông, mương").click()
    expect(page.get_by_label("Kể thêm")).to_have_value(first_words)
    page.get_by_role("button", name="Gửi phản ánh").click()
    expect(page.get_by_role("heading", name="Đã gửi phản ánh")).to_be_visible()
    assert arrived(shared_server, f"Bị trả lại {tmp_path.name}") == [(second_words, 2), (first_words, 2)]


def test_a_refused_photo_is_replaced_or_left_out_and_nobody_waits_for_it(
    visitor: Person, shared_server: LiveServer, pictures: list[Path], tmp_path: Path, faults: Faults
) -> None:
    faults.allow("422")
    broken = [tmp_path / f"{name}.jpg" for name in ("hong-1", "hong-2")]
    for file in broken:
        file.write_bytes(b"not a photo " + file.name.encode())
    page = visitor("phone")
    words = f"Ảnh hỏng {tmp_path.name}"
    report(page, words, [*broken, pictures[0]])
    expect(page.get_by_text("Có 2 ảnh xã chưa nhận được")).to_be_visible()
    page.get_by_role("link", name="Chọn ảnh khác hoặc bỏ ảnh").click()
    card = page.get_by_role("region", name="Ảnh xã chưa nhận được")
    expect(card.get_by_text("Tệp này không phải ảnh")).to_have_count(2)
    card.get_by_label("Chọn ảnh khác").first.set_input_files(pictures[1])
    wait_for(lambda: refused(page) == 1 and shelves.states(page) == ["sent"], what="the other photo")
    [letter] = shelves.letters(page)
    page.goto(f"/phan-anh/{letter['receipt']['code']}")
    card.get_by_role("button", name="Bỏ ảnh này").click()
    page.get_by_role("dialog").get_by_role("button", name="Bỏ ảnh này").click()
    expect(card).to_have_count(0)
    wait_for(lambda: shelves.states(page) == ["sent"], what="the server to be told")
    expect(page.get_by_role("main").get_by_role("img", name="Ảnh")).to_have_count(2)
    assert arrived(shared_server, words) == [(words, 2)]


def refused(page: Page) -> int:
    """Photos of the only letter that the commune did not take."""
    [letter] = shelves.letters(page)
    return [photo["state"] for photo in letter["photos"]].count("refused")


def test_a_letter_saved_as_a_file_holds_its_words_and_its_photos(
    visitor: Person, pictures: list[Path], faults: Faults
) -> None:
    faults.allow("ERR_INTERNET_DISCONNECTED")
    page = visitor("phone")
    offline_reports(page, ["Gửi cách khác"], pictures)
    with page.expect_download() as coming:
        page.get_by_role("button", name="Lưu thành tệp để gửi cách khác").click()
    assert re.fullmatch(r"xa-xanh-\w{8}\.json", coming.value.suggested_filename)
    kept = json.loads(Path(coming.value.path()).read_text())
    [letter] = shelves.letters(page)
    assert (kept["id"], kept["fields"]["words"]) == (letter["id"], "Gửi cách khác")
    assert kept["fields"]["place"]["lat"]
    for photo in kept["photos"]:
        with Image.open(io.BytesIO(base64.b64decode(photo["base64"]))) as picture:
            assert (picture.format, picture.height) == ("JPEG", 480)
    assert [one["id"] for one in kept["photos"]] == [one["id"] for one in letter["photos"]]


def test_a_report_half_written_survives_a_reload_at_every_step(visitor: Person, pictures: list[Path]) -> None:
    page = visitor("phone")
    page.goto("/gui")
    page.get_by_label("Chọn ảnh có sẵn").set_input_files(pictures)
    expect(page.get_by_role("status").filter(has_text="2/6 ảnh")).to_be_visible()
    page.reload()
    expect(page.get_by_role("status").filter(has_text="2/6 ảnh")).to_be_visible()
    page.get_by_role("button", name="Tiếp tục").click()
    page.get_by_label("Gần chỗ nào?").fill("cạnh cống")
    expect(page.get_by_role("button", name="Đúng chỗ này")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Gần chỗ nào?")).to_have_value("cạnh cống")
    page.get_by_role("button", name="Đúng chỗ này").click()
    page.reload()
    page.get_by_role("button", name="Rác sông, mương").click()
    page.reload()
    page.get_by_label("Kể thêm").fill("Viết dở rồi gửi")
    page.get_by_text("Số điện thoại để xã báo kết quả").click()
    page.get_by_label("Số điện thoại", exact=True).fill("0912345678")
    page.reload()
    expect(page.get_by_label("Kể thêm")).to_have_value("Viết dở rồi gửi")
    expect(page.get_by_label("Số điện thoại", exact=True)).to_have_value("0912345678")
    expect(page.get_by_text("2 ảnh")).to_be_visible()
    expect(page.get_by_text("cạnh cống")).to_be_visible()
    [draft] = shelves.letters(page)
    assert (draft["state"], draft["fields"]["category"]) == ("draft", "dump_water")


def test_a_letter_on_its_way_cannot_be_thrown_away(visitor: Person, pictures: list[Path], faults: Faults) -> None:
    faults.allow("ERR_INTERNET_DISCONNECTED")
    page = visitor("phone")
    offline_reports(page, ["Không được bỏ"], pictures)
    page.goto("/theo-doi")
    expect(page.get_by_role("button", name="Gửi lại ngay")).to_be_visible()
    expect(page.get_by_role("button", name="Bỏ", exact=True)).to_have_count(0)
    page.evaluate(
        "(id) => import('/app/lib/outbox.js').then(({ discard }) => discard(id))", shelves.letters(page)[0]["id"]
    )
    assert shelves.states(page) == ["waiting"]


def test_a_report_begun_while_another_waits_is_written_in_peace(
    visitor: Person, pictures: list[Path], faults: Faults
) -> None:
    faults.allow("ERR_INTERNET_DISCONNECTED")
    page = visitor("phone")
    offline_reports(page, ["Đang chờ"], pictures)
    write(page, "Đang viết", pictures[:1])
    page.context.set_offline(False)
    wait_for(lambda: shelves.states(page) == ["draft", "sent"], what="the one that waited")
    expect(page.get_by_label("Kể thêm")).to_have_value("Đang viết")
