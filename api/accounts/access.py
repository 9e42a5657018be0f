"""Who is asking: the cookie, the signed-in person, and the check of one permission at a route."""

from typing import Annotated

from fastapi import Depends, Request

from api.accounts import queries
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock, errors
from api.core.web import SAFE_METHODS, SessionDep

COOKIE = "__Host-xanh"


def read_visitor(request: Request, session: SessionDep) -> Person | None:
    """The signed-in person, or None. Looking does not write; a change keeps the sign-in fresh."""
    token = request.cookies.get(COOKIE, "")
    if not token:
        return None
    now = clock.now()
    found = queries.signed_in(session, token, now=now)
    if found and request.method not in SAFE_METHODS:
        queries.touch(session, found.sign_in, now=now)
    return found.person if found else None


Visitor = Annotated[Person | None, Depends(read_visitor)]


def require_person(visitor: Visitor) -> Person:
    if visitor is None:
        raise errors.SignInNeeded
    return visitor


CurrentPerson = Annotated[Person, Depends(require_person)]


class Allowed:
    """A dependency that lets through who has `permission`; the permission-matrix test reads it off the route."""

    def __init__(self, permission: Permission) -> None:
        self.permission = permission

    def __call__(self, person: CurrentPerson) -> Person:
        if not person.may(self.permission):
            raise errors.NotAllowed
        return person
