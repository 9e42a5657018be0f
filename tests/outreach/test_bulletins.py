"""The bulletin of the week (plan item 1.3): from the real figures, in words to be read out within the time there is."""

import random
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, col, select

from api.core import spoken
from api.core.database import Database
from api.core.settings import Settings
from api.journal.models import Entry
from api.outreach import bulletin_actions, bulletin_rules
from api.outreach.bulletin_models import BulletinForm
from api.outreach.bulletin_queries import SHIPPED
from api.outreach.bulletin_rules import Facts, Manner, Pickup
from tests.accounts.make import make_person
from tests.cleanups.make import make_cleanup
from tests.collection_points.make import make_point
from tests.outreach.make import put
from tests.places.make import make_hamlet
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

SignIn = Callable[..., SignedIn]
MONDAY = date(2026, 11, 16)
MANNER = Manner(**{name: value for name, value in SHIPPED.items() if name != "source"})  # type: ignore[arg-type]
TIP = "Vỏ chai thuốc trừ sâu: Tráng ba lần đổ vào bình phun, mang ra bể chứa ngoài đồng."


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "không"), (5, "năm"), (10, "mười"), (14, "mười bốn"), (15, "mười lăm"), (21, "hai mươi mốt"),
        (24, "hai mươi tư"), (55, "năm mươi lăm"), (101, "một trăm linh một"), (110, "một trăm mười"),
        (1000, "một nghìn"), (2005, "hai nghìn không trăm linh năm"), (12_480, "mười hai nghìn bốn trăm tám mươi"),
        (1_000_000, "một triệu"), (1_000_020, "một triệu không trăm hai mươi"),
    ],
)  # fmt: skip
def test_1_3_numbers_are_written_as_they_are_read(value: int, words: str) -> None:
    assert spoken.number(value) == words


def test_a_point_with_two_hours_is_told_hour_by_hour() -> None:
    point = Pickup("Cổng chợ", {"17:30": [1, 4], "07:00": [7]})
    facts = Facts(MONDAY, "Xã", "", pickups=[point], tips=[TIP] * 4)
    loud = bulletin_rules.write(BulletinForm.LOUDSPEAKER, facts, MANNER)
    assert "Cổng chợ thu gom rác vào thứ Hai và thứ Năm, lúc mười bảy giờ ba mươi; Chủ nhật, lúc bảy giờ." in loud
    zalo = bulletin_rules.write(BulletinForm.ZALO, facts, MANNER)
    assert "Cổng chợ: thứ Hai và thứ Năm 17:30; Chủ nhật 07:00" in zalo


def test_weights_hours_and_days_are_written_as_they_are_read() -> None:
    assert spoken.weight(640) == "sáu trăm bốn mươi ki-lô-gam"
    assert spoken.weight(1_240) == "một phẩy hai tấn"
    assert spoken.weight(2_000) == "hai tấn"
    assert spoken.clock("17:30") == "mười bảy giờ ba mươi"
    assert spoken.day(date(2026, 11, 28)) == "thứ Bảy ngày hai mươi tám tháng mười một"
    assert spoken.listed(["A", "B", "C"]) == "A, B và C"


def some_facts(dice: random.Random) -> Facts:
    """Of a quiet or a busy week."""
    hamlets = dice.randrange(1, 60)
    held = [f"Thôn Mẫu số {number}" for number in range(dice.choice((0, 1, 4, hamlets)))][:hamlets]
    days = sorted(dice.sample(range(1, 7), dice.randrange(1, 7)))
    pickup = Pickup("Điểm tập kết sau nhà văn hóa", dice.choice(({"17:30": days}, {"17:30": days, "07:00": [7]})))
    return Facts(
        first=MONDAY, commune="Xã Kẻ Sặt", hotline=dice.choice(("", "0220 3000 115")),
        hamlet=dice.choice((None, "Thôn Mẫu 3")), hamlets=hamlets, held=held,
        people=dice.choice((0, 40, 999, 4_321)) if held else 0, kg=dice.choice((0, 555, 123_456)) if held else 0,
        received=dice.choice((0, None, 5, 1_235)), answered=dice.choice((0, None, 5, 1_235)),
        pickups=[pickup] * dice.randrange(4), tips=[TIP] * 4,
        news=["Đổi giờ thu gom rác ở chợ từ thứ Hai tuần tới"] * dice.randrange(3),
    )  # fmt: skip


def test_1_3_whatever_the_week_was_like_the_bulletin_is_read_in_sixty_to_ninety_seconds() -> None:
    dice = random.Random(1)
    for _ in range(400):
        facts = some_facts(dice)
        text = bulletin_rules.write(BulletinForm.LOUDSPEAKER, facts, MANNER)
        seconds = bulletin_rules.seconds(text, MANNER.words_per_minute)
        assert 60 <= seconds <= 90, (seconds, text)
        assert not re.search(r"\d", re.sub(r"Thôn Mẫu( số)? \d+", "", text)), text


def test_few_cases_are_not_told_exactly_and_none_are_told_as_none() -> None:
    quiet = bulletin_rules.write(BulletinForm.LOUDSPEAKER, Facts(MONDAY, "Xã", "", tips=[TIP] * 4), MANNER)
    assert "không nhận phản ánh nào" in quiet
    assert "chưa có thôn nào báo" in quiet
    few = bulletin_rules.write(BulletinForm.LOUDSPEAKER, Facts(MONDAY, "Xã", "", received=None, tips=[TIP] * 4), MANNER)
    assert "nhận vài phản ánh" in few


def test_1_3_the_draft_holds_the_weeks_own_figures_and_the_hamlets_timetable(
    session: Session, seeded: object, settings: Settings, now: datetime
) -> None:
    officer, hamlet = make_person(session), make_hamlet(session)
    make_hamlet(session, "Thôn Mẫu 4")
    make_cleanup(session, officer, hamlet.id, now=now)  # 85 people, 1,200 kg, on Saturday 21 November
    make_point(session, "Cổng chợ", hamlet=hamlet)
    loud = bulletin_actions.draft(session, settings, MONDAY, BulletinForm.LOUDSPEAKER, hamlet.id, now=now)
    assert "một trên hai thôn" in loud.text
    assert "tám mươi lăm lượt người" in loud.text
    assert "một phẩy hai tấn" in loud.text
    assert "Cổng chợ thu gom rác vào thứ Hai" in loud.text
    assert "thứ Bảy ngày hai mươi tám tháng mười một" in loud.text
    assert loud.least_seconds <= loud.seconds <= loud.most_seconds
    zalo = bulletin_actions.draft(session, settings, MONDAY, BulletinForm.ZALO, None, now=now)
    assert "1/2 thôn" in zalo.text
    assert "85 lượt người, khoảng 1.200 kg rác" in zalo.text
    before = bulletin_actions.draft(
        session, settings, MONDAY - timedelta(weeks=1), BulletinForm.ZALO, None, now=now
    )  # fmt: skip
    assert "chưa có thôn báo" in before.text


def edit(**more: Any) -> dict[str, Any]:
    """Any JSON."""
    return {
        "week": str(MONDAY),
        "form": "loudspeaker",
        "hamlet_id": None,
        "text": "Kính thưa bà con, lời đã sửa.",
    } | more


def test_1_3_what_people_made_of_it_is_kept_beside_what_was_generated(
    client: TestClient, sign_in: SignIn, database: Database
) -> None:
    front, path = sign_in("front", name="Đỗ Mặt Trận"), f"/api/outreach/bulletins/{uuid4()}"
    made = put(front, path, edit()).json()
    assert made["generated"].startswith("Kính thưa bà con! Sau đây là bản tin môi trường của Xã Kẻ Sặt.")
    assert (made["text"], made["made_by_name"], made["version"]) == (edit()["text"], "Đỗ Mặt Trận", 1)
    assert put(front, path, edit(text="Lời thứ hai"), 1).json()["generated"] == made["generated"]
    assert_problem(put(front, path, edit(text="Lời thứ ba"), 1), 412, "stale")
    assert [one["text"] for one in front.get("/api/outreach/bulletins").json()["items"]] == ["Lời thứ hai"]
    with database.session(writes=False) as session:
        about = select(Entry.verb).where(Entry.subject_kind == "bulletin").order_by(col(Entry.id))
        verbs = session.exec(about).all()
    assert verbs == ["bulletin_added", "bulletin_changed"]


def test_a_week_begins_on_monday(sign_in: SignIn) -> None:
    front = sign_in("front")
    assert_problem(front.get("/api/outreach/bulletin-draft?week=2026-11-17"), 422, "bulletin_week_wrong")
    assert_problem(put(front, f"/api/outreach/bulletins/{uuid4()}", edit(week="2026-11-17")), 422)


def test_1_3_pace_length_and_first_words_are_the_communes_own(sign_in: SignIn) -> None:
    front = sign_in("front")
    setting = front.get("/api/outreach/bulletin-setting").json()
    assert (setting["words_per_minute"], setting["version"]) == (140, 0)
    own = {name: value for name, value in setting.items() if name != "version"} | {"greeting": "A lô, a lô!"}
    assert put(front, "/api/outreach/bulletin-setting", own | {"words_per_minute": 130}).json()["version"] == 1
    draft = front.get(f"/api/outreach/bulletin-draft?week={MONDAY}").json()
    assert draft["text"].startswith("A lô, a lô!")
    assert draft["words_per_minute"] == 130
    assert_problem(put(front, "/api/outreach/bulletin-setting", own | {"least_seconds": 95}, 1), 422)
