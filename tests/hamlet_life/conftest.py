"""A hamlet, its head and an officer."""

import pytest
from sqlmodel import Session

from api.accounts.models import Role
from api.accounts.rules import Person
from api.core.database import Database
from api.places.models import Hamlet
from tests.accounts.make import make_person
from tests.places.make import make_hamlet


@pytest.fixture
def hamlet(session: Session, seeded: Database) -> Hamlet:
    return make_hamlet(session)


@pytest.fixture
def head(session: Session, hamlet: Hamlet) -> Person:
    return make_person(session, role=Role.HAMLET_HEAD, hamlet=hamlet)


@pytest.fixture
def officer(session: Session) -> Person:
    return make_person(session, role=Role.OFFICER)
