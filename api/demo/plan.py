"""How the plan goes on in the demo: notes of the units, two obstacles, the estimates of next year."""

from datetime import date, datetime, timedelta

from sqlmodel import Session

from api.cleanups import coverage_actions as coverage
from api.cleanups.coverage_schemas import NewSetting
from api.core import clock
from api.demo import weekends
from api.demo.world import World, demo_id
from api.plan import actions, estimate_actions, obstacle_actions
from api.plan.estimate_models import EstimateState
from api.plan.estimate_schemas import EstimateEdit
from api.plan.models import Progress
from api.plan.obstacle_schemas import Decision, NewObstacle
from api.plan.schemas import NewNote

NOTES: tuple[tuple[str, str, date | int, Progress, str, str], ...] = (  # a day, or how many days ago
    ("1.2", "mattran", date(2026, 6, 6), Progress.DONE, "12/12 thôn mẫu ra quân, 340 người (số liệu mẫu).", ""),
    ("1.3", "mattran", 20, Progress.RUNNING, "Đã phát 16 bản tin loa, treo 24 băng rôn (số liệu mẫu).", ""),
    ("1.4", "mattran", 33, Progress.RUNNING, "Đang soạn thể lệ cuộc thi tìm hiểu.", "Dự thảo lần 2"),
    ("1.6", "canbo", 12, Progress.RUNNING, "Đã phát bảng kiểm cho các thôn mẫu.", ""),
    ("2.1b", "canbo", 25, Progress.RUNNING, "Đã gửi bản nhu cầu điểm tập kết cho đơn vị tư vấn.", "Phiếu gửi mẫu"),
    ("2.2c", "canbo", 8, Progress.RUNNING, "Đã khảo sát 8/10 điểm tập kết mẫu.", "Biên bản mẫu số 02"),
    ("2.4a", "canbo", 5, Progress.RUNNING, "Đường dây nóng hoạt động, trả lời hằng ngày.", ""),
    ("2.4b", "congan", 70, Progress.RUNNING, "Đã chọn 3 vị trí lắp camera (mẫu).", ""),
)
MONEY = (
    ("2.2b", "TTDV", "Mua 20 thùng rác 240 lít", 24_000_000, "Ngân sách xã", EstimateState.SENT),
    ("2.2c", "PKT", "Cải tạo 2 điểm tập kết", 180_000_000, "Thành phố hỗ trợ", EstimateState.DRAFT),
    ("2.4b", "CA", "3 camera và biển báo", 45_000_000, "Xã hội hóa", EstimateState.APPROVED),
)


def tell(session: Session, world: World, now: datetime) -> None:
    today = clock.day_of(now)
    begun = clock.monday_of(today) - timedelta(weeks=weekends.WEEKS)
    rule = NewSetting(id=demo_id("coverage", 1), valid_from=begun, entry_days=2, counts_excused=True, source="Mẫu")
    coverage.set_rule(session, rule, by=world.people["canbo"], now=now)
    for number, (code, who, day, progress, words, evidence) in enumerate(NOTES):
        on = today - timedelta(days=day) if isinstance(day, int) else day
        wish = NewNote(
            id=demo_id("plan-note", number), day=min(on, today), progress=progress, words=words, evidence=evidence
        )
        actions.note(session, code, wish, by=world.people[who], now=now)
    _obstacles(session, world, now)
    for number, (code, unit, words, amount, source, state) in enumerate(MONEY):
        line = EstimateEdit(
            item_code=code, unit_id=world.units[unit].id, year=today.year + 1, words=words, amount_vnd=amount,
            source=source, state=state,
        )  # fmt: skip
        estimate_actions.put(session, demo_id("estimate", number), line, version=0, by=world.people["canbo"], now=now)


def _obstacles(session: Session, world: World, now: datetime) -> None:
    land = NewObstacle(
        id=demo_id("obstacle", 1), item_code="2.2c", words="Thôn mẫu chưa có đất đặt điểm tập kết mới.",
        proposal="Xin xã bố trí một phần đất công ở đầu làng.",
    )  # fmt: skip
    obstacle_actions.raise_one(session, land, by=world.people["truongthon3"], now=now - timedelta(days=9))
    answer = Decision(decision="Giao Phòng Kinh tế rà soát đất công, báo cáo trong tháng.", document="")
    obstacle_actions.decide(session, land.id, answer, version=1, by=world.people["lanhdao"], now=now)
    carts = NewObstacle(id=demo_id("obstacle", 2), item_code="2.2b", words="Hai xe gom hỏng trục, chưa có tiền sửa.")
    obstacle_actions.raise_one(session, carts, by=world.people["dichvu"], now=now - timedelta(days=2))
