"""What people do to send a report, and what of it has reached the commune."""

from pathlib import Path

from playwright.sync_api import Page, expect
from sqlmodel import col, func, select

from api.complaints.models import Complaint, ComplaintPhoto
from tests.support import shelves
from tests.support.servers import LiveServer


def install(page: Page) -> None:
    """Wait until everything is kept for use without a network."""
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    shelves.wait_in(lambda: page.evaluate("() => caches.has('last-known')"), what="the first reads to be kept")


def write(page: Page, words: str, photos: list[Path]) -> None:
    """From the first step to the last, everything but the sending."""
    page.goto("/gui")
    expect(page.get_by_role("heading", name="Chụp chỗ có rác")).to_be_visible()
    page.get_by_label("Chọn ảnh có sẵn").set_input_files(photos)
    expect(page.get_by_role("status").filter(has_text=f"{len(photos)}/6 ảnh")).to_be_visible()
    page.get_by_role("button", name="Tiếp tục").click()
    page.get_by_role("button", name="Đúng chỗ này").click()
    page.get_by_role("button", name="Rác sông, mương").click()
    page.get_by_label("Kể thêm").fill(words)


def report(page: Page, words: str, photos: list[Path]) -> None:
    write(page, words, photos)
    page.get_by_role("button", name="Gửi phản ánh").click()


def arrived(server: LiveServer, like: str) -> list[tuple[str, int]]:
    """(words, photos that are really there) of the reports whose words begin like this, in the order they came."""
    there = func.count(col(ComplaintPhoto.picture_id))
    query = (
        select(Complaint.words, there)
        .join(ComplaintPhoto, col(ComplaintPhoto.complaint_id) == col(Complaint.id), isouter=True)
        .where(col(Complaint.words).startswith(like))
        .group_by(col(Complaint.id))
        .order_by(col(Complaint.received_at))
    )
    with server.database.session(writes=False) as session:
        return [(words or "", count) for words, count in session.exec(query)]
