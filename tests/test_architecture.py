"""The house keeps its own rules: storeys, doors, HTTP, SQL, time, sizes; and so does the front end."""

import ast
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support import architecture, pwa_architecture
from tests.support.architecture import House

ROOT = Path(__file__).resolve().parent.parent
HOUSE = House(ROOT / "api")
PWA = ROOT / "pwa"
RULES = [
    architecture.upward_imports, architecture.wrong_doors, architecture.cycles, architecture.hidden_imports,
    architecture.http_indoors, architecture.misplaced_sql, architecture.stray_clocks,
]  # fmt: skip
PWA_RULES = [
    pwa_architecture.wrong_imports, pwa_architecture.fetching_components, pwa_architecture.worker_imports,
    pwa_architecture.dangerous_text, pwa_architecture.inline_in_page,
]  # fmt: skip
WORDED = {".py", ".js", ".html", ".json", ".css", ".csv", ".webmanifest"}
PLANTED = {
    "core/extra.py": ("from api.journal import actions\n", architecture.upward_imports),
    "accounts/rules.py": ("from api.accounts import queries\n", architecture.wrong_doors),
    "journal/queries.py": ("from api.journal import actions\n", architecture.wrong_doors),
    "core/text.py": ("def f():\n    import json\n", architecture.hidden_imports),
    "places/rules.py": ("from fastapi import Request\n", architecture.http_indoors),
    "places/models.py": ("def f(session):\n    session.exec(1)\n", architecture.misplaced_sql),
    "places/queries.py": ("def f(session):\n    session.add(1)\n", architecture.misplaced_sql),
    "places/actions.py": ("def f(session):\n    session.commit()\n", architecture.misplaced_sql),
    "media/actions.py": ("from api.core import clock\nclock.now()\n", architecture.stray_clocks),
    "core/errors.py": ("from api.core import problems\n", architecture.cycles),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_every_rule(rule: Callable[[House], Iterator[str]]) -> None:
    assert list(rule(HOUSE)) == []


@pytest.mark.parametrize("rule", PWA_RULES, ids=lambda rule: rule.__name__)
def test_the_front_end_keeps_every_rule(rule: Callable[[Path], Iterator[str]]) -> None:
    assert list(rule(PWA)) == []


def test_no_file_and_no_function_outgrows_the_screen() -> None:
    python = [path for folder in ("api", "tests", "bench") for path in (ROOT / folder).rglob("*.py")]
    browser = [
        *PWA.glob("app/**/*.js"),
        *PWA.glob("*.js"),
        *ROOT.glob("tests/pwa/tools/*.mjs"),
        *ROOT.glob("tests/pwa/*.js"),
    ]
    assert list(architecture.too_long([*python, *browser], root=ROOT)) == []


def test_every_module_says_in_its_first_line_what_it_is_for() -> None:
    silent = [name for name, module in HOUSE.modules.items() if module.lines and not ast.get_docstring(module.tree)]
    assert silent == []


def test_a_report_is_never_called_by_the_word_of_another_procedure() -> None:
    """What this system takes is "phản ánh, kiến nghị". The law keeps the other word for another procedure; only a
    sentence that sends people to the citizens' desk may use it."""
    paths = [path for folder in ("api", "pwa") for path in (ROOT / folder).rglob("*") if path.suffix in WORDED]
    lines = [(path, line.lower()) for path in paths for line in path.read_text().splitlines()]
    assert [str(path) for path, line in lines if "khiếu nại" in line and "tiếp công dân" not in line] == []


def test_no_test_sleeps() -> None:
    naps = re.compile(r"\b(time|asyncio|anyio)\.sleep\(|wait_for_timeout\(")
    tests = [path for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__)]
    assert [str(path) for path in tests if naps.search(path.read_text())] == []


@pytest.fixture(scope="module")
def spoiled_house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A copy of the house with every violation of PLANTED in it."""
    copy = tmp_path_factory.mktemp("spoiled") / "api"
    shutil.copytree(ROOT / "api", copy, ignore=shutil.ignore_patterns("__pycache__"))
    for place, (text, _) in PLANTED.items():
        (copy / place).write_text(text + ((copy / place).read_text() if (copy / place).exists() else ""))
    return House(copy)


@pytest.mark.parametrize("place", PLANTED)
def test_a_planted_violation_is_found(place: str, spoiled_house: House) -> None:
    module, rule = place.removesuffix(".py").replace("/", "."), PLANTED[place][1]
    assert [fault for fault in rule(spoiled_house) if module in fault]


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("app/lib/api.js", "import { x } from '../pages/home.js'\n"),
        ("app/pages/home.js", "import { x } from './missing.js'\n"),
        ("app/components/toast.js", "import { get } from '../lib/api.js'\n"),
        ("app/main.js", "node.innerHTML = words\n"),
        ("app/main.js", "html`<${Card} />`\n"),
        ("app/main.js", "html`<p style='color:red'>`\n"),
        ("sw.js", "import './app/main.js'\n"),
        ("index.html", "<script>alert(1)</script>\n"),
        ("index.html", "<body onload='x()'>\n"),
    ],
)
def test_a_violation_planted_in_the_front_end_is_found(place: str, text: str, tmp_path: Path) -> None:
    planted = tmp_path / place
    for path in ("app/pages/home.js", "app/lib/api.js", "sw.js", "index.html", place):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    planted.write_text(text)
    assert any(fault for rule in PWA_RULES for fault in rule(tmp_path))
