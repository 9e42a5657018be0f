"""What a change is, as the journal keeps it."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

Change = dict[str, Any]  # {"before": …, "after": …}, any JSON values


def differences(thing: object, values: Mapping[str, object]) -> dict[str, Change]:
    """Field -> {before, after} for each of `values` that `thing` does not hold already."""
    return {
        name: {"before": _plain(getattr(thing, name)), "after": _plain(value)}
        for name, value in values.items()
        if getattr(thing, name) != value
    }


def _plain(value: object) -> object:
    """The value as JSON knows it."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    return value
