"""What a category asks on top, what it says before it is sent, and which category words point to."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from api.complaints.question_models import Question, QuestionKind
from api.complaints.question_rules import AnswerWrong, Keyworded, suggest, tidy_answer
from tests.complaints.make import payload, send, track
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

pytestmark = pytest.mark.usefixtures("seeded")
SignIn = Callable[..., SignedIn]
K = QuestionKind


def question(kind: QuestionKind) -> Question:
    return Question(id=uuid4(), category="burning", text="?", kind=kind, options=["Khi đổ lên xe", "Nơi khác"])


@pytest.mark.parametrize(
    ("kind", "value", "kept"),
    [
        (K.YES_NO, "yes", "yes"), (K.YES_NO, "no", "no"), (K.YES_NO, "maybe", None),
        (K.CHOICE, "Nơi khác", "Nơi khác"), (K.CHOICE, "Đâu đó", None),
        (K.NUMBER, "12", "12"), (K.NUMBER, "2,5", "2.5"), (K.NUMBER, "-1", "-1"), (K.NUMBER, "1e9", None),
        (K.NUMBER, "nhiều", None), (K.NUMBER, "12345678901", None), (K.TEXT, "Vì chưa buộc túi", "Vì chưa buộc túi"),
    ],
)  # fmt: skip
def test_A3_an_answer_fits_its_question_or_is_refused(kind: QuestionKind, value: str, kept: str | None) -> None:
    if kept is None:
        with pytest.raises(AnswerWrong):
            tidy_answer(question(kind), value)
    else:
        assert tidy_answer(question(kind), value) == kept


def asked(client: TestClient, category: str) -> list[dict[str, Any]]:
    questions = client.get("/api/catalogue").json()["questions"]
    return [one for one in questions if one["category"] == category]


def test_A3_refused_waste_asks_whether_it_was_sorted_and_the_desk_reads_the_answer(
    client: TestClient, sign_in: SignIn
) -> None:
    sorted_first, why = asked(client, "refused_pickup")
    assert "phân loại" in sorted_first["text"] and sorted_first["is_required"] and "Điều 77" in sorted_first["source"]
    answers = [{"question_id": sorted_first["id"], "value": "no"}, {"question_id": why["id"], "value": "Chưa buộc túi"}]
    receipt = send(client, category="refused_pickup", answers=answers)
    desk = sign_in("officer").get(f"/api/desk/complaints/{receipt['id']}").json()["intake"]
    assert [(one["question"], one["value"]) for one in desk["answers"]] == [
        (sorted_first["text"], "no"), (why["text"], "Chưa buộc túi")
    ]  # fmt: skip
    assert [one["value"] for one in track(client, receipt["token"]).json()["answers"]] == ["no", "Chưa buộc túi"]
    assert "Chưa buộc túi" not in client.get(f"/api/complaints/{receipt['code']}").text


def test_A3_a_required_answer_left_out_never_loses_a_report_and_the_desk_sees_the_gap(
    client: TestClient, sign_in: SignIn
) -> None:
    receipt = send(client, category="refused_pickup")
    desk = sign_in("officer").get(f"/api/desk/complaints/{receipt['id']}").json()["intake"]
    assert desk["unanswered"] == [asked(client, "refused_pickup")[0]["text"]]


def test_A3_answers_to_another_category_or_of_the_wrong_kind_are_refused(client: TestClient) -> None:
    burning = asked(client, "burning")[0]
    wrong = [{"question_id": burning["id"], "value": "yes"}]
    answer = client.post("/api/complaints", json=payload(category="refused_pickup", answers=wrong))
    assert_problem(answer, 422, "question_unknown")
    maybe = [{"question_id": burning["id"], "value": "maybe"}]
    assert_problem(client.post("/api/complaints", json=payload(category="burning", answers=maybe)), 422, "answer_wrong")
    assert client.get("/api/complaints").json()["items"] == []


def test_A3_a_letter_without_answers_is_the_same_letter_it_was_before_there_were_questions(client: TestClient) -> None:
    body = payload()
    assert client.post("/api/complaints", json=body).status_code == 201
    assert client.post("/api/complaints", json=body | {"answers": []}).status_code == 200


def test_A3_questions_are_edited_with_their_version_and_kept_wording_stays(client: TestClient, sign_in: SignIn) -> None:
    officer, first = sign_in("officer"), asked(client, "burning")[0]
    receipt = send(client, category="burning", answers=[{"question_id": first["id"], "value": "yes"}])
    edit = {name: first[name] for name in ("category", "kind", "is_required")} | {"text": "Còn lửa không?"}
    address = f"/api/catalogue/questions/{first['id']}"
    assert officer.put(address, json=edit, headers={"If-Match": '"1"'}).json()["text"] == "Còn lửa không?"
    assert_problem(officer.put(address, json=edit, headers={"If-Match": '"1"'}), 412)
    kept = officer.get(f"/api/desk/complaints/{receipt['id']}").json()["intake"]["answers"]
    assert [one["question"] for one in kept] == [first["text"]]
    officer.put(address, json=edit | {"is_active": False}, headers={"If-Match": '"2"'})
    assert asked(client, "burning") == []
    assert first["id"] in client.get("/api/catalogue?every=true").text


def test_A3_a_choice_needs_two_options_and_a_question_a_category(sign_in: SignIn) -> None:
    officer, address = sign_in("officer"), f"/api/catalogue/questions/{uuid4()}"
    new = {"category": "burning", "text": "Cháy gì?", "kind": "choice", "options": ["Rơm"]}
    none_yet = {"If-Match": '"0"'}
    assert_problem(officer.put(address, json=new, headers=none_yet), 422, "options_missing")
    assert_problem(officer.put(address, json=new | {"category": "none", "kind": "text"}, headers=none_yet))
    assert officer.put(address, json=new | {"options": ["Rơm", "Rác"]}, headers=none_yet).status_code == 200


def test_A6_a_category_may_say_whose_job_it_is_and_stop_or_let_pass(client: TestClient, sign_in: SignIn) -> None:
    officer = sign_in("officer")
    every = {one["code"]: one for one in client.get("/api/catalogue").json()["categories"]}
    edit = {name: value for name, value in every["vehicle_spill"].items() if name not in ("code", "version")}
    notice = {"notice": "Việc này do đơn vị quản lý đường bộ giải quyết.", "notice_phone": "0220 3 888 999"}
    address, version = "/api/catalogue/categories/vehicle_spill", {"If-Match": '"1"'}
    assert_problem(officer.put(address, json=edit | {"is_stopper": True}, headers=version), 422)
    assert_problem(officer.put(address, json=edit | notice | {"notice_phone": "gọi tôi"}, headers=version), 422)
    saved = officer.put(address, json=edit | notice | {"is_stopper": True}, headers=version).json()
    assert (saved["notice"], saved["is_stopper"]) == (notice["notice"], True)
    send(client, category="vehicle_spill")  # from a phone that did not know yet: evidence is never turned away


KEYED = [
    Keyworded("burning", "đốt, khói, đốt rác"), Keyworded("dump_water", "mương, kênh, cống"), Keyworded("fee", " , "),
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Có người đốt rác khói mù mịt", ["burning"]),
        ("co nguoi DOT RAC canh muong", ["burning", "dump_water"]),
        ("Rác đầy cống, mương; tắc kênh. Có khói", ["dump_water", "burning"]),
        ("Rác ở đầu ngõ", []),
        ("khoinghiep", []),
        ("", []),
    ],
)
def test_P3_words_point_to_categories_without_diacritics_best_first(words: str, codes: list[str]) -> None:
    assert suggest(words, KEYED) == codes


def test_P3_the_desk_sees_a_suggestion_and_nothing_is_changed_by_it(client: TestClient, sign_in: SignIn) -> None:
    officer = sign_in("officer")
    receipt = send(client, category=None, words="Có người dot rom ra, khói mù")
    shown = officer.get(f"/api/desk/complaints/{receipt['id']}").json()
    assert shown["category"] is None
    assert shown["intake"]["suggested_category"] == {"code": "burning", "label": "Đốt rác, đốt rơm rạ gây khói"}
    same = send(client, category="burning", words="đốt rơm")
    assert officer.get(f"/api/desk/complaints/{same['id']}").json()["intake"]["suggested_category"] is None
