"""How numbers, days and addressees are written in official papers."""

from datetime import date

import pytest

from api.papers import rules


@pytest.mark.parametrize(
    ("value", "written"),
    [(1234.5, "1.234,5"), (1000, "1.000"), (0.25, "0,2"), (12.0, "12"), (None, ""), (-3.5, "-3,5")],
)
def test_numbers_have_dots_between_thousands_and_a_decimal_comma(value: float | None, written: str) -> None:
    assert rules.number(value) == written


def test_a_share_of_nothing_is_never_a_percentage() -> None:
    assert rules.share(0, 0) == "không phát sinh"
    assert rules.share(2, 3) == "66,7%"


def test_one_addressee_stands_in_its_line_and_several_below_each_other() -> None:
    assert rules.kept_apart(["Sở A"]) == ["Kính gửi: Sở A."]
    assert rules.kept_apart(["Sở A", "Phòng B;"]) == ["Kính gửi:", "- Sở A;", "- Phòng B."]
    assert rules.kept_apart([]) == []


def test_an_annex_comes_back_from_what_is_kept_of_it() -> None:
    annex = rules.Annex("Tên", (rules.Column("TT", 0.5, "center"), rules.Column("Thôn")), [[1, "Thôn Mẫu"]], totals=1)
    assert rules.Annex.from_json(annex.as_json()) == annex


def test_days_are_written_with_leading_zeros() -> None:
    assert rules.day(date(2027, 1, 5)) == "05/01/2027"
