"""The repository itself: nothing of anybody's machine in it, everything pinned, nothing lying about."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.support.servers import ROOT

TOP = {
    ".ci", ".dockerignore", ".env.example", ".biome.json", ".gitignore", "CHANGELOG.md", "Dockerfile",
    "LICENSE", "Makefile", "README.md", "STYLE.md", "api", "bench", "docs", "migrations",
    "pwa", "pyproject.toml", "requirements-dev.lock",
    "requirements.lock", "tests",
}  # fmt: skip
# Put together here so that this file does not hold what it looks for.
FOREIGN = re.compile(
    "|".join((
        "pypi" + r"\.org", "pythonhosted" + r"\.org", "registry" + r"\.npmjs", "npmjs" + r"\.(?:org|com)/\S+\.tgz",
        "/ro" + "ot/", "/wo" + "rk/", r"/home/\w+/", "extra-index" + "-url", r"\bindex" + "-url =",
    ))
)  # fmt: skip
LOCKS = ("requirements.lock", "requirements-dev.lock")


def tracked() -> list[str]:
    """The files under version control; in a copy without Git, every file that would be."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
    return [str(path.relative_to(ROOT)) for top in TOP for path in (ROOT / top).rglob("*") if path.is_file()]


def test_the_top_of_the_repository_holds_exactly_what_is_known() -> None:
    assert {name.split("/")[0] for name in tracked()} <= TOP


def test_no_file_names_a_package_registry_or_a_place_on_somebodys_machine() -> None:
    found = []
    for name in tracked():
        text = (ROOT / name).read_bytes().decode("utf-8", "ignore")
        found += [f"{name}: {hit.group()}" for hit in FOREIGN.finditer(text)]
    assert found == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_with_its_hashes(name: str) -> None:
    entries = (ROOT / name).read_text().replace("\\\n", " ").strip().splitlines()
    assert len(entries) > 20
    for entry in entries:
        assert re.match(r"^[a-z0-9._-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", entry), entry[:80]
    assert "://" not in "".join(entries)


def test_the_lock_of_real_use_is_part_of_the_lock_of_the_checks() -> None:
    run, dev = (set(re.findall(r"^[a-z0-9._-]+==\S+", (ROOT / name).read_text(), re.MULTILINE)) for name in LOCKS)
    assert run <= dev


def test_the_lock_of_the_front_end_has_hashes_and_no_addresses() -> None:
    packages = json.loads((ROOT / "tests" / "pwa" / "package-lock.json").read_text())["packages"]
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert name == "" or package["integrity"].startswith("sha512-"), name


def test_nothing_large_and_nothing_made_lies_in_the_repository() -> None:
    names = tracked()
    made = re.compile(r"(^|/)(var|node_modules|__pycache__|\.venv)/|\.sqlite3|\.pyc$")
    assert not [name for name in names if made.search(name)]
    assert not [name for name in names if (ROOT / name).stat().st_size > 1_500_000]


def test_what_continuous_integration_runs_can_be_run() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert "set -euo pipefail" in script.read_text()
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0


def test_every_link_in_the_documents_leads_somewhere() -> None:
    broken = []
    for name in tracked():
        if name.endswith(".md"):
            for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", (ROOT / name).read_text()):
                path = (ROOT / name).parent / target
                broken += [f"{name}: {target}"] if "://" not in target and not Path(path).exists() else []
    assert broken == []
