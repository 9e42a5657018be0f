"""Everything that can be looked at in the app: each address of pwa/app/routes.js, and the states it can be in."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page, Route, expect
from sqlmodel import col, select

from api.accounts.models import Account
from api.cleanups.models import Cleanup
from api.collection_points.models import CollectionPoint
from api.complaints.models import Complaint, Status
from tests.support.servers import ROOT, LiveServer
from tests.support.waiting import wait_for

DOCUMENT = "f8380fc3-4617-5d0b-9962-77cab589cddd"
SITE = "eaa135b3-9d62-5031-9a3e-b874131e34a2"
OFFICER, ADMINISTRATOR, HEAD, LEADER, FRONT = "canbo", "quantri", "truongthon3", "lanhdao", "mattran"


def nothing(page: Page) -> None:
    """The page as it comes."""


@dataclass(frozen=True)
class Visit:
    """`address` may name something of the demo in braces. `do` brings the page into the state to look at."""

    name: str
    route: str
    address: str
    login: str | None = None
    kind: str = "phone"
    do: Callable[[Page], None] = nothing
    answers: dict[str, tuple[int, str]] = field(default_factory=dict)
    faults: str = "nothing of the kind"  # what the browser may note: an answer of this status was wanted


def addresses() -> list[str]:
    """As the app itself lists them, so that a new page cannot be forgotten."""
    return ["/", *re.findall(r"path: '([^']+)'", (ROOT / "pwa" / "app" / "routes.js").read_text())]


def names(server: LiveServer) -> dict[str, str]:
    """What the braces stand for."""
    with server.database.session(writes=False) as session:
        cases = {one.status: one for one in session.exec(select(Complaint).order_by(col(Complaint.code)))}
        point = session.exec(select(CollectionPoint)).first()
        clerk = select(Account.id).where(Account.login == OFFICER).scalar_subquery()
        cleanup = session.exec(
            select(Cleanup).where(Cleanup.made_by == clerk).order_by(col(Cleanup.received_at).desc())
        ).first()
    assert point and cleanup
    known = {str(status): str(one.id) for status, one in cases.items()}
    return known | {
        "code": cases[Status.REPLIED].code,
        "point": str(point.id),
        "document": DOCUMENT,
        "cleanup": str(cleanup.id),
        "site": SITE,
    }


def click(name: str, role: str = "button") -> Callable[[Page], None]:
    return lambda page: page.get_by_role(role, name=name).first.click()  # type: ignore[arg-type]


def pick(name: str) -> Callable[[Page], None]:
    """What can be done with the first row of a table."""

    def do(page: Page) -> None:
        page.get_by_role("button", name="Thao tác").first.click()
        page.locator("dialog, [popover], .row-menu, .desk-menu").get_by_text(name).first.click()

    return do


def press(key: str) -> Callable[[Page], None]:
    """One of the desk's keys, once the case stands there; then its form is open."""

    def do(page: Page) -> None:
        expect(page.locator(".desk-actions")).to_be_visible()
        page.keyboard.press(key)
        expect(page.locator("form.desk-composer")).to_be_visible()

    return do


def press_alone(key: str) -> Callable[[Page], None]:
    def do(page: Page) -> None:
        expect(page.locator(".desk-row").first).to_be_visible()
        page.keyboard.press(key)

    return do


def choose(name: str) -> Callable[[Page], None]:
    """One of the rarer actions, under the button for more."""

    def do(page: Page) -> None:
        page.get_by_role("button", name="Việc khác").click()
        page.locator(".desk-menu li").get_by_role("button", name=name).click()
        expect(page.locator("form.desk-composer")).to_be_visible()

    return do


def step(number: int) -> Callable[[Page], None]:
    """The report's pages, without a photo."""

    def do(page: Page) -> None:
        click("Tôi không có ảnh")(page)
        if number > 2:
            click("Đúng chỗ này")(page)
        if number > 3:
            click("Rác sông, mương")(page)
            page.get_by_text("Số điện thoại để xã báo kết quả").click()

    return do


def gaps(page: Page) -> None:
    """Everything passed over, and sent all the same."""
    page.context.clear_permissions()
    page.goto("/gui")
    for name in ("Tôi không có ảnh", "Tôi không ở đó, để tôi chọn thôn"):
        page.get_by_role("button", name=name).click()
    expect(page.get_by_role("alert")).to_be_visible()  # in place: one hamlet, or a few words
    for name in ("Thôn Mẫu 3", "Tiếp tục", "Tôi chưa rõ, bỏ qua", "Gửi phản ánh"):
        page.get_by_role("button", name=name, exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()


def wrong_password(page: Page) -> None:
    page.get_by_label("Tên đăng nhập").fill("canbo")
    page.get_by_label("Mật khẩu", exact=True).fill("không phải mật khẩu")
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()


def unfold(page: Page) -> None:
    """Everything that is folded stands open."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")


def stands(button: str) -> Callable[[Page], None]:
    return lambda page: expect(page.get_by_role("button", name=button)).to_be_visible()


PLACE = {"lat": 20.91, "lon": 106.18}
ASKED_OUTSIDE = {
    "code": "KS-26-0001", "commune": "Xã Kẻ Sặt", "body": "Công ty Thủy nông", "letter_number": "12/UBND",
    "category_label": "Rác trên sông, ao, kênh, mương", "hamlet_name": "Thôn Mẫu 3", "place": PLACE,
    "place_words": "cạnh cống", "words": "Đề nghị vớt bèo, rác ở cống.", "sent_at": "2026-11-20T02:00:00Z",
    "due_at": "2026-11-27T10:00:00Z", "state": "waiting", "photos": [], "answer": None,
}  # fmt: skip
ASKED_CASE = {
    "id": "01890000-0000-7000-8000-000000000000", "code": "KS-26-0001", "type": "report", "category": "dump_water",
    "category_label": "Rác trên sông, ao, kênh, mương", "status": "need_info", "status_label": "Cần bổ sung thông tin",
    "tone": "wait", "title": "Rác sông, mương", "hamlet": None, "place": PLACE, "received_at": "2026-11-20T02:00:00Z",
    "received_on": "2026-11-20", "due_at": None, "due_on": None, "is_overdue": False, "resolved_on": None,
    "unit_name": None, "reply": None, "resolution": None, "reject_reason": None, "stop_words": None, "photos": [],
    "photos_missing": [], "merged_into": None, "follower_count": 0, "is_support": False, "timeline": [],
    "question": {"text": "Rác ở đâu?", "at": "2026-11-20T03:00:00Z", "wants_photo": True, "wants_place": True},
    "parts": [
        {"code": "KS-26-0002", "title": "Rác", "status": "accepted", "status_label": "Đã tiếp nhận", "tone": "work"}
    ],
    "deadline": None, "clock": None, "extension": None,
}  # fmt: skip
BUSY = (503, '{"code":"busy","detail":"Máy chủ đang bận, xin thử lại."}')
NOTHING_YET = (200, '{"items":[],"next":null}')
DESK = "/ban-lam-viec/:id?"
ADMIN = "/quan-ly/:part?"

RESIDENTS = [
    Visit("home", "/", "/"),
    Visit("home in English", "/", "/", do=lambda page: in_english(page)),
    Visit("report, photos", "/gui", "/gui"),
    Visit("report, place", "/gui", "/gui", do=step(2)),
    Visit("report, kind", "/gui", "/gui", do=step(3)),
    Visit("report, sending", "/gui", "/gui", do=step(4)),
    Visit("report, what is missing", "/gui", "/gui", do=gaps),
    Visit("my reports, none yet", "/theo-doi", "/theo-doi"),
    Visit("my reports, a code that is none", "/theo-doi", "/theo-doi", do=click("Tra cứu")),
    Visit("a case with an answer", "/phan-anh/:code", "/phan-anh/{code}"),
    Visit("a case to flag", "/phan-anh/:code", "/phan-anh/{code}", do=click("Nội dung này không nên công khai")),
    Visit("the same seen by another", "/cung-thay/:code", "/cung-thay/{code}"),
    Visit("a case that is not there", "/phan-anh/:code", "/phan-anh/KS-26-9999", faults="404"),
    Visit(
        "a case when the server is busy",
        "/phan-anh/:code",
        "/phan-anh/{code}",
        answers={"/api/complaints/": BUSY},
        faults="503",
    ),
    Visit("map", "/ban-do", "/ban-do"),
    Visit("map without cases", "/ban-do", "/ban-do", answers={"/api/complaints": NOTHING_YET}),
    Visit("figures for everybody", "/so-lieu", "/so-lieu"),
    Visit("collection points", "/diem-tap-ket", "/diem-tap-ket"),
    Visit("collection points and black spots", "/diem-tap-ket", "/diem-tap-ket", do=lambda page: with_spots(page)),
    Visit("collection point", "/diem-tap-ket/:id", "/diem-tap-ket/{point}"),
    Visit(
        "a point that is not there",
        "/diem-tap-ket/:id",
        "/diem-tap-ket/01890000-0000-7000-8000-000000000000",
        faults="404",
    ),
    Visit("weekends", "/cuoi-tuan", "/cuoi-tuan"),
    Visit("weekends without results", "/cuoi-tuan", "/cuoi-tuan", answers={"/api/cleanups": NOTHING_YET}),
    Visit(
        "weekends when the server is busy", "/cuoi-tuan", "/cuoi-tuan", answers={"/api/cleanups": BUSY}, faults="503"
    ),
    Visit("check-in, not signed in", "/cuoi-tuan/bao", "/cuoi-tuan/bao"),
    Visit("hamlets to choose", "/thon", "/thon"),
    Visit("a hamlet", "/thon", "/thon", do=click("Thôn Mẫu 3")),
    Visit("today, not signed in", "/viec", "/viec"),
    Visit("sign-in", "/dang-nhap", "/dang-nhap"),
    Visit("sign-in, wrong password", "/dang-nhap", "/dang-nhap", do=wrong_password, faults="401"),
    Visit("password link that is over", "/mat-khau", "/mat-khau#over", faults="404|410|422"),
    Visit("for residents", "/thong-tin", "/thong-tin"),
    Visit("settings", "/tai-khoan", "/tai-khoan"),
    Visit("desk, not signed in", DESK, "/ban-lam-viec"),
    Visit("administrator, not signed in", ADMIN, "/quan-ly"),
    Visit("a body outside, link over", "/don-vi-ngoai", "/don-vi-ngoai#over", faults="404"),
    Visit(
        "a body outside, asked",
        "/don-vi-ngoai",
        "/don-vi-ngoai#key",
        do=stands("Gửi trả lời"),
        answers={"/api/outside-request": (200, json.dumps(ASKED_OUTSIDE))},
    ),
    Visit(
        "a question for a photo and the place",
        "/phan-anh/:code",
        "/theo-doi#key",
        do=stands("Gửi trả lời"),
        answers={"/api/tracking": (200, json.dumps(ASKED_CASE))},
    ),
    Visit("an address that is none", "/:rest+", "/khong/co/trang-nay"),
]
STAFF = [
    Visit("today of a hamlet head", "/viec", "/viec", HEAD),
    Visit("today of an officer", "/viec", "/viec", OFFICER),
    Visit("check-in", "/cuoi-tuan/bao", "/cuoi-tuan/bao", HEAD),
    Visit("check-in, everything unfolded", "/cuoi-tuan/bao", "/cuoi-tuan/bao", HEAD, do=unfold),
    Visit("check-in, not held", "/cuoi-tuan/bao", "/cuoi-tuan/bao", HEAD, do=lambda page: not_held(page)),
    Visit("registers, not signed in", "/so-sach", "/so-sach"),
    Visit("registers", "/so-sach", "/so-sach", OFFICER),
    Visit("account", "/tai-khoan", "/tai-khoan", OFFICER, do=unfold),
    Visit("desk on a phone", DESK, "/ban-lam-viec?hang=open", OFFICER),
    Visit("case on a phone", DESK, "/ban-lam-viec/{submitted}", OFFICER),
    Visit("form on a phone", DESK, "/ban-lam-viec/{submitted}", OFFICER, do=press("a")),
    Visit("map of the desk on a phone", DESK, "/ban-lam-viec?hang=open", OFFICER, do=click("Bản đồ")),
    Visit("accounts on a phone", ADMIN, "/quan-ly/tai-khoan", ADMINISTRATOR),
    Visit("administrator's page of an officer", ADMIN, "/quan-ly", OFFICER),
]


def in_english(page: Page) -> None:
    page.evaluate("localStorage.setItem('look', JSON.stringify({ language: 'en' }))")
    page.reload()
    expect(page.get_by_role("navigation").get_by_text("Home")).to_be_visible()


def with_spots(page: Page) -> None:
    """Black spots among the points on the map; from far off several are one mark with their number."""
    before = marked(page)
    page.get_by_role("button", name="Điểm đen về rác").click()
    wait_for(lambda: marked(page) > before > 0, what="the black spots on the map")


def marked(page: Page) -> int:
    return sum(int(words) if words else 1 for words in page.locator(".map-mark").all_inner_texts())


def not_held(page: Page) -> None:
    page.get_by_text("Cuối tuần này thôn không tổ chức").first.click()


def answer(visit: Visit) -> Callable[[Route], None]:
    """Some addresses answer as the visit says, all others as they are."""

    def handle(route: Route) -> None:
        for start, (status, body) in visit.answers.items():
            if start in route.request.url:
                route.fulfill(status=status, body=body, content_type="application/json")
                return
        route.continue_()

    return handle
