"""Pure decisions about extra questions and about which category words point to."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from api.complaints.question_models import Question, QuestionKind
from api.core import errors
from api.core.text import fold

MOST_SUGGESTED = 3
_NUMBER = re.compile(r"-?\d{1,9}([.,]\d{1,3})?")
_APART = re.compile(r"[^a-z0-9]+")
YES_NO = ("yes", "no")


class AnswerWrong(errors.Rejected):
    code = "answer_wrong"
    says = "Câu trả lời này chưa đúng kiểu. Xin xem lại."


class OptionsMissing(errors.Rejected):
    code = "options_missing"
    says = "Câu hỏi chọn một cần ít nhất hai phương án."


def check_options(kind: QuestionKind, options: Sequence[str]) -> None:
    if kind is QuestionKind.CHOICE and len(set(options)) < 2:
        raise OptionsMissing(field="options")


def tidy_answer(question: Question, value: str) -> str:
    """The answer as it is kept; AnswerWrong when it does not fit the question."""
    fits = {
        QuestionKind.YES_NO: value in YES_NO,
        QuestionKind.CHOICE: value in question.options,
        QuestionKind.NUMBER: bool(_NUMBER.fullmatch(value)),
        QuestionKind.TEXT: bool(value),
    }[question.kind]
    if not fits:
        raise AnswerWrong(field="answers")
    return value.replace(",", ".") if question.kind is QuestionKind.NUMBER else value


class Keyworded(NamedTuple):
    category: str
    keywords: str


def suggest(words: str, categories: Iterable[Keyworded]) -> list[str]:
    """Codes of the categories whose keywords stand in the words, best first. Diacritics do not count.

    A keyword of several words says more than a single one, and counts as many times.
    """
    text = f" {_plain(words)} "
    scores: dict[str, int] = {}
    for category, keywords in categories:
        found = {key for key in map(_plain, keywords.split(",")) if key and f" {key} " in text}
        if found:
            scores[category] = sum(len(key.split()) for key in found)
    return sorted(scores, key=lambda category: -scores[category])[:MOST_SUGGESTED]


def _plain(text: str) -> str:
    """Folded words, one blank between them, no punctuation."""
    return _APART.sub(" ", fold(text)).strip()
