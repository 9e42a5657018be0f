"""The Front's supervision in the demo: one visit held with a finding to be answered, one planned."""

from datetime import datetime, timedelta

from sqlmodel import Session

from api.core import clock
from api.demo.world import World, demo_id
from api.supervision import actions
from api.supervision.schemas import NewFinding, VisitEdit


def tell(session: Session, world: World, now: datetime) -> None:
    today, front = clock.day_of(now), world.people["mattran"]
    centre = world.units["TTDV"].id
    held = VisitEdit(
        topic="Thu gom rác tại các điểm tập kết (mẫu)", planned_on=today - timedelta(days=15),
        held_on=today - timedelta(days=14), unit_id=centre, team="Mặt trận, Hội Phụ nữ, Hội Cựu chiến binh",
        words="Đoàn đã xem 4 điểm mẫu; giờ thu gom đúng lịch.",
    )  # fmt: skip
    visit = demo_id("supervision", 1)
    actions.put_visit(session, visit, held, version=0, by=front, now=now)
    finding = NewFinding(
        id=demo_id("finding", 1), words="Hai điểm mẫu chưa có biển ghi giờ đổ rác.", asks="Đề nghị lắp biển.",
        unit_id=centre, due_on=today + timedelta(days=10),
    )  # fmt: skip
    actions.find(session, visit, finding, by=front, now=now)
    planned = VisitEdit(topic="Việc trả lời phản ánh của bà con (mẫu)", planned_on=today + timedelta(days=5))
    actions.put_visit(session, demo_id("supervision", 2), planned, version=0, by=front, now=now)
