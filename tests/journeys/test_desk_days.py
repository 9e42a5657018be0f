"""Days at the desk: a call taken down by keys, two reports of one heap, a case not done, a table and back."""

from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect
from sqlmodel import Session, select

from api.accounts.models import Account
from api.accounts.rules import Person as Somebody
from api.complaints import actions
from api.complaints.models import Complaint, Status
from api.core import clock, secrets
from tests.complaints.make import bring, submission, way_to
from tests.journeys.conftest import Person
from tests.support import shelves
from tests.support.browsers import Faults
from tests.support.servers import LiveServer
from tests.support.waiting import wait_for

pytestmark = [pytest.mark.journey, pytest.mark.one_database, pytest.mark.timeout(240)]
SLOWEST_A_SECOND = 3  # keys of somebody who types with two fingers while listening
SECONDS = 90


class Keys:
    """The keyboard of somebody who never touches the mouse; counts what is pressed."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def press(self, *names: str) -> None:
        for name in names:
            self.page.keyboard.press(name)
        self.pressed += len(names)

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)
        self.pressed += len(words)

    def tab_to(self, field: Locator) -> None:
        """From field to field, until this one has the keyboard."""
        for _ in range(12):
            if field.evaluate("(one) => one === document.activeElement"):
                return
            self.press("Tab")
        raise AssertionError(f"{field} is more than twelve fields away")


def told(server: LiveServer, words: str) -> tuple[UUID, str]:
    """(id, code) of a case sent just now."""
    with server.database.session(writes=True) as session:
        made, _ = actions.submit(session, submission(words=words), server.settings, now=clock.now())
        return made.id, made.code


def somebody(session: Session) -> Somebody:
    return Somebody(session.exec(select(Account).where(Account.login == "canbo")).one())


def test_A5_a_call_is_taken_down_by_keys_alone_within_ninety_seconds(
    visitor: Person, shared_server: LiveServer
) -> None:
    page = visitor("desk", login="canbo")
    page.goto("/ban-lam-viec?hang=new")
    expect(page.locator(".desk-row").first).to_be_visible()
    keys = Keys(page)
    keys.press("i")
    expect(page.locator("[data-first]")).to_be_focused()
    keys.type("Rác đổ cạnh mương sau nhà văn hóa")
    keys.tab_to(page.get_by_role("combobox", name="Việc gì"))
    keys.type("muong")
    keys.press("Enter")
    keys.tab_to(page.get_by_role("combobox", name="Thôn"))
    keys.type("mau 3")
    keys.press("Enter")
    keys.tab_to(page.get_by_label("Số điện thoại"))
    keys.type("0912345678")
    keys.tab_to(page.get_by_label("Đã đọc cho người báo nghe và người báo đồng ý"))
    keys.press("Space", "Control+Enter")
    expect(page.get_by_role("heading", name="Đã ghi vào sổ")).to_be_visible()
    expect(page.get_by_role("button", name="Ghi phản ánh khác")).to_be_focused()
    code = page.locator(".intake-code").inner_text()
    assert keys.pressed <= SLOWEST_A_SECOND * SECONDS / 2, "half of the time belongs to the talk"
    with shared_server.database.session(writes=False) as session:
        made = session.exec(select(Complaint).where(Complaint.code == code)).one()
        assert (made.channel, made.category, made.hamlet_id is not None) == ("phone", "dump_water", True)


def test_D4_two_reports_of_one_heap_are_merged_and_taken_apart_again(
    visitor: Person, shared_server: LiveServer
) -> None:
    words = "Đống gạch vỡ chắn lối vào giếng làng"
    (_, first), (second_id, second) = told(shared_server, words), told(shared_server, words)
    page = visitor("desk", login="canbo")
    page.goto(f"/ban-lam-viec/{second_id}?hang=open")
    state = page.locator(".desk-case-head")
    expect(state).to_contain_text(second)
    before = state.inner_text()
    page.get_by_role("button", name=f"Gộp vào {first}").click()
    page.get_by_role("dialog").get_by_role("button", name="Gộp", exact=True).click()
    expect(page.get_by_text(f"Đã gộp {second}.")).to_be_visible()
    expect(page.get_by_role("heading", name="Đã gộp vào")).to_be_visible()
    page.get_by_role("button", name=f"Bỏ gộp {second}").click()
    expect(page.get_by_text(f"Đã bỏ gộp {second}, trở lại như trước.")).to_be_visible()
    expect(page.get_by_role("button", name=f"Gộp vào {first}")).to_be_visible()
    assert state.inner_text() == before


def test_P6_a_case_said_to_be_not_done_without_a_network_comes_back_to_the_desk(
    visitor: Person, shared_server: LiveServer, pictures: list[Path], faults: Faults
) -> None:
    faults.allow("ERR_INTERNET_DISCONNECTED")
    key, code = told(shared_server, "Túi rác treo trên cây đa đầu làng")
    with shared_server.database.session(writes=True) as session:
        case = session.get_one(Complaint, key)
        for step in way_to(Status.RESOLVED):
            bring(session, case, step, unit="PKT", by=somebody(session), now=clock.now())
    resident = visitor("phone")
    resident.goto(f"/theo-doi#{secrets.tracking_token(shared_server.settings.secret, str(key))}")
    resident.get_by_role("button", name="Chưa xong, đề nghị làm lại").click()
    resident.get_by_label("Chọn ảnh có sẵn").set_input_files(pictures[0])
    expect(resident.get_by_role("status").filter(has_text="1/6 ảnh")).to_be_visible()
    resident.get_by_label("Còn việc gì chưa xong?").fill("Còn nguyên ba túi")
    resident.context.set_offline(True)
    resident.get_by_role("button", name="Gửi, đề nghị làm lại").click()
    expect(resident.get_by_text("Đang chờ mạng")).to_be_visible()
    wait_for(lambda: any(one["error"] for one in shelves.letters(resident)), what="the first try")
    resident.context.set_offline(False)
    wait_for(lambda: set(shelves.states(resident)) == {"sent"}, what="the words and the photo to arrive")

    page = visitor("desk", login="canbo")
    page.goto(f"/ban-lam-viec/{key}?hang=open")
    expect(page.locator(".desk-case-head")).to_contain_text(code)
    said = page.locator(".desk-part", has=page.get_by_role("heading", name="Người gửi nói thêm"))
    expect(said).to_contain_text("Còn nguyên ba túi")
    expect(said).to_contain_text("Đã mở lại 1 lần")


def test_L5_the_table_of_cases_goes_out_is_changed_and_comes_back(visitor: Person, shared_server: LiveServer) -> None:
    key, code = told(shared_server, "Bao xi măng rách ven đường")
    page = visitor("desk", login="canbo")
    page.goto("/ban-lam-viec/thong-ke")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Tải CSV").click()
    head, *lines = saved.value.path().read_bytes().decode("utf-8-sig").splitlines()
    line = next(line for line in lines if line.startswith(code))
    changed = line.replace("Bình thường", "Phức tạp", 1)
    unknown = line.replace(code, "KS-26-99999", 1)
    page.goto("/ban-lam-viec/nhap")
    page.locator("input[type=file]").set_input_files([as_file(head, changed, unknown)])
    expect(page.get_by_text("Không có phản ánh nào mang mã này.")).to_be_visible()
    page.locator("input[type=file]").set_input_files([as_file(head, changed)])
    expect(page.get_by_text("Không có phản ánh nào mang mã này.")).to_have_count(0)
    page.get_by_role("button", name="Sửa 1 phản ánh").click()
    expect(page.get_by_text("Đã sửa 1 phản ánh.")).to_be_visible()
    with shared_server.database.session(writes=False) as session:
        assert session.get_one(Complaint, key).priority == "complex"


def as_file(*lines: str) -> FilePayload:
    return {"name": "phan-anh.csv", "mimeType": "text/csv", "buffer": "\r\n".join(lines).encode("utf-8-sig")}
