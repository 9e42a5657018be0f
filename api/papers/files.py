"""Papers as files: a template filled in Word, annexes as a workbook."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from docx.document import Document as Book
from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from jinja2 import Undefined
from jinja2.sandbox import SandboxedEnvironment

from api.papers import layout
from api.papers.rules import FIELDS, MARK, ROMAN, Annex, Paper, TemplateDamaged, for_template

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_BYTES, MOST_UNPACKED = 1_000_000, 20_000_000
SAMPLE = Paper(
    template="", issuer="Ủy ban nhân dân xã Mẫu", code="BC-UBND", place="Mẫu", year=2027, type_name="BÁO CÁO",
    subject="Mẫu", sections=[("I. MẪU", ["Một đoạn."])], offices=["CHỦ TỊCH"], recipients=["- Lưu: VT."],
)  # fmt: skip


def word(template: bytes, paper: Paper) -> bytes:
    """The filled template with its annexes behind it. TemplateDamaged when it cannot be filled."""
    book = _filled(template, paper)
    if not _put_table(book, paper):
        attached = _attached(paper)
        for place, annex in enumerate(paper.annexes):
            name = f"Phụ lục {ROMAN[place]}" if len(paper.annexes) > 1 else "Phụ lục"
            layout.add_annex(book, annex, name=name, attached=attached)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def check(template: bytes) -> None:
    """TemplateDamaged unless it is a plain Word file that can be filled with the known fields."""
    if len(template) > MOST_BYTES:
        raise TemplateDamaged
    try:
        with zipfile.ZipFile(BytesIO(template)) as packed:
            names = packed.infolist()
            unpacked = sum(one.file_size for one in names)
    except zipfile.BadZipFile as broken:
        raise TemplateDamaged from broken
    if unpacked > MOST_UNPACKED or any("vbaProject" in one.filename for one in names):
        raise TemplateDamaged
    unknown = _guarded(lambda: DocxTemplate(BytesIO(template)).get_undeclared_template_variables()) - set(FIELDS)
    if unknown:
        raise TemplateDamaged(says="Tệp mẫu có trường không dùng được: " + ", ".join(sorted(unknown)))
    _filled(template, SAMPLE)


def workbook(annexes: list[Annex], *, title: str) -> bytes:
    """A sheet for each annex: title, heads, rows; text is written as text, so nothing in it can run."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title})
    bold, head = book.add_format({"bold": True}), book.add_format({"bold": True, "text_wrap": True, "border": 1})
    for place, annex in enumerate(annexes):
        sheet = book.add_worksheet(f"PL {ROMAN[place]}" if len(annexes) > 1 else "Bảng")
        _sheet(sheet, annex, bold, head)
    if not annexes:
        book.add_worksheet("Bảng")
    book.close()
    return file.getvalue()


def _sheet(sheet: Any, annex: Annex, bold: Any, head: Any) -> None:  # any: xlsxwriter has no types
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(2)
    sheet.freeze_panes(3, 1)
    sheet.write_string(0, 0, annex.title, bold)
    for place, column in enumerate(annex.columns):
        sheet.set_column(place, place, 8 * column.share + 4)
        sheet.write_string(2, place, column.label, head)
    first_sum = len(annex.rows) - annex.totals
    for down, row in enumerate(annex.rows):
        for across, value in enumerate(row):
            style = (bold,) if down >= first_sum else ()
            if isinstance(value, int | float):
                sheet.write_number(3 + down, across, value, *style)
            elif value:
                sheet.write_string(3 + down, across, str(value), *style)
    if annex.words:
        sheet.write_string(4 + len(annex.rows), 0, annex.words)


def _filled(template: bytes, paper: Paper) -> Book:
    """Nothing of the program can be reached from a template: values are texts, and it runs in a sandbox."""
    room = SandboxedEnvironment(autoescape=True, undefined=Undefined)
    room.globals.clear()
    filled = _guarded(lambda: DocxTemplate(BytesIO(template)))
    _guarded(lambda: filled.render(for_template(paper), jinja_env=room))
    book: Book = filled.docx
    return book


def _guarded(work: Callable[[], Any]) -> Any:  # any: what the library gives back
    """The libraries fail in as many ways as a file can be wrong: KeyError, XMLSyntaxError, TemplateError, …"""
    try:
        return work()
    except Exception as broken:
        raise TemplateDamaged from broken


def _put_table(book: Book, paper: Paper) -> bool:
    """The first annex where the template has its mark; False when it has none."""
    mark = next((line for line in book.paragraphs if line.text.strip() == MARK), None)
    if mark is None or not paper.annexes:
        return False
    annex = paper.annexes[0]
    section = book.sections[0]
    taken = (section.left_margin or 0) + (section.right_margin or 0)
    room = ((section.page_width or 0) - taken) / 36_000  # EMU in a millimetre
    table = book.add_table(rows=1, cols=len(annex.columns))
    layout.fill(table, annex, room_mm=room)
    mark._p.addprevious(table._tbl)
    mark.runs[0].text = annex.words
    for spare in mark.runs[1:]:
        spare.text = ""
    return True


def _attached(paper: Paper) -> str:
    name = paper.type_name.capitalize() if paper.type_name else "Công văn"
    issuer = " ".join(paper.issuer.split())
    return f"(Kèm theo {name} số        /{paper.code} ngày      tháng      năm {paper.year} của {issuer})"
