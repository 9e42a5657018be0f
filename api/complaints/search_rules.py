"""What people type into the search box, and how well a case answers it (pure).

Everything is compared without diacritics, word by word; a word also finds the longer ones that begin with it.
"""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from pydantic_core import PydanticCustomError

from api.complaints.search_models import LONGEST
from api.core.text import fold, phone

MOST_WORDS = 8
SHORTEST_TO_MEND = 3
LIKENESS = 0.7  # "liec" and "liet" are alike by 0.75, "chang" and "trang" by 0.8
SNIPPET = 120
_WORD = re.compile(r"[a-z0-9]+")
_WRITTEN = re.compile(r"\w+")
# What ears in the delta do not tell apart at the start of a word, and i/y at its end.
_ALIKE = tuple(
    (re.compile(spelt), heard)
    for spelt, heard in (
        ("^tr", "ch"), ("^x", "s"), ("^(gi|r)", "d"), ("^n(?!g|h)", "l"), ("^ngh", "ng"), ("^gh", "g"), ("^[kq]", "c"),
        ("y$", "i"),
    )
)  # fmt: skip
Span = tuple[int, int]
Names = Mapping[tuple[str, ...], frozenset[UUID]]  # a hamlet's name, word by word -> the hamlets it stands for


class Wanted(NamedTuple):
    """One way to understand what was typed: `words` anywhere in a case, and one of `hamlets` if there are any."""

    words: tuple[str, ...]
    hamlets: frozenset[UUID] = frozenset()


class Hit(NamedTuple):
    """What is shown of a case that was found."""

    title_marks: list[Span]
    snippet: str | None
    snippet_marks: list[Span]


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of any text ("Điểm đen, KS-26" → diem, den, ks, 26)."""
    return tuple(_WORD.findall(fold(text)))


def asked(text: str) -> tuple[str, ...]:
    """The words of a question, each once, as many as are looked at."""
    return tuple(dict.fromkeys(words_of(text)))[:MOST_WORDS]


def phone_of(text: str) -> str | None:
    """The phone number that was typed and nothing else, in any of its ways; None when it is none."""
    try:
        return phone(text)
    except PydanticCustomError:
        return None


def entry_of(code: str, *texts: str) -> str:
    """What the index holds of a case: its code in every way it is typed, then the words of its texts."""
    parts = words_of(code)
    number = parts[-1].lstrip("0") if parts else ""
    words = (*parts, number, "".join(parts), *(word for text in texts for word in words_of(text)))
    return " ".join(words)[:LONGEST]


def ways(words: tuple[str, ...], names: Names) -> list[Wanted]:
    """The ways to understand `words`: as they stand, and with the longest name of a hamlet taken as that place.

    The second finds the cases of a hamlet under its old names too, and those it has come out of.
    """
    found = [Wanted(words)]
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            hamlets = names.get(words[start : start + length])
            if hamlets:
                return [*found, Wanted(words[:start] + words[start + length :], hamlets)]
    return found


def mended(words: Sequence[str], unknown: Iterable[str], *vocabularies: Iterable[str]) -> tuple[str, ...] | None:
    """`words` with the unknown ones replaced by the nearest of the first vocabulary that has one near."""
    strange = {word for word in unknown if len(word) >= SHORTEST_TO_MEND}
    known = [sorted(set(words)) for words in vocabularies]
    better = tuple(_nearest(word, known) if word in strange else word for word in words)
    return better if better != tuple(words) else None


def _nearest(word: str, vocabularies: Iterable[list[str]]) -> str:
    for known in vocabularies:
        sounds = {sound(other): other for other in reversed(known)}
        if near := difflib.get_close_matches(sound(word), sounds, n=1, cutoff=LIKENESS):
            return sounds[near[0]]
    return word


def sound(word: str) -> str:
    """A folded word with the spellings that are spoken alike written alike: "chang" for "trang", "si" for "xy"."""
    for spelt, heard in _ALIKE:
        word = spelt.sub(heard, word)
    return word


def score(words: Sequence[str], title: str, entry: str, *, is_open: bool) -> float:
    """How well a case answers: in its title before elsewhere, whole words before beginnings, together before apart.

    `entry`: its words in the index, folded already.
    """
    total = 0.5 if is_open else 0.0
    for there, weight in ((" ".join(words_of(title)), 3.0), (entry, 1.0)):
        line = f" {there} "
        for word in words:
            if f" {word} " in line:
                total += 2 * weight
            elif f" {word}" in line:
                total += weight
        if len(words) > 1 and f" {' '.join(words)} " in line:
            total += 4 * weight
    return total


def marks(words: Sequence[str], text: str) -> list[Span]:
    """Where `words` stand in `text`, in characters: for lists that show why a case was found."""
    found = []
    for written in _WRITTEN.finditer(text):
        bare = fold(written.group())
        longest = max((len(word) for word in words if bare.startswith(word)), default=0)
        if longest:
            found.append((written.start(), min(written.start() + longest, written.end())))
    return found


def hit(words: Sequence[str], title: str, texts: Sequence[str]) -> Hit:
    """What to underline in the title, and a piece of the first text that says something the title does not."""
    in_title = marks(words, title)
    for text in texts:
        spans = marks(words, text)
        if spans and not title.startswith(text[: len(title)].rstrip("…")):
            start = max(0, spans[0][0] - SNIPPET // 3)
            piece = text[start : start + SNIPPET].replace("\n", " ")
            return Hit(in_title, piece, marks(words, piece))
    return Hit(in_title, None, [])
