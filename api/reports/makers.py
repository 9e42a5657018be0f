"""Which maker draws which kind of document."""

from collections.abc import Callable

from sqlmodel import Session

from api.papers.rules import Annex
from api.reports import letters, lists, periodic
from api.reports.asking import Asked, frame
from api.reports.models import DocumentKind
from api.reports.rules import Draft, part
from api.roadmap import queries as roadmaps


def register_points(session: Session, asked: Asked) -> Draft:
    annex = lists.points(session, asked.period.last)
    return _printed(asked, "Danh mục điểm tập kết, trung chuyển chất thải", annex)


def register_sites(session: Session, asked: Asked) -> Draft:
    annex = lists.sites(session, asked.period.last)
    return _printed(asked, "Danh mục điểm đen, bãi rác tự phát, bãi chôn lấp không hợp vệ sinh", annex)


def register_cases(session: Session, asked: Asked) -> Draft:
    annex = lists.cases(session, asked.period.first, asked.period.last, by=asked.by, now=asked.now)
    return _printed(asked, f"Sổ tiếp nhận phản ánh {asked.period.label}", annex)


def roadmap(session: Session, asked: Asked) -> Draft:
    """The annex of tasks 2.2c and 2.3: what becomes of each place, year by year."""
    subject = "Lộ trình cải tạo điểm tập kết và xóa bỏ điểm đen, bãi rác tự phát đến năm 2030"
    found = roadmaps.roadmap_on(session, asked.period.last)
    return Draft(
        template="report", type_name="DANH MỤC", code="DM-UBND", title="Phụ lục lộ trình 2026–2030",
        parts=[*frame(asked, subject), part("opening", "(Kèm theo Kế hoạch của Ủy ban nhân dân xã.)")],
        annexes=[
            lists.roadmap(found), lists.roadmap(found, only_proposals=True), lists.needs(found),
            lists.sites(session, asked.period.last),
        ],
    )  # fmt: skip


def _printed(asked: Asked, subject: str, annex: Annex) -> Draft:
    return Draft(
        template="list", type_name="DANH MỤC", code="DM-UBND", title=subject,
        parts=[*frame(asked, subject), part("opening")], annexes=[annex],
    )  # fmt: skip


MAKERS: dict[DocumentKind, Callable[[Session, Asked], Draft]] = {
    DocumentKind.PERIODIC: periodic.periodic,
    DocumentKind.HOTLINE: periodic.hotline,
    DocumentKind.REMINDER: letters.reminder,
    DocumentKind.TRANSFER: letters.transfer,
    DocumentKind.REPLY: letters.reply,
    DocumentKind.ROADMAP: roadmap,
    DocumentKind.COMMENDATION: letters.commendation,
    DocumentKind.MINUTES: letters.minutes,
    DocumentKind.REGISTER_POINTS: register_points,
    DocumentKind.REGISTER_SITES: register_sites,
    DocumentKind.REGISTER_CASES: register_cases,
}
