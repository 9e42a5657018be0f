"""Search without diacritics: the same answers, in the same order, on either database."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import Session

from api.accounts.rules import Person
from api.complaints import desk_queries, search_queries, search_rules, triage
from api.complaints.desk_filters import DeskPage
from api.complaints.desk_schemas import Edit
from api.complaints.models import Status
from api.core import paging
from tests.accounts.make import make_person
from tests.complaints.make import MONDAY, SETTINGS, contact, make_complaint
from tests.places.make import make_hamlet

NAMES = {("trang", "liet"): frozenset[Any]({1}), ("ke", "sat"): frozenset[Any]({2})}


def found(session: Session, by: Person, typed: str, **narrowed: Any) -> dict[str, Any]:
    wish = DeskPage.model_validate({"queue": "all", "q": typed} | narrowed)
    return desk_queries.page(session, wish, SETTINGS.secret, by=by, now=MONDAY)


def codes(session: Session, by: Person, typed: str, **narrowed: Any) -> list[str]:
    return [item["code"] for item in found(session, by, typed, **narrowed)["items"]]


def test_words_are_folded_and_each_counts_once() -> None:
    assert search_rules.asked("Điểm ĐEN, điểm   đen. Kẻ Sặt") == ("diem", "den", "ke", "sat")
    assert search_rules.asked("hoà hòa") == ("hoa",)


def test_a_name_in_the_question_may_be_meant_as_a_place() -> None:
    assert search_rules.ways(("rac", "trang", "liet"), NAMES) == [
        search_rules.Wanted(("rac", "trang", "liet")),
        search_rules.Wanted(("rac",), frozenset({1})),  # type: ignore[arg-type]
    ]


def test_a_misspelt_word_becomes_the_nearest_that_is_known() -> None:
    known = ["trang", "liet", "diem", "den"]
    assert search_rules.mended(("rac", "chang", "liec"), ["chang", "liec"], known) == ("rac", "trang", "liet")
    assert search_rules.mended(("xyz",), ["xyz"], known) is None


def test_marks_stand_where_the_words_are_written() -> None:
    text = "Rác đổ ở Kẻ Sặt, cạnh ĐIỂM ĐEN"
    spans = search_rules.marks(("ke", "sat", "die", "den"), text)
    assert [text[start:end] for start, end in spans] == ["Kẻ", "Sặt", "ĐIỂ", "ĐEN"]


def test_a_hit_shows_the_words_that_the_title_does_not() -> None:
    words = "Xe chở rác đi qua. " + "Đường lầy lội lắm. " * 20 + "Ngay cạnh ĐIỂM ĐEN cũ."
    shown = search_rules.hit(("diem", "den"), "Xe chở rác đi qua", (words, ""))
    assert shown.snippet is None  # the title is the beginning of these words
    shown = search_rules.hit(("diem", "den"), "Xe chở vật liệu", (words, ""))
    assert shown.snippet and [shown.snippet[a:b] for a, b in shown.snippet_marks] == ["ĐIỂM", "ĐEN"]
    assert len(shown.snippet) <= search_rules.SNIPPET


@pytest.mark.usefixtures("seeded")
class TestOnTheDesk:
    @pytest.mark.parametrize(
        "typed", ["KS-26-0001", "ks260001", "ks 26 1", "KS26-0001", "van hoa", "Rác ĐỔ mương", "muong rac", "nhà văn"]
    )
    def test_a_case_is_found_however_it_is_typed(self, session: Session, typed: str) -> None:
        by = make_person(session)
        make_complaint(session)
        make_complaint(session, words="Khói đốt đồng", hamlet=None, category="burning",
                       place={"words": "Ruộng phía tây", "source": "words"})  # fmt: skip
        assert codes(session, by, typed) == ["KS-26-0001"]

    def test_the_best_answer_stands_first_then_the_newest(self, session: Session) -> None:
        by = make_person(session)
        in_passing = make_complaint(session, words="Xe đổ đất. " + "Bà con đi lại khó khăn. " * 8 + "điểm đen").code
        apart = make_complaint(session, words="Đen kịt khói ở điểm tập kết").code
        together = make_complaint(session, words="Điểm đen cạnh cầu").code
        older = make_complaint(session, words="Điểm đen cạnh chợ", status=Status.CLOSED).code
        assert codes(session, by, "diem den") == [together, older, apart, in_passing]

    def test_a_hamlet_is_found_under_its_old_name_and_brings_the_cases_of_its_heir(self, session: Session) -> None:
        by = make_person(session)
        new = make_hamlet(session, "Thôn Đoàn Kết", center=(20.92, 106.2))
        old = make_hamlet(session, "Thôn Tráng Liệt", center=(20.95, 106.22), valid_to=date(2026, 9, 1))
        old.successor_id, old.former_commune = new.id, "Xã Hùng Thắng"
        session.flush()
        heir = make_complaint(session, words="Khói", place={"hamlet_id": str(new.id), "source": "hamlet"}).code
        before = make_complaint(session, words="Khói", place={"hamlet_id": str(old.id), "source": "hamlet"}).code
        make_complaint(session, words="Khói ở nơi khác")
        for typed in ("khoi trang liet", "tráng liệt", "doan ket", "hung thang"):
            assert set(codes(session, by, typed)) == {heir, before}, typed

    def test_a_misspelt_name_is_mended_and_said_so(self, session: Session) -> None:
        by = make_person(session)
        place = make_hamlet(session, "Thôn Tráng Liệt", center=(20.95, 106.22))
        case = make_complaint(session, place={"hamlet_id": str(place.id), "source": "hamlet"}).code
        page = found(session, by, "chang liec")
        assert ([item["code"] for item in page["items"]], page["mended"]) == ([case], "trang liet")
        assert found(session, by, "trang liet")["mended"] is None
        assert found(session, by, "qqqqqq") == {"items": [], "next": None, "mended": None}

    def test_filters_narrow_what_is_found_and_each_hit_says_why(self, session: Session) -> None:
        by = make_person(session)
        make_complaint(session, status=Status.CLOSED)
        waiting = make_complaint(session).code
        [item] = found(session, by, "van hoa", status="submitted")["items"]
        assert item["code"] == waiting
        snippet = item["found"]["snippet"]
        assert [snippet[a:b] for a, b in item["found"]["snippet_marks"]] == ["văn", "hóa"]

    def test_every_match_is_reached_page_by_page_and_window_by_window(
        self, session: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(search_queries, "WINDOW", 5)
        monkeypatch.setattr(paging, "PAGE_SIZE", 2)
        by = make_person(session)
        made = {make_complaint(session, now=MONDAY + timedelta(minutes=n)).code for n in range(12)}
        seen, cursor = list[str](), None
        while True:
            page = found(session, by, "muong", cursor=cursor)
            seen += [item["code"] for item in page["items"]]
            if not (cursor := page["next"]):
                break
        assert len(seen) == len(set(seen)) and set(seen) == made

    def test_a_case_is_no_longer_found_by_the_category_it_has_left(self, session: Session) -> None:
        by, case = make_person(session), make_complaint(session, words="Khói", category="burning")
        assert codes(session, by, "rom ra") == [case.code]
        triage.edit(session, case, Edit(category="litter"), by=by, now=MONDAY)
        assert codes(session, by, "rom ra") == []

    @pytest.mark.parametrize("typed", ["0912345678", "+84 912 345 678", "0912.345.678", "84912345678"])
    def test_a_case_is_found_by_its_reporters_phone_by_the_hotline_alone(self, session: Session, typed: str) -> None:
        case = make_complaint(session, contact=contact(phone="0912345678")).code
        make_complaint(session, contact=contact(phone="0987654321"))
        assert codes(session, make_person(session), typed) == [case]
        assert codes(session, make_person(session, unit="CA"), typed) == []
