"""The register in a spreadsheet."""

from datetime import datetime

from sqlmodel import Session, select

from api.collection_points import queries, spreadsheets
from api.collection_points.models import CollectionPoint, PointKind
from api.journal import queries as journal
from api.places.schemas import ImportResult
from tests.accounts.make import make_person
from tests.collection_points.make import make_point
from tests.places.make import make_hamlet

HEAD = "Mã điểm;Tên điểm;Loại;Thôn;Vĩ độ;Kinh độ;Vị trí;Lịch thu gom;Số hộ phục vụ;Liên hệ;Ghi chú;Tình trạng\n"
ONE = "TK1;Cổng làng;Trạm trung chuyển;thon mau 3;20,91;106,17;Cạnh sân kho;T2,T4 17h-18h;1.200;Tổ thu gom;;\n"


def take_over(session: Session, text: str, now: datetime, *, is_dry_run: bool = False) -> ImportResult:
    by = make_person(session)
    return spreadsheets.take_over(session, text.encode(), is_dry_run=is_dry_run, by=by, now=now)


def points(session: Session) -> list[CollectionPoint]:
    return sorted(session.exec(select(CollectionPoint)), key=lambda point: point.code)


def test_a_register_goes_in(session: Session, now: datetime) -> None:
    hamlet = make_hamlet(session)
    assert take_over(session, HEAD + ONE, now) == ImportResult(rows=1, created=1, updated=0, errors=[], remarks=[])
    [point] = points(session)
    assert (point.kind, point.hamlet_id, point.households_served) == (PointKind.TRANSFER_STATION, hamlet.id, 1200)
    assert [entry["weekday"] for entry in point.schedule] == [1, 3]
    assert [entry.detail["source"] for entry in journal.about(session, "collection_point", point.id)] == ["csv"]


def test_the_same_file_again_changes_nothing_and_a_dry_run_writes_nothing(session: Session, now: datetime) -> None:
    make_hamlet(session)
    assert take_over(session, HEAD + ONE, now, is_dry_run=True).created == 1
    assert points(session) == []
    take_over(session, HEAD + ONE, now)
    again = take_over(session, HEAD + ONE, now)
    assert (again.created, again.updated, points(session)[0].version) == (0, 0, 1)
    moved = HEAD + ONE.replace("Cổng làng", "Cuối làng")
    assert take_over(session, moved, now, is_dry_run=True).updated == 1
    assert points(session)[0].name == "Cổng làng"
    take_over(session, moved, now)
    assert (points(session)[0].name, points(session)[0].version) == ("Cuối làng", 2)


def test_every_bad_cell_is_named_and_the_good_rows_go_in(session: Session, now: datetime) -> None:
    make_hamlet(session)
    text = HEAD + (
        ONE + "tk1;Trùng mã;;;;;;;;;;\n"
        "TK2;;Bãi rác;;95;106;;;-1;;;\n"
        "TK3;Điểm 3;;Thôn Không Có;20,9;;;T9 7:00;;;;Hỏng\n"
        "TK4;Điểm 4;;Thôn Không Có;20,9;;;T9 7:00;;;;\n"
        "TK5;Điểm 5;;;;;;;;;;Ngừng dùng\n"
    )
    result = take_over(session, text, now)
    assert [(error.row, error.column) for error in result.errors] == [
        (3, "Mã điểm"),
        (4, "Tên điểm"),
        (4, "Loại"),
        (4, "Vĩ độ"),
        (4, "Số hộ phục vụ"),
        (5, "Tình trạng"),
        (5, "Thôn"),
        (5, "Lịch thu gom"),
        (6, "Kinh độ"),
        (6, "Lịch thu gom"),
        (6, "Thôn"),
    ]
    assert "T9 7:00" in result.errors[9].detail
    assert [point.code for point in points(session)] == ["TK1", "TK5"]


def test_what_was_exported_is_taken_back_without_a_change(session: Session, now: datetime) -> None:
    hamlet = make_hamlet(session)
    make_point(session, '=HYPERLINK("x")', code="A1", hamlet=hamlet)
    make_point(session, "Bể chứa vỏ thuốc; cạnh mương, “to”", code="A2", kind=PointKind.HAZARDOUS, place=None)
    points(session)[0].note = "Dòng một\nDòng hai"
    text = spreadsheets.export(session, queries.Filter())
    assert ",'=HYPERLINK" in text.replace('"', "")
    assert take_over(session, text, now) == ImportResult(rows=2, created=0, updated=0, errors=[], remarks=[])
    assert points(session)[0].name == '=HYPERLINK("x")'


def test_a_column_left_out_is_left_alone(session: Session, now: datetime) -> None:
    make_point(session, code="A1", schedule="T2 7:00")
    take_over(session, "code,name\nA1,Tên mới\n", now)
    [point] = points(session)
    assert (point.name, point.schedule[0]["from"], point.latitude) == ("Tên mới", "07:00", 20.9089)
