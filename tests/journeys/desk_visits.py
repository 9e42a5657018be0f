"""What can be looked at in the offices: the desk with each form, its dialogs and its map; the administrator's pages."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.visits import (
    ADMIN,
    ADMINISTRATOR,
    BUSY,
    DESK,
    FRONT,
    HEAD,
    LEADER,
    OFFICER,
    Visit,
    choose,
    click,
    pick,
    press,
    press_alone,
)


def both(first: Callable[[Page], None], second: Callable[[Page], None]) -> Callable[[Page], None]:
    def do(page: Page) -> None:
        first(page)
        second(page)

    return do


CASE = "/ban-lam-viec/{%s}?hang=all"


def form(status: str, name: str, key: str) -> Visit:
    return Visit(f"form: {name}", DESK, CASE % status, OFFICER, "desk", do=press(key))


def heat(page: Page) -> None:
    """The desk's map, with squares instead of cases."""
    click("Bản đồ")(page)
    click("Bản đồ nhiệt")(page)
    expect(page.locator(".heat-key i").first).to_be_visible()


DESKS = [
    Visit("desk", DESK, "/ban-lam-viec?hang=open", OFFICER, "desk"),
    Visit("desk of a leader", DESK, "/ban-lam-viec?hang=open", LEADER, "desk"),
    Visit("desk, nothing found", DESK, "/ban-lam-viec?hang=all&tim=khongcogi", OFFICER, "desk"),
    Visit("desk, server busy", DESK, "/ban-lam-viec", OFFICER, "desk", answers={"/api/desk/": BUSY}, faults="503"),
    Visit("desk, map", DESK, "/ban-lam-viec?hang=open", OFFICER, "desk", do=click("Bản đồ")),
    Visit("desk, a case picked", DESK, "/ban-lam-viec?hang=open", OFFICER, "desk", do=press_alone("x")),
    Visit("desk, saved filters", DESK, "/ban-lam-viec?hang=open", OFFICER, "desk", do=click("Bộ lọc")),
    Visit("field round", "/thuc-dia/:id", "/thuc-dia/01890000-0000-7000-8000-000000000000", OFFICER, faults="404"),
    Visit("take down a call", "/ban-lam-viec/ghi", "/ban-lam-viec/ghi", OFFICER, "desk"),
    Visit("a hamlet head takes down a report", "/ban-lam-viec/ghi", "/ban-lam-viec/ghi", HEAD),
    Visit(
        "register",
        "/ban-lam-viec/so-phan-anh",
        "/ban-lam-viec/so-phan-anh?tu=2026-01-01&den=2026-12-31",
        OFFICER,
        "desk",
    ),
    Visit("case, another kind", DESK, CASE % "submitted", OFFICER, "desk", do=click("Đổi loại")),
    Visit("desk, heat map", DESK, "/ban-lam-viec?hang=open", OFFICER, "desk", do=heat),
    Visit("statistics", "/ban-lam-viec/thong-ke", "/ban-lam-viec/thong-ke", OFFICER, "desk"),
    Visit("a file to bring back", "/ban-lam-viec/nhap", "/ban-lam-viec/nhap", OFFICER, "desk"),
    Visit("desk, keys", DESK, "/ban-lam-viec?hang=open", OFFICER, "desk", do=press_alone("?")),
    Visit("case, new", DESK, CASE % "submitted", OFFICER, "desk"),
    Visit("case, more actions", DESK, CASE % "submitted", OFFICER, "desk", do=click("Việc khác")),
    Visit("case, resolved", DESK, CASE % "resolved", OFFICER, "desk"),
    Visit("case, closed", DESK, CASE % "closed", OFFICER, "desk"),
    form("submitted", "accept and assign", "a"),
    form("submitted", "ask", "q"),
    form("submitted", "note", "n"),
    form("submitted", "sort anew", "t"),
    form("assigned", "verify", "v"),
    form("assigned", "process", "p"),
    form("processing", "resolve", "e"),
    form("resolved", "reply", "r"),
    form("replied", "close", "c"),
    Visit("form: hand on", DESK, CASE % "processing", OFFICER, "desk", do=choose("Chuyển tay")),
    Visit("form: supporting units", DESK, CASE % "processing", OFFICER, "desk", do=choose("Đơn vị phối hợp")),
    Visit("form: split", DESK, CASE % "processing", OFFICER, "desk", do=choose("Tách thành nhiều phần")),
    Visit("form: ask outside", DESK, CASE % "processing", OFFICER, "desk", do=choose("Hỏi cơ quan ngoài")),
    form("closed", "reopen", "w"),
    Visit("form: reject", DESK, CASE % "submitted", OFFICER, "desk", do=choose("Không tiếp nhận")),
    Visit("form: transfer", DESK, CASE % "submitted", OFFICER, "desk", do=choose("Chuyển cơ quan khác")),
    Visit("form: finding", DESK, CASE % "processing", FRONT, "desk", do=press("n")),
]


def covering(page: Page) -> None:
    """The first photo with a box on it."""
    page.get_by_role("button", name="Che mờ").first.click()
    page.get_by_role("button", name="Thêm ô che").click()
    expect(page.locator(".redact-box")).to_have_count(1)


MODERATION, PRIVACY = "/quan-ly/kiem-duyet", "/quan-ly/du-lieu-ca-nhan"
MODERATORS = [
    Visit("covering a photo", DESK, CASE % "resolved", OFFICER, "desk", do=covering),
    Visit("what waits for a look", ADMIN, MODERATION, OFFICER, "desk"),
    Visit("a new ban", ADMIN, MODERATION, OFFICER, "desk", do=both(click("Danh sách chặn"), click("Thêm"))),
    Visit("requests about personal data", ADMIN, PRIVACY, OFFICER, "desk"),
    Visit("a new request", ADMIN, PRIVACY, OFFICER, "desk", do=click("Thêm")),
    Visit("looking up a number", ADMIN, PRIVACY, OFFICER, "desk", do=click("Tra cứu số điện thoại")),
    Visit("orders to erase", ADMIN, PRIVACY, ADMINISTRATOR, "desk"),
    Visit("rules of keeping", ADMIN, PRIVACY, ADMINISTRATOR, do=click("Thời hạn lưu giữ")),
]
ADMINISTRATORS = [
    Visit("accounts", ADMIN, "/quan-ly/tai-khoan", ADMINISTRATOR, "desk"),
    Visit("a new account", ADMIN, "/quan-ly/tai-khoan", ADMINISTRATOR, "desk", do=click("Thêm tài khoản")),
    Visit("password link", ADMIN, "/quan-ly/tai-khoan", ADMINISTRATOR, "desk", do=pick("Cấp liên kết đặt mật khẩu")),
    Visit("routing rules", ADMIN, "/quan-ly/phan-tuyen", ADMINISTRATOR, "desk"),
    Visit("a new routing rule", ADMIN, "/quan-ly/phan-tuyen", ADMINISTRATOR, "desk", do=click("Thêm")),
    Visit("bodies outside", ADMIN, "/quan-ly/co-quan-ngoai", ADMINISTRATOR, "desk"),
    Visit("a new body outside", ADMIN, "/quan-ly/co-quan-ngoai", ADMINISTRATOR, "desk", do=click("Thêm")),
    Visit("units", ADMIN, "/quan-ly/don-vi", ADMINISTRATOR, "desk"),
    Visit("a new unit", ADMIN, "/quan-ly/don-vi", ADMINISTRATOR, "desk", do=click("Thêm đơn vị")),
    Visit("hamlets", ADMIN, "/quan-ly/thon", ADMINISTRATOR, "desk"),
    Visit("a hamlet to change", ADMIN, "/quan-ly/thon", ADMINISTRATOR, "desk", do=pick("Sửa tên, ranh giới, số hộ")),
    Visit("a list of hamlets", ADMIN, "/quan-ly/thon", ADMINISTRATOR, "desk", do=click("Nhập từ bảng tính")),
    Visit("canned replies", ADMIN, "/quan-ly/tra-loi-mau", ADMINISTRATOR, "desk"),
    Visit("a canned reply", ADMIN, "/quan-ly/tra-loi-mau", ADMINISTRATOR, "desk", do=click("Sửa")),
    Visit("kinds of cases", ADMIN, "/quan-ly/danh-muc", ADMINISTRATOR, "desk"),
    Visit("a kind to change", ADMIN, "/quan-ly/danh-muc", ADMINISTRATOR, "desk", do=click("Sửa")),
    Visit("deadlines", ADMIN, "/quan-ly/danh-muc", ADMINISTRATOR, "desk", do=click("Thời hạn")),
    Visit("everything to set", ADMIN, "/quan-ly", ADMINISTRATOR, "desk"),
    Visit("site messages", ADMIN, "/quan-ly/thong-bao", ADMINISTRATOR, "desk"),
    Visit("a new site message", ADMIN, "/quan-ly/thong-bao", ADMINISTRATOR, "desk", do=click("Thêm")),
    Visit("roles", ADMIN, "/quan-ly/vai-tro", ADMINISTRATOR, "desk"),
    Visit("roles of a leader, on a phone", ADMIN, "/quan-ly/vai-tro", LEADER),
    Visit("configuration file", ADMIN, "/quan-ly/cau-hinh", ADMINISTRATOR, "desk"),
    Visit("working calendar", ADMIN, "/quan-ly/lich-lam-viec", ADMINISTRATOR, "desk"),
    Visit("a day to add", ADMIN, "/quan-ly/lich-lam-viec", ADMINISTRATOR, "desk", do=click("Thêm ngày")),
    Visit("hours to change", ADMIN, "/quan-ly/lich-lam-viec", ADMINISTRATOR, "desk", do=click("Đổi giờ từ một ngày")),
]
