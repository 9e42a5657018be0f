"""The coming weekend in the demo: most hamlets have said when and where they meet; some have not."""

from datetime import datetime, timedelta

from sqlmodel import Session

from api.cleanups import rhythm_actions as actions
from api.cleanups.rhythm_schemas import NewWeekendPlan
from api.core import clock
from api.demo.world import World, demo_id

PLACES = ("Nhà văn hóa thôn (mẫu)", "Đầu làng, cạnh giếng cổ (mẫu)", "Sân đình (mẫu)", "Cổng trường (mẫu)")
SILENT = (1, 4)  # by their place in the list


def tell(session: Session, world: World, now: datetime) -> None:
    sunday = clock.monday_of(clock.day_of(now)) + timedelta(days=6)
    for number, hamlet in enumerate(world.hamlets):
        if number in SILENT:
            continue
        wish = NewWeekendPlan(
            id=demo_id("weekend-plan", f"{hamlet.code}-{sunday}"), hamlet_id=hamlet.id, held_on=sunday,
            starts_at=("06:30", "06:00", "16:30")[number % 3], place=PLACES[number % len(PLACES)],
            bring="chổi, cuốc, bao tải, găng tay", note="Có nước uống tại chỗ" if number % 2 else "",
        )  # fmt: skip
        actions.plan(session, wish, by=world.people["canbo"], now=now)
