"""Word building blocks in the measures of Decree 30/2020/NĐ-CP, annex I. Lengths in millimetres, sizes in points."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document as Book
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table
from docx.table import _Cell as Cell
from docx.text.paragraph import Paragraph

from api.papers.rules import Align, Annex

FONT = "Times New Roman"
WIDTH, HEIGHT = 210, 297
TOP, BOTTOM, LEFT, RIGHT = 20, 20, 30, 18
BODY_PT, CELL_PT = 14, 11
INDENT_MM = 12.7
ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT, "right": WD_ALIGN_PARAGRAPH.RIGHT, "center": WD_ALIGN_PARAGRAPH.CENTER,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}  # fmt: skip


def set_font(book: Book) -> None:
    """Times New Roman for every script, so that no program picks another for Vietnamese letters."""
    style: Any = book.styles["Normal"]  # python-docx gives a bare BaseStyle here
    style.font.name, style.font.size = FONT, Pt(BODY_PT)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    style.paragraph_format.space_after = Pt(0)


def set_page(section: Section, *, landscape: bool = False) -> None:
    """A4 with the decree's margins; the page number centred in the header from the second page on."""
    width, height = (HEIGHT, WIDTH) if landscape else (WIDTH, HEIGHT)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT if not landscape else 20), Mm(RIGHT if not landscape else 15)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True


def number_pages(section: Section) -> None:
    section.header.is_linked_to_previous = False
    line = section.header.paragraphs[0]
    line.alignment = ALIGN["center"]
    _field(line, "PAGE", size=13)


def restart_numbers(section: Section) -> None:
    """An annex counts its own pages."""
    number = OxmlElement("w:pgNumType")
    number.set(qn("w:start"), "1")
    section._sectPr.append(number)


def set_foot(section: Section, text: str) -> None:
    """Small words at the end of every page, the first one too."""
    for foot in (section.footer, section.first_page_footer):
        foot.is_linked_to_previous = False
        write(foot.paragraphs[0], text, size=9, align="center")


def write(
    line: Paragraph, text: str, *, size: float = BODY_PT, bold: bool = False, italic: bool = False,
    align: str = "left", before: float = 0, indent: bool = False,
) -> Paragraph:  # fmt: skip
    run = line.add_run(text)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)
    line.alignment = ALIGN[align]
    line.paragraph_format.space_before = Pt(before)
    if indent:
        line.paragraph_format.first_line_indent = Mm(INDENT_MM)
    return line


def rule(line: Paragraph, width_mm: float, room_mm: float) -> None:
    """A solid line so wide, in the middle of so much room: the upper border of an empty paragraph."""
    line.paragraph_format.left_indent = line.paragraph_format.right_indent = Mm((room_mm - width_mm) / 2)
    line.add_run(" ").font.size = Pt(2)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{key}"), value)
    borders.append(top)
    line._p.get_or_add_pPr().append(borders)


def columns(book: Book, widths: Sequence[float]) -> Table:
    """A table without lines, of these widths."""
    table: Table = book.add_table(rows=1, cols=len(widths))
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    _set_widths(table, widths)
    _mark(table.rows[0], "w:cantSplit")
    return table


def add_annex(book: Book, annex: Annex, *, name: str, attached: str) -> None:
    """Landscape pages of its own: name, title, what it is attached to, the table."""
    section = book.add_section(WD_SECTION.NEW_PAGE)
    set_page(section, landscape=True)
    number_pages(section)
    restart_numbers(section)
    write(book.add_paragraph(), name, bold=True, align="center")
    write(book.add_paragraph(), annex.title.upper(), bold=True, align="center")
    write(book.add_paragraph(), attached, italic=True, align="center")
    write(book.add_paragraph(), "", size=6)
    fill(book.add_table(rows=1, cols=len(annex.columns)), annex, room_mm=HEIGHT - 35)
    if annex.words:
        write(book.add_paragraph(), annex.words, size=12, italic=True, before=6)


def fill(table: Table, annex: Annex, *, room_mm: float) -> None:
    """Heads repeat on every page, no row is split, sums are bold."""
    table.style = "Table Grid"
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    whole = sum(one.share for one in annex.columns)
    widths = [room_mm * one.share / whole for one in annex.columns]
    _set_widths(table, widths)
    for cell, column, width in zip(table.rows[0].cells, annex.columns, widths, strict=True):
        _cell(cell, column.label, width, align="center", bold=True)
    _mark(table.rows[0], "w:tblHeader")
    first_sum = len(annex.rows) - annex.totals
    for place, row in enumerate(annex.rows):
        cells: Any = table.add_row()  # type: ignore[no-untyped-call] # python-docx leaves it without types
        _mark(cells, "w:cantSplit")
        for cell, value, column, width in zip(cells.cells, row, annex.columns, widths, strict=True):
            _cell(cell, "" if value is None else str(value), width, align=column.align, bold=place >= first_sum)
    _mark(table.rows[0], "w:cantSplit")


def _set_widths(table: Table, widths: Sequence[float]) -> None:
    """For the grid and the cells: Word reads the one, LibreOffice the other."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def _cell(cell: Cell, text: str, width: float, *, align: Align, bold: bool) -> None:
    cell.width = Mm(width)
    write(cell.paragraphs[0], text, size=CELL_PT, bold=bold, align=align)


def _mark(row: Any, name: str) -> None:  # any: python-docx's _Row, with an element of no public name
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _field(line: Paragraph, name: str, *, size: float) -> None:
    run = line.add_run()
    run.font.size = Pt(size)
    for kind, text in (("begin", ""), ("", name), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)
