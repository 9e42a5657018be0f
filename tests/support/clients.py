"""Clients of people who are signed in, made straight in the database: no password is hashed."""

from datetime import timedelta
from uuid import uuid4

from fastapi.testclient import TestClient

from api.accounts.access import COOKIE
from api.accounts.models import Account, Role, SignIn
from api.core import clock, secrets
from api.core.database import Database
from tests.accounts.make import make_account, make_unit
from tests.places.make import make_hamlet

ORIGIN = "https://localhost"  # the cookie is Secure
HEADERS = {"Sec-Fetch-Site": "same-origin", "User-Agent": "xanh-tests"}


class SignedIn(TestClient):
    """A client with a person's cookie; `account` is the person, `token` the cookie's secret."""

    account: Account
    token: str


def sign_in_as(client: TestClient, database: Database, role: str, **who: str | None) -> SignedIn:
    """Another visitor of the app that `client` talks to, signed in as a new account of this role."""
    account, token = make_sign_in(database, role, **who)
    other = SignedIn(client.app, base_url=ORIGIN, headers=HEADERS)
    other.portal = client.portal  # the same event loop as the app's lifespan
    other.account, other.token = account, token
    other.cookies.set(COOKIE, token, domain="localhost.local")
    return other


def make_sign_in(
    database: Database, role: str, *, unit: str | None = None, hamlet: str | None = None,
    name: str | None = None, login: str | None = None,
) -> tuple[Account, str]:  # fmt: skip
    """An account of `role` with a fresh sign-in, and its cookie's secret."""
    kind, token, now = Role(role), secrets.new_token(), clock.now()
    with database.session(writes=True) as session:
        own_unit = make_unit(session, unit or "PKT") if kind is Role.OFFICER or unit else None
        own_hamlet = make_hamlet(session, hamlet or "Thôn Mẫu 3") if kind is Role.HAMLET_HEAD or hamlet else None
        account = make_account(session, role=kind, unit=own_unit, hamlet=own_hamlet, name=name, login=login)
        session.flush()
        session.add(
            SignIn(
                id=uuid4(), token_hash=secrets.digest(token), account_id=account.id, label="Máy thử",
                created_at=now, last_seen_at=now, expires_at=now + timedelta(days=30),
            )
        )  # fmt: skip
    return account, token
