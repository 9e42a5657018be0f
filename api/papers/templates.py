"""The templates as the program brings them: built in code, so that they can be read; a clerk may replace each."""

from dataclasses import dataclass
from functools import cache
from io import BytesIO

from docx import Document
from docx.document import Document as Book
from docx.table import _Cell as Cell

from api.papers import layout
from api.papers.layout import columns, rule, write

HALVES = (62.0, 98.0)  # of the 160 mm between the margins: about 40/60


@dataclass(frozen=True, slots=True)
class Plan:
    """What a template has. `about`: "V/v …" below the number, in place of a name and a title; for letters."""

    label: str
    about: bool = False
    table: bool = False
    two_sign: bool = False
    is_decision: bool = False


PLANS = {
    "report": Plan("Báo cáo"),
    "letter": Plan("Công văn", about=True),
    "slip": Plan("Phiếu chuyển"),
    "minutes": Plan("Biên bản", two_sign=True),
    "decision": Plan("Quyết định", is_decision=True),
    "list": Plan("Danh mục, sổ in", table=True),
}


@cache
def built_in(name: str) -> bytes:
    plan = PLANS[name]
    book = Document()
    layout.set_font(book)
    section = book.sections[0]
    layout.set_page(section, landscape=plan.table)
    layout.number_pages(section)
    layout.set_foot(section, "{{ foot }}")
    room = layout.HEIGHT - 35 if plan.table else layout.WIDTH - 50
    _head(book, plan, room)
    _title(book, plan, room)
    _body(book, plan)
    _signatures(book, plan, room)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _head(book: Book, plan: Plan, room: float) -> None:
    widths = (room * HALVES[0] / 160, room * HALVES[1] / 160)
    left, right = columns(book, widths).rows[0].cells
    write(left.paragraphs[0], "{%p if issuer_above %}", size=12)
    write(left.add_paragraph(), "{{ issuer_above }}", size=12, align="center")
    write(left.add_paragraph(), "{%p endif %}", size=12)
    write(left.add_paragraph(), "{%p for line in issuer %}", size=12)
    write(left.add_paragraph(), "{{ line }}", size=13, bold=True, align="center")
    write(left.add_paragraph(), "{%p endfor %}", size=12)
    rule(left.add_paragraph(), 26, widths[0] - 4)
    write(left.add_paragraph(), "Số:        /{{ code }}", size=13, align="center")
    if plan.about:
        write(left.add_paragraph(), "V/v {{ subject }}", size=12, align="center", before=6)
    write(right.paragraphs[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True, align="center")
    write(right.add_paragraph(), "Độc lập - Tự do - Hạnh phúc", size=13, bold=True, align="center")
    rule(right.add_paragraph(), 58, widths[1] - 4)
    dated = "{{ place }}, ngày       tháng       năm {{ year }}"
    write(right.add_paragraph(), dated, size=13, italic=True, align="center")


def _title(book: Book, plan: Plan, room: float) -> None:
    if not plan.about:
        write(book.add_paragraph(), "{{ type_name }}", bold=True, align="center", before=18)
        write(book.add_paragraph(), "{{ subject }}", bold=True, align="center")
        rule(book.add_paragraph(), 45, room)
    write(book.add_paragraph(), "{%p for line in addressees %}")
    write(book.add_paragraph(), "{{ line }}", align="center", before=6)
    write(book.add_paragraph(), "{%p endfor %}")


def _body(book: Book, plan: Plan) -> None:
    _lines(book, "opening", italic=plan.is_decision)
    write(book.add_paragraph(), "{%p for section in sections %}")
    write(book.add_paragraph(), "{%p if section.heading %}")
    heading = write(book.add_paragraph(), "{{ section.heading }}", bold=True, before=8, indent=not plan.is_decision,
                    align="center" if plan.is_decision else "left")  # fmt: skip
    heading.paragraph_format.keep_with_next = True
    write(book.add_paragraph(), "{%p endif %}")
    _lines(book, "section.lines")
    write(book.add_paragraph(), "{%p endfor %}")
    if plan.table:
        write(book.add_paragraph(), "{{ table }}")
    _lines(book, "closing", keep=True)


def _lines(book: Book, name: str, *, italic: bool = False, keep: bool = False) -> None:
    write(book.add_paragraph(), f"{{%p for line in {name} %}}")
    line = write(book.add_paragraph(), "{{ line }}", align="justify", before=6, indent=True, italic=italic)
    line.paragraph_format.line_spacing = 1.15
    line.paragraph_format.keep_with_next = keep  # no signature alone on a page
    write(book.add_paragraph(), "{%p endfor %}")


def _signatures(book: Book, plan: Plan, room: float) -> None:
    write(book.add_paragraph(), "", size=6).paragraph_format.keep_with_next = True
    left, right = columns(book, (room / 2, room / 2)).rows[0].cells
    if plan.two_sign:
        _signer(left, "other_offices")
    else:
        write(left.paragraphs[0], "Nơi nhận:", size=12, bold=True, italic=True)
        write(left.add_paragraph(), "{%p for line in recipients %}", size=11)
        write(left.add_paragraph(), "{{ line }}", size=11)
        write(left.add_paragraph(), "{%p endfor %}", size=11)
    _signer(right, "offices")
    for _ in range(4):
        write(right.add_paragraph(), "", align="center")
    write(right.add_paragraph(), "{{ signer }}", bold=True, align="center")


def _signer(cell: Cell, name: str) -> None:
    write(cell.paragraphs[0], f"{{%p for line in {name} %}}")
    write(cell.add_paragraph(), "{{ line }}", bold=True, align="center")
    write(cell.add_paragraph(), "{%p endfor %}")
