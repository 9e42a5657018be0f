"""The annexes: each a table over the records of a room, as on a day or of a period."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.accounts.rules import Person
from api.cleanups.models import Cleanup, Outcome
from api.collection_points import inspection_queries as inspections
from api.collection_points.models import CollectionPoint, PointKind
from api.commendations import queries as commendations
from api.commendations.models import Form, ProposalState
from api.core import clock
from api.dump_sites import queries as dump_sites
from api.dump_sites.models import DumpSite, SiteKind
from api.indicators.models import State
from api.indicators.schemas import BoardShape
from api.papers.rules import Annex, Column, day, number
from api.places import queries as places
from api.plan import queries as plan
from api.plan.models import PlanItem, PlanNote, PlanPart, Standing
from api.roadmap.models import RoadmapAction, RoadmapState
from api.roadmap.schemas import Roadmap, RoadmapEntryShape
from api.statistics import export_queries
from api.statistics.schemas import StatisticsFilter

MOST_CASES = 2000
POINT_KINDS = {
    PointKind.COLLECTION_POINT: "Điểm tập kết", PointKind.TRANSFER_STATION: "Trạm trung chuyển",
    PointKind.PUBLIC_BIN: "Thùng công cộng", PointKind.HAZARDOUS: "Rác nguy hại", PointKind.BULKY: "Rác cồng kềnh",
    PointKind.PESTICIDE: "Bao bì thuốc BVTV",
}  # fmt: skip
STATES = {State.MET: "Đạt", State.NOT_MET: "Chưa đạt", State.NONE: "Không phát sinh"}
STANDINGS = {
    Standing.STANDING: "Thường xuyên", Standing.WAITING: "Chờ điều kiện", Standing.NOT_BEGUN: "Chưa bắt đầu",
    Standing.RUNNING: "Đang làm", Standing.DUE_SOON: "Sắp đến hạn", Standing.LATE: "Quá hạn",
    Standing.DONE: "Hoàn thành",
}  # fmt: skip
FORMS = {Form.GIAY_KHEN: "Giấy khen", Form.BANG_KHEN: "Bằng khen"}
SUMS = ("participants", "households_joined", "waste_kg", "road_m", "canal_m", "spots_cleared", "trees")
NUMBER = Column("TT", 0.5, "center")


def numbered(rows: Sequence[Sequence[Any]]) -> list[list[Any]]:  # any: cells
    return [[place, *row] for place, row in enumerate(rows, 1)]


def cleanup_sums(session: Session, first: date, last: date) -> Sequence[Mapping[str, Any]]:
    """Held clean-ups of each hamlet, with what they brought; by hamlet's name. Any: numbers by column name."""
    sums = [sa.func.coalesce(sa.func.sum(col(getattr(Cleanup, name))), 0).label(name) for name in SUMS]
    statement = (
        sa.select(col(Cleanup.hamlet_id), sa.func.count().label("events"), *sums)
        .where(col(Cleanup.outcome) == Outcome.HELD, col(Cleanup.held_on).between(first, last))
        .group_by(col(Cleanup.hamlet_id))
    )
    found = {row["hamlet_id"]: dict(row) for row in session.execute(statement).mappings()}
    empty = dict.fromkeys(("events", *SUMS), 0)
    named = {one.id: one.name for one in places.valid_on(session, last)}
    known = places.names(session)
    named |= {key: known.get(key, "Đơn vị khác") for key in found if key not in named}
    return [{"name": name, **empty, **found.get(key, {})} for key, name in named.items()]


def cleanups(session: Session, first: date, last: date) -> Annex:
    rows = cleanup_sums(session, first, last)
    total = {name: sum(row[name] for row in rows) for name in ("events", *SUMS)}
    body = [[row["name"], row["events"], *(number(row[name]) for name in SUMS)] for row in rows]
    last_row = ["", "Tổng", total["events"], *(number(total[name]) for name in SUMS)]
    right = tuple(
        Column(label, 1, "right")
        for label in ("Số buổi", "Số người", "Số hộ", "Rác (kg)", "Đường (m)", "Kênh mương (m)", "Điểm xóa", "Cây")
    )
    columns = (NUMBER, Column("Thôn", 2.2), *right)
    return Annex("Kết quả ra quân theo thôn", columns, [*numbered(body), last_row], totals=1,
                 words="Khối lượng do các thôn đếm hoặc ước tính.")  # fmt: skip


def cases(session: Session, first: date, last: date, *, by: Person, now: datetime) -> Annex:
    """Public words only; nobody who reported is named."""
    columns = (
        NUMBER, Column("Mã", 1.1), Column("Ngày nhận", 1), Column("Thôn", 1.3), Column("Nội dung", 3.2),
        Column("Đơn vị xử lý", 1.6), Column("Hạn", 1), Column("Ngày xong", 1), Column("Kết quả", 1.4),
    )  # fmt: skip
    narrowed, after, found = StatisticsFilter.model_validate({"from": first, "to": last}), None, []
    while rows := export_queries.batch(session, narrowed, after, by=by, now=now):
        found += [_case(row) for row in rows]
        after = export_queries.place_of(rows)
        if len(found) > MOST_CASES:
            break
    more = f"Bảng ghi {MOST_CASES} phản ánh mới nhất; đủ trong tệp của bàn làm việc." if len(found) > MOST_CASES else ""
    return Annex("Phản ánh đã tiếp nhận", columns, numbered(found[:MOST_CASES]), words=more)


def _case(row: Mapping[str, Any]) -> list[str]:
    moments = (row["answer_due_at"], row["resolved_at"])
    return [
        row["code"], day(clock.day_of(row["received_at"])), row["hamlet_name"] or "",
        row["public_words"] or row["category_label"] or "", row["unit_name"] or "",
        *(day(clock.day_of(one)) if one else "" for one in moments), row["status_label"],
    ]  # fmt: skip


def points(session: Session, on: date) -> Annex:
    register = inspections.register_on(session, on)
    rows = {row.id: row for row in session.exec(select(CollectionPoint))}
    columns = (
        NUMBER, Column("Mã", 0.9), Column("Tên", 2), Column("Loại", 1.2), Column("Thôn", 1.2),
        Column("Tọa độ", 1.3), Column("Diện tích (m²)", 0.8, "right"), Column("Sức chứa (m³)", 0.8, "right"),
        Column("Số hộ phục vụ", 0.8, "right"), Column("Lượt gom/tuần", 0.8, "right"),
        Column("Kiểm tra", 1), Column("Kết quả", 1), Column("Mục chưa đạt", 2.6),
    )  # fmt: skip
    body = []
    for one in register.points:
        row = rows[one.id]
        place = f"{row.latitude:.5f}, {row.longitude:.5f}" if row.latitude and row.longitude else ""
        verdict = "Đạt" if one.is_compliant else "Chưa kiểm tra" if one.verdict is None else "Chưa đạt"
        body.append([
            one.code, one.name, POINT_KINDS.get(one.kind, one.kind), one.hamlet_name or "", place,
            number(row.area_m2), number(row.capacity_m3), row.households_served, len(row.schedule),
            day(one.inspected_on), verdict, "; ".join(one.missed),
        ])  # fmt: skip
    words = f"Đạt yêu cầu kỹ thuật {register.compliant}/{register.open} điểm đang dùng."
    return Annex("Danh mục điểm tập kết, trung chuyển", columns, numbered(body), words=words)


def sites(session: Session, on: date) -> Annex:
    columns = (
        NUMBER, Column("Danh mục", 1.4), Column("Mã", 0.9), Column("Tên", 2), Column("Diện tích (m²)", 1, "right"),
        Column("Trạng thái", 1.6), Column("Từ ngày", 1), Column("Năm xử lý", 0.8, "center"),
        Column("Kinh phí (đồng)", 1.3, "right"), Column("Đơn vị", 1.6),
    )  # fmt: skip
    rows = {row.id: row for row in session.exec(select(DumpSite))}
    units, body = dump_sites.unit_names(session), []
    for kind in SiteKind:
        found = dump_sites.figure_on(session, kind, on)
        for one in found.sites:
            row = rows[one.id]
            body.append([
                found.kind_label, one.code, one.name, number(row.area_m2), one.stage_label, day(one.stage_since),
                row.plan_year, number(row.cost_vnd), units.get(row.unit_id, "") if row.unit_id else "",
            ])  # fmt: skip
    return Annex("Danh mục điểm đen, bãi rác tự phát, bãi chôn lấp", columns, numbered(body))


def indicators(session: Session, board: BoardShape) -> Annex:
    columns = (
        NUMBER, Column("Mục tiêu cụ thể", 3.4), Column("Đơn vị", 0.7, "center"), Column("Đến năm 2030", 1, "right"),
        Column("Kết quả kỳ", 1, "right"), Column("Cách tính", 1.8), Column("Đánh giá", 1.1),
        Column("Chủ trì", 1.8), Column("Phối hợp", 1.8),
    )  # fmt: skip
    names = plan.unit_names(session)
    partners = {item.code: [names.get(code, code) for code in item.partners] for item in session.exec(select(PlanItem))}
    body = [
        [
            one.label, "%", _aim(one.target, is_ceiling=one.is_ceiling, is_strict=one.is_strict),
            "không phát sinh" if one.value is None else number(one.value),
            f"{number(one.numerator, 2)}/{number(one.denominator, 2)}" + (" (ước tính)" if one.is_estimated else ""),
            STATES[one.state], ", ".join(one.leads), ", ".join(partners.get(one.code, [])),
        ]
        for one in board.figures
    ]  # fmt: skip
    return Annex("Kết quả thực hiện chỉ tiêu đến năm 2030", columns, numbered(body))


def _aim(target: float, *, is_ceiling: bool, is_strict: bool) -> str:
    sign = "≤ " if is_ceiling else "> " if is_strict else ""
    return sign + number(target)


def tasks(session: Session, on: date) -> Annex:
    columns = (
        NUMBER, Column("Mục", 0.6), Column("Nhiệm vụ", 3.2), Column("Chủ trì", 1.7), Column("Phối hợp", 1.7),
        Column("Thời hạn", 1.4), Column("Tình trạng", 1.1), Column("Tiến độ", 2.6),
    )  # fmt: skip
    said = _last_words(session, on)
    body = [
        [
            one.code, one.title, ", ".join(one.leads), ", ".join(one.partners), one.deadline_words,
            STANDINGS[one.standing], said.get(one.code, ""),
        ]
        for one in plan.overview(session, on=on)
        if one.part is PlanPart.TASK
    ]  # fmt: skip
    return Annex("Tiến độ nhiệm vụ của kế hoạch", columns, numbered(body))


def _last_words(session: Session, on: date) -> dict[str, str]:
    columns = (col(PlanItem.code), col(PlanNote.day), col(PlanNote.words))
    notes = sa.select(*columns).join(PlanNote, col(PlanNote.item_id) == col(PlanItem.id))
    until = notes.where(col(PlanNote.day) <= on).order_by(col(PlanNote.day), col(PlanNote.made_at))
    return {code: f"{day(at)}: {words}" for code, at, words in session.execute(until)}


def honours(session: Session, year: int, *, by: Person) -> Annex:
    """Those the board voted for and nobody declined."""
    columns = (
        NUMBER, Column("Tập thể, cá nhân", 2.4), Column("Thôn", 1.4), Column("Hình thức", 1), Column("Thành tích", 4),
        Column("Biểu quyết", 1, "center"),
    )  # fmt: skip
    body = [
        [one.name, one.hamlet_name or "", FORMS[one.form], one.merit, f"{one.yes}/{one.yes + one.no}"]
        for one in commendations.of_year(session, year, by=by).items
        if one.state is not ProposalState.DECLINED
    ]
    return Annex(f"Danh sách đề nghị khen thưởng năm {year}", columns, numbered(body))


ACTIONS = {
    RoadmapAction.KEEP: "Giữ nguyên", RoadmapAction.REPAIR: "Sửa chữa", RoadmapAction.UPGRADE: "Nâng cấp",
    RoadmapAction.BUILD: "Xây mới", RoadmapAction.CLOSE: "Đóng",
}  # fmt: skip
ROADMAP_STATES = {
    RoadmapState.PROPOSED: "Đề xuất", RoadmapState.APPROVED: "Đã duyệt", RoadmapState.RUNNING: "Đang làm",
    RoadmapState.DONE: "Xong", RoadmapState.POSTPONED: "Hoãn",
}  # fmt: skip


def roadmap(found: Roadmap, *, only_proposals: bool = False) -> Annex:
    """Task 2.2c; with `only_proposals` what is put forward for public investment (2.2a)."""
    columns = (
        NUMBER, Column("Mã", 0.9), Column("Điểm", 2.2), Column("Thôn", 1.4), Column("Phương án", 1.1),
        Column("Năm", 0.7, "center"), Column("Kinh phí (đồng)", 1.3, "right"), Column("Nguồn vốn", 1.4),
        Column("Tình trạng", 1.1), Column("Ghi chú", 2),
    )  # fmt: skip
    entries = [one for one in found.entries if one.is_proposal or not only_proposals]
    body = [
        [
            one.code or "", one.name, one.hamlet_name or "", ACTIONS[one.action], one.year, number(one.cost_vnd),
            one.funding_source, ROADMAP_STATES[one.state], one.words,
        ]
        for one in entries
    ]  # fmt: skip
    sums = [
        [
            "",
            "",
            f"Năm {year}",
            "",
            "",
            "",
            number(sum(one.cost_vnd or 0 for one in entries if one.year == year)),
            "",
            "",
            "",
        ]
        for year in sorted({one.year for one in entries})
    ]
    title = "Đề xuất đầu tư công điểm tập kết" if only_proposals else "Lộ trình cải tạo, nâng cấp, xây mới điểm tập kết"
    return Annex(title, columns, [*numbered(body), *sums, _sum_row("Tổng", entries)], totals=len(sums) + 1)


def _sum_row(label: str, entries: Sequence[RoadmapEntryShape]) -> list[str]:
    return ["", "", label, "", "", "", number(sum(one.cost_vnd or 0 for one in entries)), "", "", ""]


def needs(found: Roadmap) -> Annex:
    """Task 2.1b: what each hamlet has and lacks."""
    columns = (
        NUMBER, Column("Thôn", 2), Column("Số hộ", 1, "right"), Column("Điểm đang dùng", 1, "right"),
        Column("Điểm đạt", 1, "right"), Column("Hộ được phục vụ", 1, "right"),
        Column("Điểm đạt gần nhất (m)", 1.2, "right"), Column("Sắp xây, nâng cấp", 1, "right"),
    )  # fmt: skip
    body = [
        [one.hamlet_name, one.households, one.points, one.compliant, one.served, one.nearest_m, one.planned]
        for one in found.needs
    ]
    return Annex("Nhu cầu điểm tập kết từng thôn", columns, numbered(body))
