"""The image, read: no container engine is needed to see that it is pinned, small, and not run by root."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.support.servers import ROOT

TEXT = (ROOT / "Dockerfile").read_text()
STEPS = [line for line in re.sub(r"\\\n\s*", " ", TEXT).splitlines() if line and not line.startswith("#")]


def test_the_base_is_pinned_to_a_full_version_and_the_same_in_every_stage() -> None:
    bases = {step.split()[1] for step in said("FROM")}
    assert len(bases) == 1
    assert re.fullmatch(r"python:3\.\d+\.\d+-slim-\w+", bases.pop())


def test_packages_come_from_the_lock_with_their_hashes() -> None:
    installs = [step for step in said("RUN") if "install " in step and "pip" in step]
    assert len(installs) == 1
    assert "--require-hashes -r /tmp/requirements.lock" in installs[0]
    assert "COPY requirements.lock /tmp/requirements.lock" in STEPS


def test_the_last_stage_runs_as_somebody_without_rights() -> None:
    users = said("USER")
    assert users == ["USER xanh"]
    assert STEPS.index(users[0]) < STEPS.index(said("CMD")[0])


def test_data_lies_in_a_volume_and_nowhere_else() -> None:
    assert said("VOLUME") == ["VOLUME /data"]
    assert environment()["XANH_DATA_DIR"] == "/data"
    assert environment()["XANH_DATABASE_URL"].startswith("sqlite:////data/")


def test_the_image_asks_itself_whether_it_is_ready() -> None:
    assert any('CMD ["python", "-m", "api", "healthcheck"]' in step for step in said("HEALTHCHECK"))


def test_no_secret_is_baked_into_the_image() -> None:
    assert not [name for name in environment() if re.search("SECRET|TOKEN|PASSWORD", name)]


def test_only_what_the_image_needs_is_sent_to_the_builder() -> None:
    kept = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    assert kept == {step.split()[1] for step in said("COPY") if "--from" not in step}


def test_what_the_image_holds_is_enough_to_start(tmp_path: Path) -> None:
    for step in said("COPY"):
        source = ROOT / step.split()[1]
        if source.is_dir():
            shutil.copytree(source, tmp_path / source.name, ignore=shutil.ignore_patterns("__pycache__"))
    own = {name: value.replace("/data", str(tmp_path)) for name, value in environment().items() if name != "PATH"}
    for command in ("migrate", "--help"):
        done = subprocess.run(
            [sys.executable, "-m", "api", command], cwd=tmp_path, capture_output=True, timeout=120, check=False,
            env={**own, "XANH_SECRET_KEY": "k" * 48},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "xanh.sqlite3").exists()


def said(word: str) -> list[str]:
    return [step for step in STEPS if step.split()[0] == word]


def environment() -> dict[str, str]:
    return dict(pair.split("=", 1) for step in said("ENV") for pair in step.split()[1:])
