"""Every door of the real app, and who may pass it, read off the route itself."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts

from api.accounts.access import Allowed, require_sign_in
from api.accounts.permissions import Permission

NOBODYS_ID = "0193a6a2-0000-7000-8000-000000000000"


class Door:
    """One method of one route."""

    def __init__(self, method: str, path: str, asked: list[Callable[..., Any] | None]) -> None:
        self.name = f"{method} {path}"
        self.method, self.path = method, path
        self.permissions: list[Permission] = [call.permission for call in asked if isinstance(call, Allowed)]
        self.needs_sign_in = require_sign_in in asked

    @property
    def is_public(self) -> bool:
        return not self.needs_sign_in and not self.permissions

    def address(self, **known: str) -> str:
        """A concrete address; ids that nobody has, unless they are `known`."""
        return re.sub(r"\{(\w+)[^}]*\}", lambda found: known.get(found[1], NOBODYS_ID), self.path)


def doors(app: FastAPI) -> Iterator[Door]:
    for route in iter_route_contexts(app.routes):
        dependant = getattr(route, "dependant", None)
        asked = list(_asked(dependant)) if dependant else []
        for method in sorted(route.methods or ()):
            yield Door(method, str(route.path), asked)


def _asked(dependant: Dependant) -> Iterator[Callable[..., Any] | None]:
    for below in dependant.dependencies:
        yield below.call
        yield from _asked(below)
