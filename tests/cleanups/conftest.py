"""A hamlet and its head, for check-ins."""

import pytest
from sqlmodel import Session

from api.accounts.models import Role
from api.accounts.rules import Person
from api.places.models import Hamlet
from tests.accounts.make import make_person
from tests.places.make import make_hamlet


@pytest.fixture
def hamlet(session: Session) -> Hamlet:
    return make_hamlet(session)


@pytest.fixture
def head(session: Session, hamlet: Hamlet) -> Person:
    return make_person(session, role=Role.HAMLET_HEAD, hamlet=hamlet)
