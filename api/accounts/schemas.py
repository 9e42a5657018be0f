"""What crosses the wire about people, units, sign-ins and passwords."""

import re
import unicodedata
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from api.accounts.models import Role
from api.accounts.permissions import Permission
from api.core import text
from api.core.shapes import Input, Moment, Output

_LOGIN = re.compile(r"[a-z][a-z0-9._-]{2,39}")
_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{0,19}")


def _login(written: str) -> str:
    folded = text.fold(text.clean_line(written))
    if not _LOGIN.fullmatch(folded):
        says = "Tên đăng nhập gồm 3 đến 40 chữ cái không dấu, chữ số, dấu . - _ và bắt đầu bằng chữ cái."
        raise PydanticCustomError("login", "not a login", {"says": says})
    return folded


def _code(written: str) -> str:
    code = text.clean_line(written).upper()
    if not _CODE.fullmatch(code):
        says = "Mã gồm tối đa 20 chữ cái không dấu, chữ số và dấu -."
        raise PydanticCustomError("unit_code", "not a code", {"says": says})
    return code


def _composed(password: str) -> str:
    """The same letters typed on another keyboard are the same password."""
    return unicodedata.normalize("NFC", password)


Login = Annotated[str, Field(max_length=60, examples=["nguyen.lan"]), AfterValidator(_login)]
UnitCode = Annotated[str, Field(max_length=40, examples=["PKT"]), AfterValidator(_code)]
Name = Annotated[text.Line, Field(min_length=1, max_length=120)]
Phone = Annotated[text.Phone, Field(max_length=20, examples=["0912 345 678"])]
Password = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_composed)]
Token = Annotated[str, Field(min_length=1, max_length=100)]


class OwnUnit(Output):
    """The unit somebody belongs to."""

    id: UUID
    name: str
    is_hotline: bool


class OwnHamlet(Output):
    """The hamlet whose head somebody is."""

    id: UUID
    name: str


class Me(Output):
    """The person who is signed in, and what they may do."""

    id: UUID
    name: str
    login: str
    phone: str | None
    role: Role
    unit: OwnUnit | None
    hamlet: OwnHamlet | None
    permissions: list[Permission]


class SessionState(Output):
    """`account` is null when nobody is signed in."""

    account: Me | None


class Credentials(Input):
    """`login` is a user name in any case, or a phone number written in any way."""

    model_config = ConfigDict(json_schema_extra={"example": {"login": "nguyen.lan", "password": "đò chiều sang ngang"}})

    login: Annotated[text.Line, Field(min_length=1, max_length=60)]
    password: Password


class PasswordChange(Input):
    current: Password
    new: Password


class Device(Output):
    """A sign-in that is alive. `label` is readable: "Chrome trên Android"."""

    id: UUID
    label: str
    created_at: Moment
    last_seen_at: Moment
    is_current: bool


class AccountDetail(Output):
    """An account as administrators see it."""

    id: UUID
    name: str
    login: str
    phone: str | None
    role: Role
    unit: OwnUnit | None
    hamlet: OwnHamlet | None
    is_head: bool
    is_active: bool
    has_password: bool
    created_at: Moment
    last_seen_at: Moment | None
    version: int


class NewAccount(Input):
    """An officer needs `unit_id`, a hamlet head `hamlet_id`, others neither. Sent again with the same `id`
    and content it answers the first account."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "name": "Nguyễn Thị Lan", "login": "nguyen.lan", "phone": "0912 345 678", "role": "leader",
                "unit_id": None, "hamlet_id": None,
            }
        }
    )  # fmt: skip

    id: UUID | None = Field(default=None, description="Made by the client; the server makes one when it is missing")
    name: Name
    login: Login
    phone: Phone | None = None
    role: Role
    unit_id: UUID | None = None
    hamlet_id: UUID | None = None
    is_head: bool = Field(default=False, description="An officer in charge of the unit")


class AccountChange(Input):
    """What is left out stays as it is; null takes away a phone, unit or hamlet. A new `role` drops the unit, the
    hamlet and the charge of the unit that are not given with it."""

    model_config = ConfigDict(json_schema_extra={"example": {"is_active": False}})

    name: Name | None = None
    login: Login | None = None
    phone: Phone | None = None
    role: Role | None = None
    unit_id: UUID | None = None
    hamlet_id: UUID | None = None
    is_head: bool | None = None
    is_active: bool | None = None


class PasswordLinkIssued(Output):
    """Shown once. `qr_svg` is a plain SVG picture of `url`."""

    url: str
    qr_svg: str
    expires_at: Moment


class LinkToken(Input):
    token: Token


class NewPassword(Input):
    token: Token
    password: Password


class LinkOwner(Output):
    """Whose password the link sets."""

    name: str
    login: str


class Colleague(Output):
    id: UUID
    name: str


class UnitDetail(Output):
    """`officers` are the active officers of the unit, to whom a case can be given."""

    id: UUID
    code: str
    name: str
    is_hotline: bool
    is_active: bool
    officers: list[Colleague]
    version: int


class NewUnit(Input):
    model_config = ConfigDict(
        json_schema_extra={"example": {"code": "TTDV", "name": "Trung tâm Dịch vụ tổng hợp", "is_hotline": False}}
    )

    id: UUID | None = Field(default=None, description="Made by the client; the server makes one when it is missing")
    code: UnitCode
    name: Name
    is_hotline: bool = False


class UnitChange(Input):
    """What is left out or null stays as it is."""

    model_config = ConfigDict(json_schema_extra={"example": {"name": "Phòng Kinh tế"}})

    code: UnitCode | None = None
    name: Name | None = None
    is_hotline: bool | None = None
    is_active: bool | None = None
