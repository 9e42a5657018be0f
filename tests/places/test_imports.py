"""The commune's list of hamlets from a spreadsheet."""

from datetime import date, datetime

import pytest
from sqlmodel import Session

from api.accounts.models import Role
from api.journal import queries as journal
from api.places import imports, queries
from api.places.schemas import ImportResult
from tests.accounts.make import make_person
from tests.places.make import make_hamlet

HEAD = "Mã thôn;Tên thôn;Xã cũ;Số hộ;Số dân;Vĩ độ;Kinh độ;Hiệu lực từ;Hiệu lực đến;Mã thôn kế tiếp\n"
TWO = HEAD + "M1;Thôn Mẫu 1;Xã Mẫu;1.250;4.000;20,91;106,17;01/07/2025;01/12/2026;M2\nM2;Thôn Mẫu 2;;;;;;01/07/2025;;\n"


def take_over(session: Session, text: str, now: datetime, *, is_dry_run: bool = False) -> ImportResult:
    by = make_person(session, role=Role.ADMINISTRATOR)
    return imports.take_over(session, text.encode(), is_dry_run=is_dry_run, by=by, now=now)


def told(result: ImportResult) -> list[tuple[int, str]]:
    return [(error.row, error.column) for error in result.errors]


def test_a_list_goes_in_with_its_merger(session: Session, now: datetime) -> None:
    result = take_over(session, TWO, now)
    assert result == ImportResult(rows=2, created=2, updated=0, errors=[], remarks=[])
    first, second = queries.every(session)
    assert (first.households, first.latitude, first.valid_to) == (1250, 20.91, date(2026, 12, 1))
    assert first.successor_id == second.id
    assert [entry.detail["source"] for entry in journal.about(session, "hamlet", first.id)] == ["csv"]


def test_the_same_file_again_changes_nothing(session: Session, now: datetime) -> None:
    take_over(session, TWO, now)
    again = take_over(session, TWO, now)
    assert (again.created, again.updated) == (0, 0)
    assert [hamlet.version for hamlet in queries.every(session)] == [1, 1]


def test_a_dry_run_says_the_same_and_writes_nothing(session: Session, now: datetime) -> None:
    text = TWO + "M3;;;nhiều;;;;01/07/2025;;\n"
    dry = take_over(session, text, now, is_dry_run=True)
    assert queries.every(session) == []
    assert take_over(session, text, now) == dry
    assert dry.created == 2


def test_a_changed_row_updates_and_a_column_left_out_is_left_alone(session: Session, now: datetime) -> None:
    take_over(session, TWO, now)
    text = "code,name,valid_from,households\nM1,Thôn Mẫu Một,2025-07-01,\nM2,Thôn Mẫu 2,2025-07-01,\n"
    assert take_over(session, text, now, is_dry_run=True).updated == 1
    assert take_over(session, text, now).updated == 1
    first = queries.every(session)[0]
    assert (first.name, first.households, first.population, first.version) == ("Thôn Mẫu Một", None, 4000, 2)
    assert first.successor_id is not None
    assert first.search_text.startswith("thon mau mot")


def test_every_bad_cell_is_named_and_the_good_rows_go_in(session: Session, now: datetime) -> None:
    text = HEAD + (
        "M1;Thôn Mẫu 1;;;;;;01/07/2025;;\n"
        "m1;Thôn Mẫu 1 lần nữa;;;;;;01/07/2025;;\n"
        ";Không mã;;-3;;200;;hôm qua;;\n"
        "M4;Thôn Mẫu 4;;;;20,9;;01/07/2025;01/07/2025;\n"
        "M5;Thôn Mẫu 5;;;;;;01/07/2025;01/12/2026;M9\n"
        "M6;Thôn Mẫu 6;;;;;;01/07/2025;;M1\n"
        "M7;Thôn Mẫu 7;;;;;;01/07/2025;01/12/2026;M5\n"
    )
    result = take_over(session, text, now)
    assert told(result) == [
        (3, "Mã thôn"),
        (4, "Mã thôn"),
        (4, "Số hộ"),
        (4, "Vĩ độ"),
        (4, "Hiệu lực từ"),
        (5, "Hiệu lực đến"),
        (5, "Kinh độ"),
        (6, "Mã thôn kế tiếp"),
        (7, "Hiệu lực đến"),
        (8, "Mã thôn kế tiếp"),
    ]
    assert [hamlet.code for hamlet in queries.every(session)] == ["M1"]
    assert (result.rows, result.created) == (7, 1)


@pytest.mark.parametrize(
    "rows",
    [
        "M1;Thôn 1;;;;;;01/07/2025;01/12/2026;M1\n",
        "M1;Thôn 1;;;;;;01/07/2025;01/12/2026;M2\nM2;Thôn 2;;;;;;01/07/2025;01/12/2027;M1\n",
        "M1;Thôn 1;;;;;;01/07/2025;01/12/2026;M2\nM2;Thôn 2;;;;;;02/12/2026;;\n",
    ],
    ids=["itself", "round and round", "not yet there"],
)
def test_a_successor_that_cannot_be_is_named(session: Session, now: datetime, rows: str) -> None:
    result = take_over(session, HEAD + rows, now)
    assert "Mã thôn kế tiếp" in {error.column for error in result.errors}
    assert all(hamlet.successor_id is None for hamlet in queries.every(session))


def test_a_refused_successor_takes_its_predecessors_with_it(session: Session, now: datetime) -> None:
    rows = (
        "M1;Thôn 1;;;;;;01/07/2025;01/12/2026;M2\n"
        "M2;Thôn 2;;;;;;01/07/2025;01/12/2027;M3\n"
        "M3;Thôn 3;;;;;;01/07/2025;01/12/2028;M9\n"
    )
    result = take_over(session, HEAD + rows, now)
    assert told(result) == [(2, "Mã thôn kế tiếp"), (3, "Mã thôn kế tiếp"), (4, "Mã thôn kế tiếp")]
    assert queries.every(session) == []


def test_a_successor_may_be_one_that_is_known_already(session: Session, now: datetime) -> None:
    known = make_hamlet(session, "Thôn Mẫu 2", code="M2")
    take_over(session, HEAD + "M1;Thôn Mẫu 1;;;;;;01/07/2025;01/12/2026;m2\n", now)
    assert queries.by_code(session)["M1"].successor_id == known.id
