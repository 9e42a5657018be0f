"""Three made-up crews: one with violations, public and waiting to be; one without faults; one still to be inspected."""

from datetime import date, datetime, timedelta

from sqlmodel import Session

from api.checklists import queries as checklists
from api.checklists.models import ItemMark
from api.checklists.schemas import ItemAnswer, NewInspection
from api.core import clock
from api.crews import actions, publication_actions, queries, violation_actions
from api.crews.publication_schemas import CrewPublicationCheck, CrewPublicationEdit
from api.crews.schemas import CrewContractEdit, CrewEdit, CrewRoute, CrewViolationEdit
from api.demo.world import World, demo_id

CREWS = (
    ("TG-01", "Tổ thu gom số 1 (mẫu)", "Hợp tác xã Môi trường Mẫu", (1, 2, 3, 4), (1, 3, 5)),
    ("TG-02", "Tổ thu gom số 2 (mẫu)", "Trung tâm Dịch vụ sự nghiệp công", (5, 6, 7, 8), (2, 4, 6)),
    ("TG-03", "Tổ thu gom số 3 (mẫu)", "Công ty Thu gom Thử nghiệm (mẫu)", (9, 10, 11, 12), (1, 4, 7)),
)
FAULTS = {"vehicle_no_spill": "Một xe không che bạt", "worker_protection": "Ba người chưa có găng tay"}
FOUND = (
    ("Xe chở rác không che bạt, rơi vãi ở đường chính.", "Thông tư 02/2022/TT-BTNMT, điều 27", "Lắp bạt che.", 25, 30),
    ("Ba người thu gom chưa có găng tay.", "", "Cấp đủ găng tay, khẩu trang.", -10, None),
)  # words, rule, remedy, due so many days ago, remedied so many days ago


def tell(session: Session, world: World, now: datetime) -> None:
    today = clock.day_of(now)
    for code, name, organisation, hamlets, days in CREWS:
        _enter(session, world, (code, name, organisation), hamlets, days, now=now)
    _inspect(session, world, "TG-01", today - timedelta(days=40), FAULTS, now=now)
    _inspect(session, world, "TG-02", today - timedelta(days=20), {}, now=now)
    for number, (words, rule, remedy, due, done) in enumerate(FOUND, start=1):
        wish = CrewViolationEdit(
            inspection_id=demo_id("crew inspection", "TG-01"), found_on=today - timedelta(days=40), words=words,
            rule=rule, remedy=remedy, due_on=today - timedelta(days=due), result="Đã kiểm tra lại." if done else "",
            remedied_on=today - timedelta(days=done) if done else None,
        )  # fmt: skip
        violation_actions.put_violation(
            session, demo_id("crew", "TG-01"), demo_id("crew violation", number), wish, version=0,
            by=world.people["canbo"], now=now,
        )  # fmt: skip
    _publish(session, world, now)


def _enter(
    session: Session, world: World, named: tuple[str, str, str], hamlets: tuple[int, ...], days: tuple[int, ...], *,
    now: datetime,
) -> None:  # fmt: skip
    code, name, organisation = named
    begun = date(clock.day_of(now).year, 1, 1)
    wish = CrewEdit(
        code=code, name=name, organisation=organisation, leader="Nguyễn Văn Tổ Trưởng (mẫu)",
        unit_id=world.units["TTDV"].id, hamlet_ids=[world.hamlets[at - 1].id for at in hamlets],
        routes=[CrewRoute(words="Đường chính và các ngõ (mẫu)", weekdays=list(days))], members=6,
        vehicles="2 xe gom đẩy tay, 1 xe tải nhỏ", valid_from=begun,
    )  # fmt: skip
    by = world.people["canbo"]
    actions.put_crew(session, demo_id("crew", code), wish, version=0, by=by, now=now)
    if code != "TG-03":
        contract = CrewContractEdit(
            number=f"{code[-2:]}/HĐ-MẪU", signed_on=begun, valid_from=begun, valid_to=begun.replace(month=12, day=31),
            value_vnd=180_000_000,
        )  # fmt: skip
        actions.put_contract(
            session, demo_id("crew", code), demo_id("crew contract", code), contract, version=0, by=by, now=now
        )


def _inspect(session: Session, world: World, code: str, day: date, faults: dict[str, str], *, now: datetime) -> None:
    checklist = checklists.in_force(session, queries.KIND, day)
    answers = {
        item["code"]: ItemAnswer(
            mark=ItemMark.NOT_MET if item["code"] in faults else ItemMark.MET, note=faults.get(item["code"], "")
        )
        for item in checklist.items
    }
    wish = NewInspection(
        id=demo_id("crew inspection", code), checklist_id=checklist.id, subject_id=demo_id("crew", code),
        inspected_on=day, made_at=clock.start_of(day), answers=answers,
    )  # fmt: skip
    violation_actions.inspect(session, wish, by=world.people["congan"], now=now)


def _publish(session: Session, world: World, now: datetime) -> None:
    """The first is public, checked by the police; the second waits for the economic division."""
    office, police = world.people["canbo"], world.people["congan"]
    told = (("Xe chở rác không che bạt, để rơi vãi", "Lắp bạt che xe", office),
            ("Người thu gom chưa có găng tay", "Cấp đủ găng tay, khẩu trang", police))  # fmt: skip
    for number, (fault, remedy, by) in enumerate(told, start=1):
        wish = CrewPublicationEdit(
            violation_id=demo_id("crew violation", number), fault=fault, remedy=remedy,
            outcome="Nhắc nhở bằng văn bản (mẫu)", ground="Kế hoạch, mục III, nhiệm vụ 2.4c",
        )  # fmt: skip
        publication_actions.prepare(session, demo_id("crew result", number), wish, version=0, by=by, now=now)
    yes = CrewPublicationCheck(is_right=True)
    publication_actions.check(session, demo_id("crew result", 1), yes, version=1, by=police, now=now)
