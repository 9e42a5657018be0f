"""What the demo's commune told its residents: news, activities, a contest. Names say that they are made up."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import Session

from api.core import clock
from api.core.settings import Settings
from api.demo.world import World, demo_id
from api.outreach import bulletin_actions, green_actions, keeping
from api.outreach.activity_models import Activity, ActivityKind
from api.outreach.activity_schemas import ActivityEdit, ActivityShape
from api.outreach.bulletin_models import BulletinForm
from api.outreach.bulletin_schemas import BulletinEdit
from api.outreach.contest_models import Contest, ContestEntry, EntrantKind
from api.outreach.contest_schemas import ContestEdit, ContestEntryEdit, ContestEntryShape, ContestShape
from api.outreach.green_models import GreenSite, SiteKind
from api.outreach.green_schemas import GreenAnswer, GreenSiteEdit, GreenSiteShape, Mark, NewGreenCheck
from api.outreach.news_models import NewsPost
from api.outreach.news_schemas import NewsEdit, NewsShape

NEWS = (
    ("Đổi giờ thu gom ở Thôn Mẫu 3", "Từ tuần tới xe đến lúc 17 giờ 30 thứ Hai và thứ Năm.\nBà con mang rác ra trước "
     "15 phút, để riêng rác thực phẩm.", 2, True),
    ("Điểm nhận pin cũ tại nhà văn hóa", "Xã đặt thùng nhận pin, bóng đèn hỏng ở nhà văn hóa các thôn mẫu. Mang đến "
     "vào giờ sinh hoạt.", 9, False),
    ("Kết quả tháng thu gom vỏ thuốc trừ sâu", "Các thôn mẫu đã gom được hơn 60 kg vỏ thuốc ngoài đồng. Cảm ơn bà con.",
     20, False),
)  # fmt: skip
ACTIVITIES = (
    (ActivityKind.LOUDSPEAKER, "Bản tin môi trường trên loa", "Cả xã", 2_400, False, 1),
    (ActivityKind.MEETING, "Họp thôn bàn việc phân loại rác", "Nhà văn hóa Thôn Mẫu 3", 86, True, 6),
    (ActivityKind.SCHOOL, "Tiết học “Rác này bỏ vào đâu?”", "Trường Tiểu học Mẫu", 240, True, 13),
    (ActivityKind.BANNER, "Treo pa nô ở cổng chợ mẫu", "Cổng chợ mẫu", None, False, 24),
    (ActivityKind.SOCIAL, "Bài đăng trên trang Zalo của xã", "", 1_150, False, 33),
    (ActivityKind.CONFERENCE, "Tập huấn tổ thu gom", "Hội trường xã mẫu", 42, True, 40),
)  # fmt: skip


def tell(session: Session, settings: Settings, world: World, now: datetime) -> None:
    today = clock.day_of(now)
    front = world.people["mattran"]
    how: dict[str, Any] = {"version": 0, "by": front, "now": now}
    for title, words, ago, is_pinned in NEWS:
        news = NewsEdit(
            title=title, words=words, published_on=today - timedelta(days=ago), is_pinned=is_pinned, is_draft=False
        )  # fmt: skip
        keeping.put(
            session, NewsPost, demo_id("news", title), news, NewsShape, made_by=front.id, made_at=now, **how
        )  # fmt: skip
    for kind, title, place, reach, is_counted, ago in ACTIVITIES:
        act = ActivityEdit(
            kind=kind, day=today - timedelta(days=ago), title=title, place_words=place, reach=reach,
            is_reach_counted=is_counted, organiser="Ủy ban Mặt trận xã (mẫu)",
        )  # fmt: skip
        keeping.put(
            session, Activity, demo_id("activity", title), act, ActivityShape, made_by=front.id, made_at=now, **how
        )  # fmt: skip
    _contest(session, today, how)
    _green(session, today, how | {"by": world.people["canbo"]})
    _bulletin(session, settings, clock.monday_of(today) - timedelta(weeks=1), how)


def _contest(session: Session, today: date, how: dict[str, Any]) -> None:
    """`how`: version, by, now, as `keeping.put` takes them."""
    number = demo_id("contest", 1)
    contest = ContestEdit(
        title="Vẽ tranh “Làng em xanh” (mẫu)", rules_words="Học sinh các trường mẫu vẽ trên khổ A4.\nNộp ở nhà văn hóa "
        "thôn.", entry_kinds="Tranh vẽ", starts_on=today - timedelta(days=20), ends_on=today + timedelta(days=10),
        is_draft=False,
    )  # fmt: skip
    keeping.put(session, Contest, number, contest, ContestShape, **how)
    entry = ContestEntryEdit(
        entrant_kind=EntrantKind.ORGANISATION, entrant="Lớp 5A Trường Tiểu học Mẫu", title="Bờ ao sạch",
        received_on=today - timedelta(days=3),
    )  # fmt: skip
    keeping.put(
        session, ContestEntry, demo_id("contest-entry", 1), entry, ContestEntryShape, contest_id=number, **how
    )  # fmt: skip


def _bulletin(session: Session, settings: Settings, week: date, how: dict[str, Any]) -> None:
    draft = bulletin_actions.draft(session, settings, week, BulletinForm.LOUDSPEAKER, None, now=how["now"])
    edit = BulletinEdit(week=week, form=BulletinForm.LOUDSPEAKER, text=draft.text)
    bulletin_actions.put(session, settings, demo_id("bulletin", week), edit, **how)


def _green(session: Session, today: date, how: dict[str, Any]) -> None:
    """`how`: version, by, now."""
    number = demo_id("green-site", 1)
    site = GreenSiteEdit(name="Lễ hội làng Mẫu", kind=SiteKind.FESTIVAL, held_from=today - timedelta(days=15))
    keeping.put(session, GreenSite, number, site, GreenSiteShape, **how)
    marks = {"sorted_bins": Mark.NOT_MET, "plan_for_waste": Mark.MET, "clean_within_day": Mark.MET}
    answers = [GreenAnswer(code=code, mark=mark) for code, mark in marks.items()]
    check = NewGreenCheck(id=demo_id("green-check", 1), checked_on=today - timedelta(days=14), answers=answers)
    green_actions.record(session, number, check, by=how["by"], now=how["now"])
