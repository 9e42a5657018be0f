"""Reading who reported, for a whole register at once."""

from datetime import datetime

from sqlmodel import Session

from api.accounts.rules import Person
from api.complaints import handling
from api.desk import register_queries
from api.desk.register_schemas import RegisterContact, RegisterContacts, RegisterFilter


def view_contacts(
    session: Session, narrowed: RegisterFilter, secret: bytes, *, by: Person, now: datetime
) -> RegisterContacts:
    """Names and phones of the register's reporters; that somebody looked is written into every case first."""
    items = []
    for complaint, _ in register_queries.contacts(session, narrowed, by=by, now=now):
        seen = handling.view_contact(session, complaint, secret, by=by, now=now)
        items.append(RegisterContact(id=complaint.id, name=seen.name, phone=seen.phone))
    return RegisterContacts(items=items)
