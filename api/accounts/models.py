"""People who sign in, the units they belong to, their sessions, and failed attempts."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word


class Role(StrEnum):
    ADMINISTRATOR = "administrator"
    OFFICER = "officer"
    HAMLET_HEAD = "hamlet_head"
    LEADER = "leader"
    FRONT = "front"


class Unit(SQLModel, table=True):
    """A body inside the commune that handles cases (Phòng Kinh tế, Công an xã, …)."""

    __tablename__ = "unit"

    id: UUID = Field(primary_key=True)
    code: str = Field(max_length=20, unique=True)
    name: str = Field(max_length=120)
    is_hotline: bool = Field(default=False, description="Runs the hotline: triage, replies, contacts of reporters")
    is_active: bool = Field(default=True)
    version: int = Field(default=1)


class Account(SQLModel, table=True):
    """One person. `login` is folded; the phone is another way to sign in."""

    __tablename__ = "account"

    id: UUID = Field(primary_key=True)
    name: str = Field(max_length=120)
    login: str = Field(max_length=40, unique=True)
    phone: str | None = Field(default=None, max_length=10, unique=True)
    role: Role = Field(sa_type=word(Role))
    unit_id: UUID | None = Field(default=None, foreign_key="unit.id")
    hamlet_id: UUID | None = Field(default=None, foreign_key="hamlet.id")
    is_head: bool = Field(default=False, description="In charge of the unit")
    password_hash: str | None = Field(default=None, max_length=200)
    is_active: bool = Field(default=True)
    created_at: datetime = Field(sa_type=UtcDateTime)
    version: int = Field(default=1)


class RoleGrant(SQLModel, table=True):
    """A cell of the table of permissions that the commune has set otherwise; no row: as `permissions.py` has it."""

    __tablename__ = "role_grant"

    role: Role = Field(primary_key=True, sa_type=word(Role))
    permission: str = Field(primary_key=True, max_length=40)
    reach: str = Field(max_length=10)
    version: int = Field(default=1)


# Hamlets live on a higher storey, which this room must not import; the foreign key above knows their table too.
HAMLET = sa.table("hamlet", sa.column("id", sa.Uuid()), sa.column("name", sa.String()))


class SignIn(SQLModel, table=True):
    """A signed-in device. The cookie's token is stored hashed."""

    __tablename__ = "sign_in"

    id: UUID = Field(primary_key=True)
    token_hash: str = Field(max_length=64, unique=True)
    account_id: UUID = Field(foreign_key="account.id", index=True)
    label: str = Field(max_length=80)
    created_at: datetime = Field(sa_type=UtcDateTime)
    last_seen_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)


class PasswordLink(SQLModel, table=True):
    """A one-time link to set a password; the token is stored hashed."""

    __tablename__ = "password_link"

    token_hash: str = Field(max_length=64, primary_key=True)
    account_id: UUID = Field(foreign_key="account.id", index=True)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class FailedSignIn(SQLModel, table=True):
    """A wrong password. `key` is a keyed hash of the account or of the address, never either itself."""

    __tablename__ = "failed_sign_in"
    __table_args__ = (sa.Index("ix_failed_sign_in_key_at", "key", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(max_length=64)
    at: datetime = Field(sa_type=UtcDateTime)
