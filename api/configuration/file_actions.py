"""Taking over a configuration file: every bad entry is named first, then all of it goes in, or nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from api.accounts import queries as accounts
from api.accounts.rules import Person
from api.configuration.file_queries import Key, Rows, columns, ids, key_of, plain, standing
from api.configuration.file_schemas import ConfigurationFile, EntryFault, ImportReport, SectionReport
from api.configuration.sections import SECTIONS, Section, Values
from api.core import errors, validation_words
from api.journal import actions as journal
from api.worktime import actions as worktime

MOST_FAULTS = 200


@dataclass
class Plan:
    """What a file comes to for one section: `puts` are the entries as columns with the row that stands, if any."""

    section: Section
    puts: list[tuple[Values, Any]] = field(default_factory=list)  # any: a row of the section's table
    retired: list[tuple[Key, Any]] = field(default_factory=list)
    same: int = 0
    is_empty: bool = False


def take_over(
    session: Session, file: ConfigurationFile, *, is_dry_run: bool, by: Person | None, now: datetime
) -> ImportReport:
    """With faults nothing is changed. `by` None: the command line."""
    rows, faults = standing(session), list[EntryFault]()
    given = [section for section in SECTIONS if getattr(file, section.name) is not None]
    known = _known(file, given, rows)
    plans = [_plan(section, getattr(file, section.name), rows[section.name], known, faults) for section in given]
    faults += _faults_of_the_whole(session, plans, rows["units"])
    if not faults and not is_dry_run:
        _apply(session, plans, by=by, now=now)
    return ImportReport(
        applied=not faults and not is_dry_run, errors=faults[:MOST_FAULTS], sections=[_report(plan) for plan in plans]
    )


def _known(file: ConfigurationFile, given: list[Section], rows: dict[str, Rows]) -> dict[str, dict[str, Any]]:
    """Section → code → what a reference holds, once the file is in: of a section that is in the file only its own."""
    known = {name: ids(rows[name]) for name in ("units", "hamlets", "categories")}
    for section in given:
        if section.name in known:
            codes = [entry.get("code") for entry in getattr(file, section.name)]
            stood = known[section.name]
            new = {
                code: stood.get(code) or (section.new_id({"code": code}) if section.new_id else code)
                for code in codes if isinstance(code, str)
            }  # fmt: skip
            known[section.name] = new if section.may_retire else stood | new
    return known


def _plan(
    section: Section, listed: Sequence[dict[str, Any]], rows: Rows, known: dict[str, dict[str, Any]],
    faults: list[EntryFault],
) -> Plan:  # fmt: skip
    """`listed`: entries as they came, any JSON."""
    plan, named = Plan(section, is_empty=not listed), set[Key]()
    for place, raw in enumerate(listed):
        path = f"{section.name}[{place}]"
        values = _judged(section, raw, known, path, faults)
        if values is None:
            continue
        key = key_of(section, values)
        row = rows.get(key)
        if key in named:
            faults.append(EntryFault(path=path, code="twice", detail="Mục này có hai lần trong tệp."))
        elif row is None and not section.may_add:
            faults.append(EntryFault(path=path, code="unknown_entry", detail="Phần mềm không có mục này."))
        elif row is not None and not _differing(row, values):
            plan.same += 1
        else:
            plan.puts.append((values, row))
        named.add(key)
    if section.may_retire:
        plan.retired = [(key, row) for key, row in rows.items() if key not in named]
    return plan


def _judged(
    section: Section, raw: dict[str, Any], known: dict[str, dict[str, Any]], path: str, faults: list[EntryFault]
) -> Values | None:
    """The columns of one entry, or None after naming what is wrong with it."""
    before = len(faults)
    entry = dict(raw)
    for column, referred in section.references.items():
        code = entry.pop(section.written(column), None)
        if code is not None and (not isinstance(code, str) or code not in known[referred]):
            says = "Mã này không có trong tệp và không có trong hệ thống."
            faults.append(EntryFault(path=f"{path}.{section.written(column)}", code="unknown_reference", detail=says))
        else:
            entry[column] = known[referred][code] if code is not None else None
    for column in ("assignee_id", *(c for c in section.references if c in raw and section.written(c) != c)):
        if column in raw:
            says = validation_words.SENTENCES["extra_forbidden"][1]
            faults.append(EntryFault(path=f"{path}.{column}", code="unknown_field", detail=says))
    if len(faults) > before:
        return None
    try:
        values = section.entry.model_validate(entry).model_dump(include=set(columns(section)))
        return section.to_row(values)
    except ValidationError as error:
        faults.extend(_told(section, fault, path) for fault in error.errors(include_url=False))  # type: ignore[arg-type]
    except errors.HouseError as error:
        where = f"{path}.{error.field}" if error.field else path
        faults.append(EntryFault(path=where, code=error.code, detail=error.sentence))
    return None


def _told(section: Section, fault: dict[str, Any], path: str) -> EntryFault:
    said = validation_words.explain(fault)
    place = ".".join(section.written(str(part)) for part in fault.get("loc", ()))
    return EntryFault(path=f"{path}.{place}" if place else path, code=said["code"], detail=said["detail"])


def _differing(row: Any, values: Values) -> dict[str, Any]:
    """Column → what stands there, for each that the file has otherwise."""
    return {name: getattr(row, name) for name, value in values.items() if getattr(row, name) != value}


def _faults_of_the_whole(session: Session, plans: list[Plan], units: Rows) -> Iterator[EntryFault]:
    """What only the whole file can get wrong: no hotline, units whose people would be left alone, no hours."""
    for plan in plans:
        name = plan.section.name
        if name == "working_hours" and plan.is_empty:
            yield EntryFault(path=name, code="last_hours", detail=worktime.LastHours.says)
        if name == "units":
            yield from _faults_of_units(session, plan, units)


def _faults_of_units(session: Session, plan: Plan, rows: Rows) -> Iterator[EntryFault]:
    after = {key: (row.is_active, row.is_hotline) for key, row in rows.items()}
    after |= {key_of(plan.section, values): (values["is_active"], values["is_hotline"]) for values, _ in plan.puts}
    after |= {key: (False, False) for key, _ in plan.retired}
    if not any(is_active and is_hotline for is_active, is_hotline in after.values()):
        yield EntryFault(path="units", code="no_hotline", detail="Cần ít nhất một đơn vị đang dùng là đường dây nóng.")
    for key, row in rows.items():
        if row.is_active and not after[key][0] and accounts.count_by_unit(session, row):
            says = f"{row.name}: đơn vị còn tài khoản đang dùng. Xin chuyển các tài khoản đó trước."
            yield EntryFault(path="units", code="unit_in_use", detail=says)


def _apply(session: Session, plans: list[Plan], *, by: Person | None, now: datetime) -> None:
    for plan in plans:
        for values, row in plan.puts:
            _put(session, plan.section, values, row, by=by, now=now)
        session.flush()
    for plan in reversed(plans):
        for _, row in plan.retired:
            _retire(session, plan.section, row, by=by, now=now)
    if any(plan.section.moves_clocks and (plan.puts or plan.retired) for plan in plans):
        worktime.open_edition(session)


def _put(session: Session, section: Section, values: Values, row: Any, *, by: Person | None, now: datetime) -> None:
    before = plain(_differing(row, values)) if row is not None else {}
    if row is None:
        fresh = {"id": section.new_id(values)} if section.new_id else {}
        row = section.table(**values, **fresh)
        after = values
    else:
        after = {name: values[name] for name in before}
        if "unit_id" in after and hasattr(row, "assignee_id"):
            row.assignee_id = None  # who was handed such cases works in another unit
        row.sqlmodel_update(after)
        row.version += 1
    session.add(row)
    told = {name: "redrawn" if name == "boundary" else value for name, value in plain(after).items()}
    _record(session, section, row, "configuration_put", before | ({"boundary": None} if "boundary" in before else {}),
            told, by=by, now=now)  # fmt: skip


def _retire(session: Session, section: Section, row: Any, *, by: Person | None, now: datetime) -> None:
    """Remove it; while something points to it, switch it off. What is off already stays as it is."""
    try:
        with session.begin_nested():
            session.delete(row)
            session.flush()
    except IntegrityError:
        session.refresh(row)
        if not row.is_active:
            return
        row.is_active = False
        row.version += 1
        session.add(row)
        session.flush()
        _record(session, section, row, "configuration_off", {"is_active": True}, {"is_active": False}, by=by, now=now)
    else:
        before = plain(row.model_dump(exclude={"version", "boundary"}))
        _record(session, section, row, "configuration_removed", before, {}, by=by, now=now)


def _record(
    session: Session, section: Section, row: Any, verb: str, before: Values, after: Values,
    *, by: Person | None, now: datetime,
) -> None:  # fmt: skip
    row_id = getattr(row, "id", None)
    journal.record(
        session, verb, str(section.table.__tablename__), row_id if isinstance(row_id, UUID) else None,
        actor=by.name if by else journal.SYSTEM, actor_id=by.id if by else None, now=now,
        key=[str(getattr(row, column)) for column in section.key], before=before, after=after,
    )  # fmt: skip


def _report(plan: Plan) -> SectionReport:
    def name(thing: Any) -> str:
        """What people call it, else its key."""
        values = thing if isinstance(thing, dict) else thing.model_dump()
        for word in ("label", "name", "title", "text"):
            if values.get(word):
                return str(values[word])
        return " ".join(key_of(plan.section, values))

    return SectionReport(
        section=plan.section.name, label=plan.section.label, same=plan.same,
        added=[name(values) for values, row in plan.puts if row is None],
        changed=[name(values) for values, row in plan.puts if row is not None],
        retired=[name(row) for _, row in plan.retired if getattr(row, "is_active", True)],
    )  # fmt: skip
