"""The Word files keep to Decree 30/2020/NĐ-CP; templates that cannot be filled are refused; nothing in one can run."""

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from api.papers import files, templates
from api.papers.rules import Annex, Column, Paper, TemplateDamaged

LINES = 60
ANNEX = Annex(
    "Kết quả ra quân theo thôn", (Column("TT", 0.5, "center"), Column("Thôn", 3), Column("Rác (kg)", 1, "right")),
    [*([at, f"Thôn Mẫu {at}", "1.234,5"] for at in range(1, LINES)), ["", "Tổng", "9.999"]], totals=1,
)  # fmt: skip
PAPER = Paper(
    template="report", issuer="Ủy ban nhân dân\nxã Mẫu", code="BC-UBND", place="Mẫu", year=2027, type_name="BÁO CÁO",
    subject="Kết quả <thử> & kiểm tra", addressees=["Sở Mẫu"], opening=["Mở đầu."],
    sections=[("I. KẾT QUẢ", ["Đoạn một.", "Đoạn hai."]), ("", ["Không đề mục."])], closing=["Trên đây là báo cáo./."],
    recipients=["- Như trên;", "- Lưu: VT."], offices=["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], foot="Nhật ký: 12:ab",
    annexes=[ANNEX, ANNEX],
)  # fmt: skip


def opened(paper: Paper) -> Any:  # any: a python-docx document
    return Document(BytesIO(files.word(templates.built_in(paper.template), paper)))


def texts(book: Any) -> str:
    cells = "\n".join(cell.text for table in book.tables for row in table.rows for cell in row.cells)
    return "\n".join(line.text for line in book.paragraphs) + "\n" + cells


def test_the_page_is_a4_with_the_decrees_margins_and_its_number_above() -> None:
    section = opened(PAPER).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert 20 <= section.top_margin.mm <= 25 and 20 <= section.bottom_margin.mm <= 25
    assert 30 <= section.left_margin.mm <= 35 and 15 <= section.right_margin.mm <= 20
    assert section.different_first_page_header_footer, "no number on the first page"
    assert "PAGE" in section.header._element.xml
    assert section.footer.paragraphs[0].text == section.first_page_footer.paragraphs[0].text == "Nhật ký: 12:ab"


def test_the_font_is_times_new_roman_for_every_script() -> None:
    style = opened(PAPER).styles["Normal"]
    fonts = style.element.rPr.rFonts
    assert {fonts.get(qn(f"w:{one}")) for one in ("ascii", "hAnsi", "cs", "eastAsia")} == {"Times New Roman"}
    assert style.font.size.pt == 14


def test_the_head_says_state_issuer_and_an_open_number() -> None:
    said = texts(opened(PAPER))
    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ỦY BAN NHÂN DÂN\nXÃ MẪU",
        "Số:        /BC-UBND", "Mẫu, ngày       tháng       năm 2027", "BÁO CÁO", "Kết quả <thử> & kiểm tra",
        "Kính gửi: Sở Mẫu.", "I. KẾT QUẢ", "Đoạn hai.", "Nơi nhận:", "- Lưu: VT.", "CHỦ TỊCH",
    ):  # fmt: skip
        assert words in said, words
    assert "{{" not in said and "{%" not in said


def test_annexes_lie_across_repeat_their_heads_and_split_no_row() -> None:
    book = opened(PAPER)
    own = book.sections[1]
    assert own.orientation == WD_ORIENT.LANDSCAPE and own.page_width > own.page_height
    table = book.tables[-1]
    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)
    assert len(table.rows) == LINES + 1
    assert table.rows[-1].cells[1].paragraphs[0].runs[0].bold, "sums stand out"
    names = [line.text for line in book.paragraphs if line.text.startswith("Phụ lục")]
    assert names == ["Phụ lục I", "Phụ lục II"]
    assert "(Kèm theo Báo cáo số        /BC-UBND" in texts(book) and "của Ủy ban nhân dân xã Mẫu)" in texts(book)


def test_a_letter_has_its_subject_below_the_number_and_no_title() -> None:
    said = texts(opened(replace(PAPER, template="letter", subject="đôn đốc", annexes=[])))
    assert "V/v đôn đốc" in said and "BÁO CÁO" not in said


def test_a_list_has_its_table_in_place_of_annexes() -> None:
    book = opened(replace(PAPER, template="list", annexes=[ANNEX]))
    assert len(book.sections) == 1 and book.sections[0].orientation == WD_ORIENT.LANDSCAPE
    assert "§" not in texts(book)
    assert any(len(table.rows) == LINES + 1 for table in book.tables)


@pytest.mark.parametrize("name", templates.PLANS)
def test_every_built_in_template_passes_its_own_check(name: str) -> None:
    files.check(templates.built_in(name))


def edited(old: str, new: str) -> bytes:
    """The report's template with other words in it, as Word would save it."""
    book = Document(BytesIO(templates.built_in("report")))
    for line in book.paragraphs:
        for run in line.runs:
            run.text = run.text.replace(old, new)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_clerks_own_words_in_a_template_are_printed() -> None:
    own = edited("{{ type_name }}", "BÁO CÁO CỦA XÃ")
    files.check(own)
    assert "BÁO CÁO CỦA XÃ" in texts(Document(BytesIO(files.word(own, PAPER))))


@pytest.mark.parametrize(
    "broken",
    [
        b"", b"PK\x03\x04 not a file", b"<html></html>", edited("{{ type_name }}", "{{ secret_name }}"),
        edited("{{ type_name }}", "{% for line in closing %}"),
        edited("{{ type_name }}", "{{ type_name.__class__.__mro__ }}"),
        edited("{{ type_name }}", "{{ range(10**9)|list }}"),
    ],
)  # fmt: skip
def test_a_template_that_cannot_be_filled_or_reaches_out_is_refused(broken: bytes) -> None:
    with pytest.raises(TemplateDamaged):
        files.check(broken)


def test_a_template_that_unpacks_to_too_much_is_refused() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b" " * (files.MOST_UNPACKED + 1))
    assert len(file.getvalue()) < files.MOST_BYTES
    with pytest.raises(TemplateDamaged):
        files.check(file.getvalue())


def test_a_workbook_has_a_sheet_for_each_annex_and_nothing_in_it_runs() -> None:
    evil = replace(ANNEX, rows=[[1, "=HYPERLINK(1)", "+1"]], totals=0)
    book = zipfile.ZipFile(BytesIO(files.workbook([ANNEX, evil], title="Mẫu")))
    assert sum(name.startswith("xl/worksheets/sheet") for name in book.namelist()) == 2
    assert b"<f>" not in book.read("xl/worksheets/sheet2.xml")
