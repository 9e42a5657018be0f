"""Letters, slips, minutes and decisions: each about one unit, case, inspection or year."""

from sqlmodel import Session

from api.accounts.models import Unit
from api.checklists import queries as checklists
from api.checklists.models import ItemMark, Verdict
from api.collection_points.models import CollectionPoint
from api.complaints import desk_queries, workflow_queries
from api.complaints.models import Category, Complaint
from api.core import clock, errors
from api.papers.rules import day
from api.places import queries as places
from api.plan import queries as plan
from api.plan.models import Standing
from api.reports import lists
from api.reports.asking import Asked, frame
from api.reports.rules import Draft, part, section

MARKS = {ItemMark.MET: "Đạt", ItemMark.NOT_MET: "Chưa đạt", ItemMark.NOT_APPLICABLE: "Không áp dụng"}
PRESSING = (Standing.LATE, Standing.DUE_SOON)


class SubjectUnknown(errors.Rejected):
    code = "document_subject_unknown"
    says = "Không tìm thấy nội dung cần lập văn bản. Xin mở lại từ trang có nút lập văn bản."


def reminder(session: Session, asked: Asked) -> Draft:
    """To a unit: its rows of the plan that are late, due soon or long without a word."""
    unit = session.get(Unit, asked.subject_id)
    if unit is None:
        raise SubjectUnknown(field="subject_id")
    rows = [one for one in plan.overview(session, on=asked.period.last) if unit.code in one.lead_codes]
    pressing = [f"- {one.code} {one.title}: {lists.STANDINGS[one.standing].lower()} ({one.deadline_words})."
                for one in rows if one.standing in PRESSING]  # fmt: skip
    silent = [f"- {one.code} {one.title}." for one in rows if one.needs_word and one.standing not in PRESSING]
    return Draft(
        template="letter", type_name="", code="UBND-KT", title=f"Đôn đốc {unit.name}",
        parts=[
            *frame(asked, "đôn đốc thực hiện Kế hoạch bảo vệ môi trường"),
            part("addressees", unit.name),
            part("opening", f"Thực hiện Kế hoạch của Ủy ban nhân dân {asked.where} về phong trào toàn dân tham gia bảo "
                 f"vệ môi trường; qua theo dõi đến ngày {day(asked.period.last)}, Ủy ban nhân dân xã đề nghị đơn vị:"),
            section("1", "1. Khẩn trương thực hiện" if pressing else "", *pressing),
            section("2", "2. Báo cáo tiến độ" if silent else "", *silent),
            part("closing", "" if pressing or silent else "Đến nay đơn vị không có nhiệm vụ chậm.",
                 "Đề nghị đơn vị báo cáo kết quả, khó khăn, vướng mắc về Phòng Kinh tế để tổng hợp./."),
        ],
    )  # fmt: skip


def transfer(session: Session, asked: Asked) -> Draft:
    """A case that belongs to another body. Nothing of the reporter goes along."""
    case = _case(session, asked)
    request = next(iter(reversed(workflow_queries.requests(session, case.id))), None)
    until = f" trước ngày {day(clock.day_of(request.due_at))}" if request else ""
    return Draft(
        template="slip", type_name="PHIẾU CHUYỂN", code="PC-UBND", title=f"Phiếu chuyển phản ánh {case.code}",
        parts=[
            *frame(asked, f"Phản ánh mã {case.code}"),
            part("addressees", request.body if request else "(ghi tên cơ quan có thẩm quyền)"),
            part("opening", f"Ngày {day(clock.day_of(case.received_at))}, Ủy ban nhân dân {asked.where} nhận được phản "
                 f"ánh mã {case.code}."),
            section("1", "1. Nội dung", request.words if request else _about(session, case)),
            section("2", "2. Địa điểm", (request.place_words if request else "") or _place(session, case)),
            part("closing", f"Nội dung trên thuộc thẩm quyền của Quý cơ quan. Ủy ban nhân dân {asked.where} chuyển để "
                 f"xem xét, giải quyết theo quy định và thông báo kết quả{until} để trả lời người dân./."),
        ],
    )  # fmt: skip


def reply(session: Session, asked: Asked) -> Draft:
    case = _case(session, asked)
    said = case.reply or case.resolution or case.stop_words or "(ghi kết quả xử lý)"
    return Draft(
        template="letter", type_name="", code="UBND-KT", title=f"Trả lời phản ánh {case.code}",
        parts=[
            *frame(asked, f"trả lời phản ánh mã {case.code}"),
            part("addressees", "Quý Ông/Bà"),
            part("opening", f"Ngày {day(clock.day_of(case.received_at))}, Quý Ông/Bà gửi phản ánh: "
                 f"{_about(session, case)}. Vấn đề Quý Ông/Bà phản ánh, Ủy ban nhân dân {asked.where} xin thông báo "
                 "kết quả như sau:"),
            section("1", "", said),
            part("closing", "Chân thành cảm ơn Quý Ông/Bà. Trân trọng./."),
        ],
    )  # fmt: skip


def minutes(session: Session, asked: Asked) -> Draft:
    """Of one inspection of a collection point, item by item."""
    row = checklists.find(session, asked.subject_id)
    point = session.get(CollectionPoint, row.subject_id) if row else None
    if row is None or point is None:
        raise SubjectUnknown(field="subject_id")
    shape = checklists.shapes(session, [row])[0]
    items = [
        f"{place}. {one.words}: {MARKS[one.mark] if one.mark else 'Chưa ghi'}{f' ({one.note})' if one.note else ''}."
        for place, one in enumerate(shape.items, 1)
    ]
    verdict = "đạt yêu cầu kỹ thuật" if shape.verdict is Verdict.COMPLIANT else "chưa đạt yêu cầu kỹ thuật"
    return Draft(
        template="minutes", type_name="BIÊN BẢN", code="BB-UBND", title=f"Biên bản kiểm tra {point.code}",
        parts=[
            *frame(asked, f"Kiểm tra {lists.POINT_KINDS.get(point.kind, '').lower()} {point.name} ({point.code})"),
            part("other_offices", "ĐẠI DIỆN ĐƠN VỊ QUẢN LÝ ĐIỂM"),
            part("opening", f"Ngày {day(shape.inspected_on)}, tại {point.place_words or point.name}, "
                 f"{shape.made_by_name} tiến hành kiểm tra theo bảng kiểm yêu cầu kỹ thuật."),
            section("1", "I. KẾT QUẢ TỪNG MỤC", *items),
            section("2", "II. KẾT LUẬN", f"Điểm {verdict}.", *(f"- Chưa đạt: {one}." for one in shape.missed)),
            section("3", "III. Ý KIẾN CÁC BÊN", shape.words or "Không có ý kiến khác."),
            part("closing", "Biên bản lập thành hai bản, mỗi bên giữ một bản./."),
        ],
    )  # fmt: skip


def commendation(session: Session, asked: Asked) -> Draft:
    year = asked.period.last.year
    return Draft(
        template="decision", type_name="QUYẾT ĐỊNH", code="QĐ-UBND", title=f"Quyết định khen thưởng năm {year}",
        parts=[
            *frame(asked, f"Về việc tặng Giấy khen phong trào bảo vệ môi trường năm {year}"),
            part("opening", "Căn cứ Luật Thi đua, khen thưởng;",
                 "Theo đề nghị của Hội đồng Thi đua - Khen thưởng xã,"),
            section("1", "QUYẾT ĐỊNH:",
                    f"Điều 1. Tặng Giấy khen cho các tập thể, cá nhân có thành tích trong phong trào bảo vệ môi trường "
                    f"năm {year} (danh sách kèm theo).",
                    "Điều 2. Kinh phí khen thưởng trích từ Quỹ Thi đua, khen thưởng của xã.",
                    "Điều 3. Văn phòng, Phòng Kinh tế và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi "
                    "hành Quyết định này./."),
        ],
        annexes=[lists.honours(session, year, by=asked.by)],
    )  # fmt: skip


def _case(session: Session, asked: Asked) -> Complaint:
    if asked.subject_id is None:
        raise SubjectUnknown(field="subject_id")
    return desk_queries.require_readable(session, asked.subject_id, by=asked.by)


def _about(session: Session, case: Complaint) -> str:
    category = session.get(Category, case.category) if case.category else None
    return (case.public_words or (category.label if category else "") or case.title).rstrip(".")


def _place(session: Session, case: Complaint) -> str:
    hamlet = places.names(session).get(case.hamlet_id) if case.hamlet_id else None
    return hamlet or "(ghi địa điểm)"
