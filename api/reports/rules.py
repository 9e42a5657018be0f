"""Drafts before they are kept, and what an edit does to them (pure)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from api.papers.rules import Annex
from api.reports.models import DocumentKind

# What the next document of a kind takes over from the one before: it is the same people who sign and receive.
REMEMBERED = ("recipients", "offices", "other_offices", "signer", "issuer", "issuer_above")
ABOUT_CASES = (DocumentKind.TRANSFER, DocumentKind.REPLY)
AS_ON_A_DAY = (
    DocumentKind.ROADMAP,
    DocumentKind.COMMENDATION,
    DocumentKind.REGISTER_POINTS,
    DocumentKind.REGISTER_SITES,
)
NEEDS_SUBJECT = (DocumentKind.REMINDER, DocumentKind.MINUTES, *ABOUT_CASES)
HEADINGS = {
    "issuer_above": "Cơ quan chủ quản", "issuer": "Cơ quan ban hành", "subject": "Trích yếu",
    "addressees": "Kính gửi", "opening": "Mở đầu", "closing": "Kết", "recipients": "Nơi nhận",
    "offices": "Quyền hạn, chức vụ người ký", "other_offices": "Bên ký thứ hai", "signer": "Họ tên người ký",
}  # fmt: skip


class Part(NamedTuple):
    """A text of its own in the document; lines are paragraphs. Sections have a heading that is printed."""

    code: str
    heading: str
    text: str


@dataclass(slots=True)
class Draft:
    """What a maker draws from the records."""

    template: str
    type_name: str
    code: str
    title: str
    parts: list[Part]
    annexes: list[Annex] = field(default_factory=list)


def part(code: str, *lines: str) -> Part:
    return Part(code, HEADINGS[code], "\n".join(line for line in lines if line))


def section(code: str, heading: str, *lines: str) -> Part:
    return Part(f"section_{code}", heading, "\n".join(line for line in lines if line))


def standing(parts: Sequence[Mapping[str, Any]], edits: Mapping[str, Any]) -> dict[str, str]:
    """code -> the text that is printed."""
    return {one["code"]: edits[one["code"]]["text"] if one["code"] in edits else one["text"] for one in parts}


def edited(
    parts: Sequence[Mapping[str, Any]], edits: Mapping[str, Any], wish: Mapping[str, str | None]
) -> dict[str, Any]:
    """The edits after a wish: a text replaces, None goes back to what is drawn, the drawn text itself is no edit."""
    drawn = {one["code"]: one["text"] for one in parts}
    kept = dict(edits)
    for code, text in wish.items():
        if code not in drawn:
            continue
        if text is None or text == drawn[code]:
            kept.pop(code, None)
        else:
            kept[code] = {"text": text, "was": drawn[code]}
    return kept


def remembered(parts: Sequence[Part], before: Mapping[str, Any]) -> dict[str, Any]:
    """The edits a new draft begins with: signers and recipients as in the one before it."""
    drawn = {one.code: one.text for one in parts}
    return {
        code: {"text": edit["text"], "was": drawn[code]}
        for code, edit in before.items()
        if code in REMEMBERED and code in drawn
    }


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
