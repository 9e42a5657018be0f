"""The front end's own checks, so that one closing line tells about everything."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.servers import ROOT

HERE = Path(__file__).resolve().parent


def need(tool: str | Path | None, what: str) -> str:
    if not tool or not Path(tool).exists():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{what} is not here; the front end is not checked")
    return str(tool)


@pytest.mark.parametrize("path", sorted(HERE.glob("*.test.js")), ids=lambda path: path.name.split(".")[0])
def test_the_front_ends_own_tests_pass(path: Path) -> None:
    node = need(shutil.which("node"), "Node.js")
    done = subprocess.run([node, "--test", path], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_front_ends_types_fit() -> None:
    compiler = need(HERE / "node_modules" / ".bin" / "tsc", "the TypeScript compiler (make ready)")
    command = [compiler, "-p", "tests/pwa/jsconfig.json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout
