"""The configuration as it stands: read for the file, and to compare a file with."""

from typing import Any

import orjson
from sqlmodel import Session, select

from api.configuration.file_schemas import FORMAT, VERSION
from api.configuration.sections import SECTIONS, Section, Values

Key = tuple[str, ...]
Rows = dict[Key, Any]  # any: a row of the section's table
LEFT_OUT = {"assignee_id"}  # a person


def standing(session: Session) -> dict[str, Rows]:
    """Section → key → row, for everything there is."""
    return {
        section.name: {key_of(section, row.model_dump()): row for row in session.exec(select(section.table))}
        for section in SECTIONS
    }


def key_of(section: Section, values: Values) -> Key:
    return tuple(str(values[column]) for column in section.key)


def columns(section: Section) -> list[str]:
    """What an entry sets, its key first."""
    others = [name for name in section.entry.model_fields if name not in section.key and name not in LEFT_OUT]
    return [*section.key, *others]


def ids(rows: Rows) -> dict[str, Any]:
    """Code → what a reference holds: the id, or the code itself where that is the key of the table."""
    return {key[0]: getattr(row, "id", key[0]) for key, row in rows.items()}


def export(session: Session, *, with_hamlets: bool) -> dict[str, Any]:
    """The file, in an order of its own, so that the same configuration is the same file. Any JSON values."""
    rows = standing(session)
    codes: dict[str, dict[Any, str]] = {
        name: {reference: code for code, reference in ids(rows[name]).items()}
        for name in ("units", "hamlets", "categories")
    }
    found: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    for section in SECTIONS:
        if section.name != "hamlets" or with_hamlets:
            listed = [_entry(section, row, codes) for row in rows[section.name].values()]
            found[section.name] = sorted(listed, key=lambda entry: _rank(section, entry))
    return found


def _entry(section: Section, row: Any, codes: dict[str, dict[Any, str]]) -> Values:
    values = section.to_entry({column: getattr(row, column) for column in columns(section)})
    for column, referred in section.references.items():
        values[column] = codes[referred].get(values[column])
    return {section.written(column): plain(value) for column, value in values.items()}


def _rank(section: Section, entry: Values) -> tuple[int, Key]:
    return entry.get("position", 0), key_of(section, entry)


def plain(value: Any) -> Any:
    """Any column value as the file holds it."""
    return orjson.loads(orjson.dumps(value, option=orjson.OPT_UTC_Z))


def written(found: dict[str, Any]) -> bytes:
    """The file as it is kept on a disk: to be read and compared by people too."""
    return orjson.dumps(found, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
