"""What the desk's tests stand on: officers, and cases in any state."""

from collections.abc import Callable
from typing import Any

import pytest

from api.complaints.models import Complaint
from api.core.database import Database
from api.core.settings import Settings
from tests.complaints.make import make_complaint
from tests.support.clients import SignedIn


@pytest.fixture
def officer(sign_in: Callable[..., SignedIn]) -> SignedIn:
    return sign_in("officer", name="Nguyễn Thị Đường Dây")


@pytest.fixture
def make(seeded: Database, settings: Settings) -> Callable[..., Complaint]:
    def made(**facts: Any) -> Complaint:
        with seeded.session(writes=True) as session:
            return make_complaint(session, settings=settings, **facts)

    return made
