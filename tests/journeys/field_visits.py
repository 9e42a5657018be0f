"""What those see who mend results and keep the collection points."""

from playwright.sync_api import Page, expect

from tests.journeys.visits import HEAD, OFFICER, Visit, click, unfold

RESULT, MENDING = "/cuoi-tuan/:id", "/cuoi-tuan/:id/sua"
NEW, CHANGE, IMPORT = "/diem-tap-ket/moi", "/diem-tap-ket/:id/sua", "/diem-tap-ket/nhap"
BAD_ROWS = (
    "Mã điểm,Tên điểm,Vĩ độ,Kinh độ,Lịch thu gom\nTK-90,Điểm thử,20.9,106.1,T2 17:00\nTK-91,,220,106.1,T2 25:00\n"
)


def hours_left_out(page: Page) -> None:
    """A time without a day, saved all the same."""
    page.get_by_role("button", name="Thêm giờ thu gom").click()
    page.get_by_role("button", name="Lưu điểm này").click()
    expect(page.get_by_text("Xin chọn ít nhất một ngày.")).to_be_visible()


def bad_file(page: Page) -> None:
    """A trial that finds bad cells; nothing is taken over."""
    page.locator("input[type=file]").set_input_files(
        {"name": "diem.csv", "mimeType": "text/csv", "buffer": BAD_ROWS.encode()}
    )
    expect(page.get_by_role("table")).to_be_visible()


FIELDS = [
    Visit("a result", RESULT, "/cuoi-tuan/{cleanup}"),
    Visit("a result, for staff", RESULT, "/cuoi-tuan/{cleanup}", OFFICER),
    Visit("a result that is not there", RESULT, "/cuoi-tuan/01890000-0000-7000-8000-000000000000", faults="404"),
    Visit("mending a result, not signed in", MENDING, "/cuoi-tuan/{cleanup}/sua"),
    Visit("mending a result", MENDING, "/cuoi-tuan/{cleanup}/sua", OFFICER, do=unfold),
    Visit("mending somebody else's result", MENDING, "/cuoi-tuan/{cleanup}/sua", HEAD),
    Visit("check-in of a clerk", "/cuoi-tuan/bao", "/cuoi-tuan/bao", OFFICER),
    Visit("check-in, what is missing", "/cuoi-tuan/bao", "/cuoi-tuan/bao", OFFICER, do=click("Gửi kết quả")),
    Visit("a new point, not signed in", NEW, "/diem-tap-ket/moi"),
    Visit("a new point", NEW, "/diem-tap-ket/moi", OFFICER),
    Visit("a new point, what is missing", NEW, "/diem-tap-ket/moi", OFFICER, do=hours_left_out),
    Visit("changing a point", CHANGE, "/diem-tap-ket/{point}/sua", OFFICER),
    Visit("a point, for its keeper", "/diem-tap-ket/:id", "/diem-tap-ket/{point}", OFFICER),
    Visit("points from a file", IMPORT, "/diem-tap-ket/nhap", OFFICER, do=bad_file),
]
