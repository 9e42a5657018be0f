"""The whole configuration as one file: out and in again is the same, faults are named, nobody is in it."""

import copy
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import orjson
import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, col, select
from typer.testing import CliRunner

from api import cli
from api.accounts.models import Role, RoleGrant
from api.complaints.models import Category, IntakeChannel, RejectReason
from api.complaints.reply_models import CannedReply
from api.complaints.routing_models import RoutingRule
from api.configuration import file_actions, file_queries
from api.configuration.file_schemas import ConfigurationFile, ImportReport
from api.configuration.models import SiteMessage
from api.core.database import Database
from api.core.settings import Settings
from api.journal.models import Entry
from api.worktime import queries as worktime
from api.worktime.models import Holiday
from tests.accounts.make import make_account, make_person, make_unit
from tests.complaints.make import make_complaint
from tests.places.make import make_hamlet
from tests.support.clients import SignedIn

SignIn = Callable[..., SignedIn]
File = dict[str, Any]  # any JSON
NOW = datetime(2026, 11, 28, 1, 0, tzinfo=UTC)


def exported(session: Session) -> File:
    session.flush()
    found: File = orjson.loads(file_queries.written(file_queries.export(session, with_hamlets=True)))
    return found


def take(session: Session, file: File, *, dry: bool = False) -> ImportReport:
    parsed = ConfigurationFile.model_validate(file)
    return file_actions.take_over(session, parsed, is_dry_run=dry, by=None, now=NOW)


def settle(session: Session) -> None:
    """A commune that has set this and that for itself."""
    unit, hamlet = make_unit(session, "DTN", name="Đoàn Thanh niên"), make_hamlet(session, "Thôn Mẫu 7")
    hamlet.code = "M7"
    officer = make_account(session, role=Role.OFFICER, unit=unit)
    session.flush()
    session.add(
        Category(code="cong_ranh", label="Tắc cống", short_label="Tắc cống", icon="bin", default_unit_id=unit.id)
    )
    session.flush()
    session.add(
        RoutingRule(
            id=uuid4(), position=0, name="Cống về Đoàn", category="cong_ranh", hamlet_id=hamlet.id, unit_id=unit.id,
            assignee_id=officer.id, from_time=datetime(2026, 1, 1, 22).time(), to_time=datetime(2026, 1, 1, 5).time(),
        )
    )  # fmt: skip
    session.add(Holiday(day=NOW.date(), is_working=True, name="Làm bù"))
    session.add(RoleGrant(role=Role.LEADER, permission="note_complaints", reach="all"))
    session.add(SiteMessage(id=uuid4(), text="Nghỉ Tết", starts_at=NOW, ends_at=NOW.replace(year=2027)))
    session.get_one(IntakeChannel, "web").label = "Ứng dụng"
    session.flush()


@pytest.mark.usefixtures("seeded")
def test_M5_out_and_in_again_is_the_same_file(session: Session) -> None:
    settle(session)
    file = exported(session)
    for row in (*session.exec(select(RoutingRule)), *session.exec(select(SiteMessage))):
        session.delete(row)
    session.flush()
    session.get_one(Category, "cong_ranh").label = "Khác đi"
    session.get_one(IntakeChannel, "web").label = "Khác đi"
    session.add(RejectReason(code="thua", label="Thừa"))
    session.add(RoleGrant(role=Role.FRONT, permission="add_findings", reach="-"))
    report = take(session, file)
    assert (report.applied, report.errors) == (True, [])
    assert exported(session) == file
    again = take(session, file)
    assert [section for section in again.sections if section.added or section.changed or section.retired] == []


@pytest.mark.usefixtures("seeded")
def test_M5_a_dry_run_says_what_would_happen_and_does_nothing(session: Session) -> None:
    before = exported(session)
    file = copy.deepcopy(before)
    file["channels"] = [one for one in file["channels"] if one["code"] != "paper"]
    file["channels"].append({"code": "loa_xa", "label": "Loa xã"})
    file["channels"][0]["label"] = "Trang của xã"
    report = take(session, file, dry=True)
    [channels] = [section for section in report.sections if section.section == "channels"]
    assert (channels.added, channels.changed, len(channels.retired)) == (["Loa xã"], ["Trang của xã"], 1)
    assert (report.applied, exported(session)) == (False, before)


@pytest.mark.usefixtures("seeded")
def test_M5_what_cases_still_point_to_is_switched_off_instead_of_removed(session: Session) -> None:
    make_complaint(session)
    file = exported(session)
    file["channels"] = [one for one in file["channels"] if one["code"] not in ("web", "paper")]
    take(session, file)
    assert session.get_one(IntakeChannel, "web").is_active is False
    assert session.get(IntakeChannel, "paper") is None


@pytest.mark.usefixtures("seeded")
def test_M5_a_section_that_is_left_out_is_left_alone(session: Session) -> None:
    before = exported(session)
    part = {"format": before["format"], "version": 1, "reject_reasons": before["reject_reasons"][:1]}
    take(session, part)
    assert {name: before[name] for name in before if name != "reject_reasons"} == {
        name: values for name, values in exported(session).items() if name != "reject_reasons"
    }


FAULTS: dict[str, tuple[Callable[[File], Any], str, str]] = {
    "a field that is none": (lambda f: f["channels"][0].update(color="red"), "channels[0].color", "unknown_field"),
    "a label that is empty": (lambda f: f["categories"][2].update(label=""), "categories[2].label", "too_short"),
    "a unit nobody knows": (
        lambda f: f["categories"][1].update(default_unit="XYZ"), "categories[1].default_unit", "unknown_reference",
    ),
    "an id in place of a code": (
        lambda f: f["categories"][1].update(default_unit_id=str(uuid4())),
        "categories[1].default_unit_id", "unknown_field",
    ),
    "a code of a wrong kind": (
        lambda f: f["categories"][1].update(default_unit=["PKT"]), "categories[1].default_unit", "unknown_reference",
    ),
    "the same twice": (lambda f: f["channels"].append(f["channels"][0]), "channels[{n}]", "twice"),
    "a rule the program has not": (
        lambda f: f["retention_rules"].append({"code": "mine", "amount": 3, "span": "months"}),
        "retention_rules[{n}]", "unknown_entry",
    ),
    "a placeholder that means nothing": (
        lambda f: f["canned_replies"][0].update(text="{ten}"), "canned_replies[0].text", "placeholder_unknown",
    ),
    "contacts for the leader": (
        lambda f: f["role_grants"].append({"role": "leader", "permission": "read_contacts", "reach": "all"}),
        "role_grants[{n}]", "permission_locked",
    ),
    "no hours at all": (lambda f: f["working_hours"].clear(), "working_hours", "last_hours"),
    "shifts that overlap": (
        lambda f: f["working_hours"][0].update(shifts=[["07:00", "06:00"]]), "working_hours[0].shifts", "shifts_broken",
    ),
    "no hotline": (lambda f: [one.update(is_hotline=False) for one in f["units"]], "units", "no_hotline"),
    "a window that ends before it begins": (
        lambda f: f["site_messages"].append(
            {"id": str(uuid4()), "text": "x", "starts_at": "2026-12-02T00:00:00Z", "ends_at": "2026-12-01T00:00:00Z"}
        ),
        "site_messages[{n}]", "window",
    ),
}  # fmt: skip


@pytest.mark.one_database
@pytest.mark.usefixtures("seeded")
@pytest.mark.parametrize("name", FAULTS)
def test_M5_every_bad_entry_is_named_and_nothing_goes_in(session: Session, name: str) -> None:
    spoil, path, code = FAULTS[name]
    before = exported(session)
    file = copy.deepcopy(before)
    spoil(file)
    file["channels"][1]["label"] = "Đổi tên"
    report = take(session, file)
    section = path.partition("[")[0]
    assert [(fault.path, fault.code) for fault in report.errors] == [(path.format(n=len(file[section]) - 1), code)]
    assert all(fault.detail for fault in report.errors)
    assert (report.applied, exported(session)) == (False, before)


@pytest.mark.usefixtures("seeded")
def test_M5_a_unit_with_people_in_it_cannot_be_left_out(session: Session) -> None:
    make_person(session, unit="TTDV")
    file = exported(session)
    part = {"format": file["format"], "version": 1, "units": [one for one in file["units"] if one["code"] != "TTDV"]}
    assert [fault.code for fault in take(session, part).errors] == ["unit_in_use"]


@pytest.mark.usefixtures("seeded")
def test_M5_an_import_is_told_in_the_journal_and_moves_the_clocks(session: Session) -> None:
    file, edition = exported(session), worktime.edition(session)
    file["deadlines"][0]["amount"] += 1
    take(session, file)
    [entry] = session.exec(select(Entry).where(Entry.verb == "configuration_put")).all()
    assert (entry.subject_kind, set(entry.detail["before"])) == ("deadline", {"amount"})
    assert worktime.edition(session) == edition + 1


@pytest.mark.usefixtures("seeded")
def test_M5_nobody_and_no_secret_is_in_the_file(session: Session) -> None:
    settle(session)
    account = make_account(session, role=Role.LEADER, name="Lê Thị Riêng Tư")
    text = file_queries.written(file_queries.export(session, with_hamlets=True)).decode()
    assert not any(word in text for word in (account.login, account.name, "assignee", "password", "token", "phone_key"))


@pytest.mark.usefixtures("seeded")
def test_M5_who_a_rule_hands_to_stays_when_the_unit_stays(session: Session) -> None:
    settle(session)
    file = exported(session)
    file["routing_rules"][0]["name"] = "Tên khác"
    take(session, file)
    assert session.exec(select(RoutingRule)).one().assignee_id is not None


@pytest.mark.usefixtures("seeded")
def test_M5_the_door_gives_a_file_and_takes_it_back(sign_in: SignIn, database: Database) -> None:
    administrator = sign_in("administrator")
    answer = administrator.get("/api/configuration")
    assert "attachment" in answer.headers["Content-Disposition"]
    file = answer.json()
    file["canned_replies"] = []
    report = administrator.post("/api/configuration/imports?dry_run=true", json=file).json()
    assert (report["applied"], report["errors"]) == (False, [])
    assert administrator.post("/api/configuration/imports", json=file).json()["applied"] is True
    with database.session(writes=False) as session:
        assert session.exec(select(CannedReply)).all() == []
        assert session.exec(select(Entry).where(col(Entry.verb).like("configuration%"))).first()
    assert "hamlets" not in administrator.get("/api/configuration?hamlets=false").json()


@pytest.mark.one_database
@pytest.mark.parametrize("body", [{}, {"format": "x", "version": 1}, {"format": "xa-xanh/cau-hinh", "version": 2}])
def test_M5_a_file_of_another_kind_is_refused(sign_in: SignIn, client: TestClient, body: File) -> None:
    assert sign_in("administrator").post("/api/configuration/imports", json=body).status_code == 422


@pytest.mark.one_database
def test_M5_the_commands_write_and_read_the_file(
    settings: Settings, seeded: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "load_settings", lambda *_: settings)
    path, run = settings.data_dir / "cau-hinh.json", CliRunner()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    assert run.invoke(cli.app, ["configuration", "export", str(path)]).exit_code == 0
    file = orjson.loads(path.read_bytes())
    file["channels"][0]["label"] = "Trang của xã"
    path.write_bytes(orjson.dumps(file))
    tried = run.invoke(cli.app, ["configuration", "import", str(path)])
    assert "Trang của xã" in tried.output and "--apply" in tried.output
    assert run.invoke(cli.app, ["configuration", "import", str(path), "--apply"]).exit_code == 0
    file["channels"][0]["label"] = ""
    path.write_bytes(orjson.dumps(file))
    refused = run.invoke(cli.app, ["configuration", "import", str(path), "--apply"])
    assert (refused.exit_code, "channels[0].label" in refused.output) == (1, True)
    path.write_text("{")
    assert run.invoke(cli.app, ["configuration", "import", str(path)]).exit_code == 1
