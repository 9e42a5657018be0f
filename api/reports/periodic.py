"""The periodic report and the hotline's results: sentences drawn from the records of a period."""

from datetime import timedelta

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.accounts.rules import Person
from api.cleanups import coverage_queries as coverage
from api.collection_points import inspection_queries as inspections
from api.complaints.models import Complaint
from api.core import clock
from api.dump_sites import queries as dump_sites
from api.dump_sites.models import SiteKind
from api.indicators import queries as indicators
from api.indicators.schemas import BoardShape, FigureShape
from api.outreach import activity_queries as activities
from api.papers.rules import day, number, share
from api.plan import obstacle_queries as obstacles
from api.plan import queries as plan
from api.plan.models import PlanPart, Standing
from api.plan.obstacle_models import ObstacleState
from api.reports import lists
from api.reports import round_queries as rounds
from api.reports.asking import Asked, frame
from api.reports.rules import Draft, Part, part, section
from api.statistics import queries as statistics
from api.statistics.schemas import StatisticsFilter

TO_FILL = "(Đơn vị soạn thảo bổ sung.)"
AHEAD = timedelta(days=45)


def periodic(session: Session, asked: Asked) -> Draft:
    of = asked.period
    board = indicators.board(session, of, asked.now)
    subject = f"Kết quả thực hiện phong trào toàn dân tham gia bảo vệ môi trường {of.label} trên địa bàn {asked.where}"
    return Draft(
        template="report", type_name="BÁO CÁO", code="BC-UBND", title=f"Báo cáo {of.label}",
        parts=[
            *frame(asked, subject),
            part("addressees", "Sở Nông nghiệp và Môi trường thành phố Hải Phòng"),
            part("opening", _opening(asked)),
            section("1", "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO", *(rounds.told(session, of.first, of.last) or [TO_FILL])),
            *_results(session, asked, board),
            *_judgement(session, asked),
            section("4", "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ TỚI", *_next(session, asked)),
            section("5", "V. ĐỀ XUẤT, KIẾN NGHỊ", *_proposals(session, asked.by)),
            part("closing", f"Trên đây là báo cáo kết quả thực hiện {of.label} của Ủy ban nhân dân {asked.where}./."),
        ],
        annexes=[
            lists.cleanups(session, of.first, of.last),
            lists.cases(session, of.first, of.last, by=asked.by, now=asked.now),
            lists.points(session, of.last), lists.sites(session, of.last),
            lists.indicators(session, board), lists.tasks(session, of.last),
        ],
    )  # fmt: skip


def hotline(session: Session, asked: Asked) -> Draft:
    of = asked.period
    subject = f"Kết quả tiếp nhận, xử lý phản ánh qua đường dây nóng {of.label}"
    return Draft(
        template="report", type_name="BÁO CÁO", code="BC-KT", title=f"Kết quả đường dây nóng {of.label}",
        parts=[
            *frame(asked, subject),
            part("addressees", f"Ủy ban nhân dân {asked.where}"),
            part("opening", f"Số liệu từ ngày {day(of.first)} đến ngày {day(of.last)}."),
            section("1", "I. TIẾP NHẬN VÀ XỬ LÝ", *hotline_lines(session, asked)),
            section("2", "II. THEO LOẠI VIỆC", *_by(session, asked, "by_category")),
            section("3", "III. THEO THÔN", *_by(session, asked, "by_hamlet")),
            section("4", "IV. TỒN TẠI, KIẾN NGHỊ", TO_FILL),
            part("closing", "Trên đây là kết quả tiếp nhận, xử lý phản ánh./."),
        ],
        annexes=[lists.cases(session, of.first, of.last, by=asked.by, now=asked.now)],
    )  # fmt: skip


def hotline_lines(session: Session, asked: Asked) -> list[str]:
    """With what was rejected, merged or hidden, so that no figure is made good by leaving cases out."""
    first, last = asked.period.first, asked.period.last
    selection = _selection(session, asked)
    found = statistics.totals(session, selection)
    hidden = session.execute(
        selection.cases.with_only_columns(sa.func.count()).where(col(Complaint.is_hidden).is_(True))
    ).scalar_one()
    solved = found["done"] + found["unproven"]
    timely = found["on_time"] + found["late"] + found["overdue"]
    year_ago = statistics.totals(session, _selection(session, asked, back=timedelta(days=364)))["total"]
    return [
        f"Đường dây nóng tiếp nhận {found['total']} phản ánh (tồn kỳ trước {_left_before(session, asked)}); đã xử lý "
        f"{solved}, đạt {share(solved, found['total'])}; trả lời đúng hạn {share(found['on_time'], timely)}; đang xử "
        f"lý {found['open']}, quá hạn {found['overdue']}.",
        f"Không tiếp nhận {found['rejected']}, gộp {found['merged']}, chuyển cơ quan khác {found['transferred']}, "
        f"ẩn khỏi trang công khai {hidden}, mở lại {found['reopened']}; {found['unproven']} vụ xong chưa có ảnh.",
        f"Cùng kỳ năm trước: {year_ago} phản ánh." if year_ago else "",
        f"Kỳ số liệu: {day(first)} đến {day(last)}.",
    ]


def _opening(asked: Asked) -> str:
    of = asked.period
    return (
        f"Thực hiện Kế hoạch số      /KH-UBND của Ủy ban nhân dân {asked.where} về phong trào toàn dân tham gia bảo vệ "
        f"môi trường; Ủy ban nhân dân xã báo cáo kết quả (số liệu từ ngày {day(of.first)} đến ngày {day(of.last)}) "
        "như sau:"
    )


def _results(session: Session, asked: Asked, board: BoardShape) -> list[Part]:
    of, figures = asked.period, {one.code: one for one in board.figures}
    return [
        section("2", "II. KẾT QUẢ THỰC HIỆN", ""),
        section("2_1", "1. Tuyên truyền, phát động", _telling(session, asked)),
        section("2_2", "2. Ra quân tổng vệ sinh cuối tuần", *_weekends(session, asked)),
        section("2_3", "3. Phân loại tại hộ gia đình; hương ước, mô hình tự quản",
                *(_said(figures[code]) for code in ("K2a", "K3") if code in figures)),
        section("2_4", "4. Thu gom, vận chuyển, điểm tập kết", *_points(session, asked),
                *(_said(figures[code]) for code in ("K5a", "K5b") if code in figures)),
        section("2_5", "5. Xử lý điểm đen, bãi rác tự phát", *_sites(session, asked)),
        section("2_6", "6. Đường dây nóng", *hotline_lines(session, asked)),
        section("2_7", "7. Kiểm tra, xử lý vi phạm", TO_FILL),
        section("2_8", "8. Tiến độ chỉ tiêu đến năm 2030", *map(_said, board.figures),
                f"Chi tiết tại Phụ lục V; số liệu đến ngày {day(of.last)}."),
    ]  # fmt: skip


def _said(one: FigureShape) -> str:
    value = "không phát sinh" if one.value is None else f"{number(one.value)}%"
    kind = " (ước tính)" if one.is_estimated else ""
    return f"- {one.short}: {value}{kind}, mục tiêu {number(one.target)}%: {lists.STATES[one.state].lower()}."


def _telling(session: Session, asked: Asked) -> str:
    found = activities.within(session, asked.period.first, asked.period.last)
    reached = sum(one.reach or 0 for one in found)
    if not found:
        return "Trong kỳ chưa ghi hoạt động tuyên truyền nào."
    return f"Trong kỳ có {len(found)} hoạt động tuyên truyền, tiếp cận khoảng {number(reached)} lượt người."


def _weekends(session: Session, asked: Asked) -> list[str]:
    of = asked.period
    board = coverage.board(session, of.first, of.last, now=asked.now)
    held = [row for row in board.rows if row.held]
    sums = lists.cleanup_sums(session, of.first, of.last)
    total = {name: sum(row[name] for row in sums) for name in ("events", *lists.SUMS)}
    mean = f"Bình quân mỗi tuần {number(board.mean * 100)}% số thôn ra quân." if board.mean is not None else ""
    return [
        f"Trong kỳ, có {len(held)}/{len(board.rows)} thôn tổ chức ra quân ({share(len(held), len(board.rows))}), "
        f"{total['events']} buổi, với {number(total['participants'])} lượt người tham gia; thu gom "
        f"{number(total['waste_kg'] / 1000, 2)} tấn rác, khơi thông {number(total['canal_m'] / 1000, 2)} km kênh "
        f"mương, xóa {number(total['spots_cleared'])} điểm rác tồn đọng, trồng {number(total['trees'])} cây xanh.",
        mean,
    ]


def _points(session: Session, asked: Asked) -> list[str]:
    register = inspections.register_on(session, asked.period.last)
    return [
        f"Toàn xã có {register.open} điểm tập kết, trung chuyển đang dùng; {register.compliant} điểm đạt yêu cầu kỹ "
        f"thuật ({share(register.compliant, register.open)}), {register.overdue} điểm quá hạn kiểm tra."
    ]


def _sites(session: Session, asked: Asked) -> list[str]:
    found = [dump_sites.figure_on(session, kind, asked.period.last) for kind in SiteKind]
    return [
        f"- {one.kind_label}: trong danh mục {one.listed}, đã đóng {one.closed}, đã cải tạo, phục hồi {one.restored}."
        for one in found
    ]


def _judgement(session: Session, asked: Asked) -> list[Part]:
    """Weak points are only suggested: people weigh them."""
    of = asked.period
    board = coverage.board(session, of.first, of.last, now=asked.now)
    idle = [row.hamlet_name for row in board.rows if row.asked and not row.held]
    register = inspections.register_on(session, of.last)
    weak = [one.code for one in register.points if not one.is_compliant]
    overdue = statistics.totals(session, _selection(session, asked))["overdue"]
    open_ones = [one.words for one in obstacles.visible(session, by=asked.by) if one.state is not ObstacleState.REMOVED]
    return [
        section("3", "III. ĐÁNH GIÁ CHUNG", ""),
        section("3_1", "1. Ưu điểm", TO_FILL),
        section("3_2", "2. Tồn tại, hạn chế",
                f"- Thôn chưa ra quân trong kỳ: {', '.join(idle)}." if idle else "",
                f"- Còn {overdue} phản ánh quá hạn trả lời." if overdue else "",
                f"- Điểm tập kết chưa đạt yêu cầu: {', '.join(weak)}." if weak else ""),
        section("3_3", "3. Nguyên nhân", *(f"- {words}" for words in open_ones) if open_ones else (TO_FILL,)),
    ]  # fmt: skip


def _next(session: Session, asked: Asked) -> list[str]:
    soon = [
        f"- {one.code} {one.title} ({one.deadline_words})."
        for one in plan.overview(session, on=asked.period.last + AHEAD)
        if one.part is PlanPart.TASK and one.standing in (Standing.LATE, Standing.DUE_SOON)
    ]
    return soon or [TO_FILL]


def _proposals(session: Session, by: Person) -> list[str]:
    wishes = [one.proposal for one in obstacles.visible(session, by=by) if one.state is ObstacleState.OPEN]
    return [f"- {words}" for words in wishes if words] or [TO_FILL]


def _selection(session: Session, asked: Asked, back: timedelta = timedelta(0)) -> statistics.Selection:
    days = {"from": asked.period.first - back, "to": asked.period.last - back}
    return statistics.select_cases(session, StatisticsFilter.model_validate(days), by=asked.by, now=asked.now)


def _by(session: Session, asked: Asked, dimension: str) -> list[str]:
    found = statistics.counts(session, _selection(session, asked), dimension)
    return [f"- {one['label']}: {one['count']}." for one in found] or ["Không phát sinh."]


def _left_before(session: Session, asked: Asked) -> int:
    """Cases received before the period that were still open when it began."""
    start = clock.start_of(asked.period.first)
    ended = sa.func.coalesce(col(Complaint.replied_at), col(Complaint.closed_at))
    still = sa.or_(col(Complaint.is_open), ended >= start)
    return session.exec(select(sa.func.count()).where(col(Complaint.received_at) < start, still)).one()
