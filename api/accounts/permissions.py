"""Who may do what: one table, to be reviewed by reading it.

A cell says how far a role's permission reaches:
  all      everywhere in the commune
  hotline  only officers of the unit that runs the hotline
  unit     only what is assigned to the officer's own unit (the hotline's unit: everything)
  hamlet   only the head's own hamlet
  own      only what the person entered
  -        not at all
Routes ask for one permission by name (`access.py`); the rules of a room narrow it by reach.
"""

from enum import StrEnum

from api.accounts.models import Role


class Permission(StrEnum):
    MANAGE_ACCOUNTS = "manage_accounts"
    MANAGE_PLACES = "manage_places"
    MANAGE_CATALOGUE = "manage_catalogue"
    READ_STAFF_PAGES = "read_staff_pages"
    READ_COMPLAINTS = "read_complaints"
    TRIAGE_COMPLAINTS = "triage_complaints"
    RECORD_COMPLAINTS = "record_complaints"
    HANDLE_COMPLAINTS = "handle_complaints"
    NOTE_COMPLAINTS = "note_complaints"
    ADD_FINDINGS = "add_findings"
    READ_CONTACTS = "read_contacts"
    READ_ORIGINALS = "read_originals"
    MANAGE_PRIVACY = "manage_privacy"
    CONFIRM_ERASURES = "confirm_erasures"
    MODERATE_CONTENT = "moderate_content"
    RECORD_CLEANUPS = "record_cleanups"
    CORRECT_CLEANUPS = "correct_cleanups"
    MANAGE_COLLECTION_POINTS = "manage_collection_points"


class Reach(StrEnum):
    ALL = "all"
    HOTLINE = "hotline"
    UNIT = "unit"
    HAMLET = "hamlet"
    OWN = "own"
    NONE = "-"


TABLE = """
permission                administrator  officer  hamlet_head  leader  front
manage_accounts           all            -        -            -       -
manage_places             all            hotline  -            -       -
manage_catalogue          all            hotline  -            -       -
read_staff_pages          all            all      all          all     all
read_complaints           all            all      hamlet       all     all
triage_complaints         -              hotline  -            -       -
record_complaints         -              hotline  hamlet       -       -
handle_complaints         -              unit     -            -       -
note_complaints           -              all      -            -       -
add_findings              -              -        -            -       all
read_contacts             -              hotline  -            -       -
read_originals            -              hotline  -            -       -
manage_privacy            -              hotline  -            -       -
confirm_erasures          all            hotline  -            -       -
moderate_content          -              hotline  -            -       -
record_cleanups           -              all      hamlet       -       -
correct_cleanups          -              own      own          -       -
manage_collection_points  all            all      -            -       -
"""


def _read_table(text: str) -> dict[Permission, dict[Role, Reach]]:
    head, *rows = (line.split() for line in text.strip().splitlines())
    roles = [Role(name) for name in head[1:]]
    return {Permission(row[0]): dict(zip(roles, map(Reach, row[1:]), strict=True)) for row in rows}


REACH = _read_table(TABLE)


def reach(role: Role, permission: Permission, *, in_hotline_unit: bool) -> Reach:
    """How far this person's permission reaches; NONE when it does not reach at all."""
    cell = REACH[permission][role]
    if cell is Reach.HOTLINE:
        return Reach.ALL if in_hotline_unit else Reach.NONE
    if cell is Reach.UNIT and in_hotline_unit:
        return Reach.ALL
    return cell
