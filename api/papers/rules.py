"""What a paper is made of, and how numbers and days are written in it (pure).

Source: Decree 30/2020/NĐ-CP, annex I.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from api.core import errors

Align = Literal["left", "right", "center"]
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
MARK = "§BẢNG§"  # stands in a template where the table of a list goes
# Every name a template may ask for, with what a clerk has to know of it.
FIELDS: dict[str, str] = {
    "issuer_above": "Cơ quan chủ quản trực tiếp, có thể trống",
    "issuer": "Các dòng tên cơ quan ban hành",
    "code": "Ký hiệu sau số văn bản, ví dụ BC-UBND",
    "place": "Địa danh",
    "year": "Năm ban hành",
    "type_name": "Tên loại văn bản, ví dụ BÁO CÁO",
    "subject": "Trích yếu",
    "addressees": "Các dòng Kính gửi",
    "opening": "Các đoạn mở đầu",
    "sections": "Các mục: heading (đề mục) và lines (các đoạn)",
    "closing": "Các đoạn kết",
    "recipients": "Các dòng Nơi nhận",
    "offices": "Quyền hạn, chức vụ người ký, từng dòng",
    "signer": "Họ tên người ký",
    "other_offices": "Bên ký thứ hai (biên bản), từng dòng",
    "table": "Chỗ đặt bảng (danh mục, sổ)",
    "foot": "Dòng cuối trang: mã kiểm tra của nhật ký",
}


class TemplateDamaged(errors.Rejected):
    code = "template_damaged"
    says = "Tệp mẫu không dùng được. Xin lưu lại bằng Word dạng .docx rồi gửi lại."


@dataclass(frozen=True, slots=True)
class Column:
    """`share`: its part of the table's width, relative to the others."""

    label: str
    share: float = 1
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Annex:
    """A table of its own pages. `totals`: how many of the last rows are sums; `words`: a remark below it."""

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[str | int | float | None]]
    totals: int = 0
    words: str = ""

    def as_json(self) -> dict[str, Any]:  # any JSON values
        return {
            "title": self.title, "rows": [list(row) for row in self.rows], "totals": self.totals, "words": self.words,
            "columns": [{"label": one.label, "share": one.share, "align": one.align} for one in self.columns],
        }  # fmt: skip

    @classmethod
    def from_json(cls, said: Mapping[str, Any]) -> "Annex":
        columns = tuple(Column(one["label"], one["share"], one["align"]) for one in said["columns"])
        return cls(said["title"], columns, said["rows"], said["totals"], said["words"])


@dataclass(slots=True)
class Paper:
    """Everything a template is filled with. `template`: which one; see FIELDS for the words."""

    template: str
    issuer: str  # lines
    code: str
    place: str
    year: int
    type_name: str
    subject: str
    issuer_above: str = ""
    addressees: list[str] = field(default_factory=list)
    opening: list[str] = field(default_factory=list)
    sections: list[tuple[str, list[str]]] = field(default_factory=list)  # heading, paragraphs
    closing: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    other_offices: list[str] = field(default_factory=list)
    signer: str = ""
    foot: str = ""
    annexes: list[Annex] = field(default_factory=list)


def number(value: float | None, digits: int = 1) -> str:
    """1.234,5: dots between thousands, a comma before decimals, no empty decimals; "" for nothing."""
    if value is None:
        return ""
    written = f"{value:,.{digits}f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return written.rstrip("0").rstrip(",") if "," in written else written


def share(part: float, whole: float) -> str:
    """A percentage with its sign, or the words for nothing to count."""
    return f"{number(part / whole * 100)}%" if whole else "không phát sinh"


def day(value: date | None) -> str:
    return f"{value:%d/%m/%Y}" if value else ""


def kept_apart(lines: Sequence[str]) -> list[str]:
    """Addressees as the decree writes them: one in its line; several one per line, with ";" and a last "."."""
    if len(lines) < 2:
        return [f"Kính gửi: {one.rstrip('.;')}." for one in lines]
    ends = [";"] * (len(lines) - 1) + ["."]
    return ["Kính gửi:", *(f"- {line.rstrip('.;')}{end}" for line, end in zip(lines, ends, strict=True))]


def for_template(paper: Paper) -> dict[str, Any]:
    """The values behind FIELDS. Any: texts and lists of them."""
    sections = [{"heading": heading, "lines": lines} for heading, lines in paper.sections]
    named = {name: getattr(paper, name) for name in FIELDS if name not in ("sections", "addressees", "table")}
    return {
        **named, "issuer_above": paper.issuer_above.upper(), "issuer": paper.issuer.upper().splitlines(),
        "sections": sections,
        "addressees": kept_apart(paper.addressees), "table": MARK,
    }  # fmt: skip
