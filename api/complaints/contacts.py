"""Names and phones as they are kept: sealed, and the phone once more as a keyed hash."""

from typing import TypedDict

from api.complaints.contact_schemas import ContactView
from api.complaints.duplicate_models import Follower
from api.complaints.models import ReporterContact
from api.complaints.schemas import Contact
from api.core import secrets


class Sealed(TypedDict):
    sealed_name: str | None
    sealed_phone: str | None
    phone_key: str | None
    consent_version: str


def sealed(contact: Contact | None, secret: bytes) -> Sealed | None:
    """The columns of a contact; None when there is neither a name nor a phone."""
    if contact is None or not (contact.name or contact.phone):
        return None
    return Sealed(
        sealed_name=secrets.seal(secret, contact.name) if contact.name else None,
        sealed_phone=secrets.seal(secret, contact.phone) if contact.phone else None,
        phone_key=phone_key(secret, contact.phone) if contact.phone else None,
        consent_version=contact.consent_version,
    )


def opened(kept: ReporterContact | Follower, secret: bytes) -> ContactView:
    """What was sealed; the caller has checked the permission and written the journal."""
    return ContactView(
        name=secrets.unseal(secret, kept.sealed_name) if kept.sealed_name else None,
        phone=secrets.unseal(secret, kept.sealed_phone) if kept.sealed_phone else None,
    )


def phone_key(secret: bytes, phone: str) -> str:
    """What stands for a phone number wherever it is looked for. Only the installation's secret can make it."""
    return secrets.derive(secret, "phone", phone).hex()
