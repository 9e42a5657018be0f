"""The built-in templates as pages, through LibreOffice where there is one: opened without repair, laid out as meant."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from api.papers import files, templates
from tests.papers.test_files import PAPER

pytestmark = [
    pytest.mark.one_database,
    pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftotext")), reason="no LibreOffice here"),
]


def test_the_report_becomes_pages_with_its_annexes_behind(tmp_path: Path) -> None:
    word = tmp_path / "report.docx"
    word.write_bytes(files.word(templates.built_in("report"), PAPER))
    convert = ("soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf")
    subprocess.run([*convert, "--outdir", tmp_path, word], check=True, capture_output=True, timeout=120)
    told = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "report.pdf", "-"],
        check=True, capture_output=True, text=True, timeout=30,
    ).stdout  # fmt: skip
    pages = told.split("\f")[:-1]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in pages[0], "the state's name stays on one line"
    assert "CHỦ TỊCH" in pages[0], "a short report signs on its first page"
    first, second = (number for number, page in enumerate(pages) if re.search(r"^ *Phụ lục I{1,2}$", page, re.M))
    assert (first, second - first) == (1, len(pages) - second)
    heads = [page for page in pages[1:] if re.search(r"TT\s+Thôn\s+Rác \(kg\)", page)]
    assert len(heads) == len(pages) - 1, "every page of an annex repeats its heads"
    assert re.search(r"^\s*2\s*$", pages[first + 1].splitlines()[0]), "an annex counts its own pages"
