"""K5a and K5b: what arose, was collected and landfilled; nothing counted twice, nothing overwritten."""

import io
from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, select

from api.accounts.models import Role
from api.accounts.rules import Person
from api.core import entries
from api.core.database import Database
from api.waste_ledger import actions, queries, rules, spreadsheets
from api.waste_ledger.models import Flow, Source, WasteEntry
from api.waste_ledger.schemas import NewRate, NewWasteEntry
from tests.accounts.make import make_person
from tests.places.make import make_hamlet

SignIn = Callable[..., TestClient]
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def officer(session: Session, seeded: Database) -> Person:
    return make_person(session, role=Role.OFFICER)


def words(**more: object) -> dict[str, object]:
    return {
        "id": str(uuid4()),
        "month": "2026-10",
        "flow": "collected",
        "source": "contract",
        "tonnes": 90,
    } | more


def write(session: Session, by: Person, now: datetime, **more: object) -> WasteEntry:
    return actions.record(session, NewWasteEntry.model_validate(words(**more)), by=by, now=now)[0]


def estimate(session: Session, by: Person, now: datetime, **more: object) -> WasteEntry:
    return write(session, by, now, flow="generated", source="estimate", tonnes=None, population=7000, **more)


def test_K5a_what_arose_is_estimated_with_its_formula_and_keeps_it(
    session: Session, officer: Person, now: datetime
) -> None:
    entry = estimate(session, officer, now, id="0193a6a2-0000-7000-8000-00000000b001")
    assert (entry.kilograms, entry.grams_per_person_day, entry.days) == (108_500, 500, 31)
    higher = NewRate(id=uuid4(), kg_per_person_day=0.6, valid_from=date(2026, 10, 1), source="Thành phố")
    actions.set_rate(session, higher, by=officer, now=now)
    again = estimate(session, officer, now, id=str(entry.id))
    assert again is entry
    assert entry.kilograms == 108_500
    with pytest.raises(rules.EstimateKnown):
        estimate(session, officer, now)
    with pytest.raises(rules.EstimateKnown):
        estimate(session, officer, now, hamlet_id=str(make_hamlet(session).id))
    assert estimate(session, officer, now, replaces_id=str(entry.id)).kilograms == 130_200


def test_K5a_collected_and_dealt_with_at_home_count_once(session: Session, officer: Person, now: datetime) -> None:
    estimate(session, officer, now)
    write(session, officer, now, tonnes=90)
    write(session, officer, now, flow="treated", tonnes=60)
    write(session, officer, now, flow="composted", source="hamlet", tonnes=5.5, at_source=True, is_estimate=True,
          words="40 hộ × 4,4 kg/ngày", hamlet_id=str(make_hamlet(session).id))  # fmt: skip
    assert queries.k5a_between(session, *YEAR) == rules.Ratio(95_500, 108_500)
    assert queries.k5a_on(session, date(2026, 11, 28)).percent == 88.0
    [october] = [m for m in queries.ledger(session, *YEAR).months if m.month == "2026-10"]
    assert (october.k5a.percent, october.at_source, october.entries, october.remarks) == (88.0, 5.5, 4, [])
    assert [(f.flow, f.tonnes, f.estimated) for f in october.flows][:2] == [
        (Flow.GENERATED, 108.5, 108.5), (Flow.COLLECTED, 90.0, 0.0),
    ]  # fmt: skip


def test_K5b_is_landfilled_of_collected_and_nothing_of_nothing(
    session: Session, officer: Person, now: datetime
) -> None:
    assert queries.k5b_between(session, *YEAR).percent is None
    assert queries.k5a_between(session, *YEAR).percent is None
    write(session, officer, now, tonnes=90)
    write(session, officer, now, flow="landfilled", tonnes=27)
    assert queries.k5b_on(session, date(2026, 11, 28)) == rules.Ratio(27_000, 90_000)
    assert queries.k5b_on(session, date(2026, 9, 30)).percent is None
    assert queries.k5b_on(session, date(2027, 1, 31)).percent is None


def test_K5b_a_correction_changes_the_figure_and_the_old_one_can_be_had(
    session: Session, officer: Person, now: datetime
) -> None:
    write(session, officer, now, tonnes=90)
    wrong = write(session, officer, now, flow="landfilled", tonnes=72)
    write(session, officer, now + timedelta(days=2), flow="landfilled", tonnes=27, replaces_id=str(wrong.id))
    assert queries.k5b_between(session, *YEAR).percent == 30.0
    assert queries.k5b_between(session, *YEAR, known_at=now).percent == 80.0
    assert [line.is_replaced for line in queries.listed(session, date(2026, 10, 1)) if line.flow == "landfilled"] == [
        True, False,
    ]  # fmt: skip
    with pytest.raises(entries.EntryReplaced):
        write(session, officer, now, flow="landfilled", tonnes=30, replaces_id=str(wrong.id))


def test_what_looks_wrong_is_named_and_not_refused(session: Session, officer: Person, now: datetime) -> None:
    write(session, officer, now, month="2026-08", tonnes=90)
    write(session, officer, now, month="2026-08", source="weigh_bridge", ticket="P1", tonnes=9)
    write(session, officer, now, month="2026-09", flow="generated", is_estimate=True, words="theo xe", tonnes=10)
    write(session, officer, now, month="2026-09", tonnes=12)
    write(session, officer, now, month="2026-09", flow="landfilled", tonnes=13)
    found = {month.month: month.remarks for month in queries.ledger(session, *YEAR).months}
    assert found["2026-08"] == ["no_generated", "two_sources"]
    assert found["2026-09"] == ["more_collected", "more_landfilled"]
    assert found["2026-10"] == []


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"tonnes": None}, "tonnes"),
        ({"month": "2027-01"}, "month"),
        ({"day": "2026-11-02"}, "day"),
        ({"at_source": True}, "at_source"),
        ({"is_estimate": True}, "words"),
        ({"source": "estimate"}, "is_estimate"),
        ({"source": "weigh_bridge"}, "ticket"),
        ({"source": "hamlet"}, "hamlet_id"),
        ({"population": 7000}, "population"),
    ],
)
def test_a_line_that_cannot_be_is_refused_by_its_field(
    session: Session, officer: Person, now: datetime, more: dict[str, object], field: str
) -> None:
    with pytest.raises(rules.EntryRejected) as caught:
        write(session, officer, now, **more)
    assert caught.value.field == field


TICKETS = """Số phiếu;Ngày;Khối lượng (tấn);Loại;Nơi cân;Thôn
P1;05/10/2026;4,25;thu gom;Trạm mẫu;
P2;06/10/2026;3,5;Chôn lấp;Trạm mẫu;
P2;06/10/2026;3,5;chôn lấp;Trạm mẫu;
P3;32/10/2026;3;thu gom;;
P4;07/10/2026;4250;thu gom;;
P5;07/10/2026;4,2;đổ sông;;
P6;07/10/2026;4,2;;;Thôn Không Có
"""


def test_K5a_tickets_of_a_weigh_bridge_are_tried_named_and_taken_once(
    session: Session, officer: Person, now: datetime
) -> None:
    def take(data: str, *, dry: bool = False) -> tuple[int, list[tuple[int, str]]]:
        found = spreadsheets.take_over(session, data.encode(), is_dry_run=dry, by=officer, now=now)
        return found.created, [(fault.row, fault.column) for fault in found.errors]

    bad = [(4, "Số phiếu"), (5, "Ngày"), (6, "Khối lượng (tấn)"), (7, "Loại"), (8, "Thôn")]
    assert take(TICKETS, dry=True) == (2, bad)
    assert session.exec(select(WasteEntry)).all() == []
    assert take(TICKETS) == (2, bad)
    assert take(TICKETS) == (0, bad)
    lines = queries.listed(session, date(2026, 10, 1))
    assert [(one.ticket, one.tonnes, one.source) for one in lines] == [
        ("P1", 4.25, Source.WEIGH_BRIDGE), ("P2", 3.5, Source.WEIGH_BRIDGE),
    ]  # fmt: skip
    assert take("Số phiếu,Ngày,Khối lượng (kg),Nơi cân\nP1,05/10/2026,4.300,trạm mẫu\n") == (0, [(2, "Số phiếu")])
    with pytest.raises(rules.TicketKnown):
        write(session, officer, now, source="weigh_bridge", ticket="P1", facility="Trạm Mẫu", tonnes=4.25)


@given(st.lists(st.tuples(st.sampled_from(Flow), st.integers(0, 10**7), st.booleans()), max_size=30))
def test_sums_are_exact_whatever_the_order(lines: list[tuple[Flow, int, bool]]) -> None:
    made = [
        WasteEntry(flow=flow, source=Source.CONTRACT, kilograms=kg, at_source=home and flow in rules.FATES_AT_SOURCE)
        for flow, kg, home in lines
    ]
    found, turned = rules.tally(made), rules.tally(reversed(made))
    assert found.k5a == turned.k5a
    home = sum(one.kilograms for one in made if one.at_source)
    assert found.k5a.part == sum(kg for flow, kg, _ in lines if flow is Flow.COLLECTED) + home
    assert found.k5b.part == sum(kg for flow, kg, _ in lines if flow is Flow.LANDFILLED)


def test_K5a_officers_write_and_all_staff_read(client: TestClient, sign_in: SignIn, seeded: Database) -> None:
    officer = sign_in("officer", unit="TTDV")
    sent = words(month="2026-01", tonnes=90.125)
    answer = officer.post("/api/waste/entries", json=sent)
    assert (answer.status_code, answer.json()["tonnes"]) == (201, 90.125)
    assert officer.post("/api/waste/entries", json=sent).status_code == 200
    assert officer.post("/api/waste/entries", json=words(tonnes=1.23456)).status_code == 422
    assert officer.post("/api/waste/entries", json=words(month="2026-13")).status_code == 422
    ledger = sign_in("leader").get("/api/waste?from=2026-01&to=2026-03").json()
    assert [month["month"] for month in ledger["months"]] == ["2026-01", "2026-02", "2026-03"]
    assert (ledger["total"]["k5b"], ledger["rate"]["kg_per_person_day"]) == (
        {"part": 0.0, "whole": 90.125, "percent": 0.0}, 0.5,
    )  # fmt: skip
    assert len(officer.get("/api/waste/entries?month=2026-01").json()) == 1
    assert officer.get("/api/waste?from=2026-03&to=2026-01").json()["code"] == "period_rejected"
    assert client.get("/api/waste?from=2026-01&to=2026-03").status_code == 401
    rate = {"id": str(uuid4()), "kg_per_person_day": 0.6, "valid_from": "2027-01-01", "source": "Thành phố"}
    assert officer.post("/api/waste/rates", json=rate).json()["kg_per_person_day"] == 0.6
    tickets = officer.post(
        "/api/waste/imports?dry_run=true", content=TICKETS.encode(), headers={"Content-Type": "text/csv"}
    )
    assert tickets.json()["created"] == 2


def test_K5a_tickets_come_in_as_a_workbook_too(sign_in: Callable[..., TestClient]) -> None:
    file, officer = io.BytesIO(), sign_in("officer")
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet()
    for across, name in enumerate(("Số phiếu", "Ngày", "Khối lượng (tấn)")):
        sheet.write(0, across, name)
    sheet.write(1, 0, "PC-77")
    sheet.write_datetime(1, 1, datetime(2026, 10, 5), book.add_format({"num_format": "dd/mm/yyyy"}))
    sheet.write_number(1, 2, 4.125)
    book.close()
    sent = {"Content-Type": "text/csv"}  # as the page sends every table
    answer = officer.post("/api/waste/imports", content=file.getvalue(), headers=sent)
    assert (answer.json()["created"], answer.json()["errors"]) == (1, []), answer.text
    (line,) = officer.get("/api/waste/entries?month=2026-10").json()
    assert (line["ticket"], line["day"], line["tonnes"]) == ("PC-77", "2026-10-05", 4.125)
    broken = officer.post("/api/waste/imports", content=b"PK\x03\x04damaged", headers=sent)
    assert (broken.status_code, broken.json()["code"]) == (422, "csv_rejected")
