"""The working calendar as it stands now."""

from sqlmodel import Session, col, select

from api.worktime.models import Holiday
from api.worktime.rules import Calendar


def calendar(session: Session) -> Calendar:
    """The law's calendar with the commune's own days on top."""
    return Calendar({day.day: day.is_working for day in holidays(session)})


def holidays(session: Session) -> list[Holiday]:
    return list(session.exec(select(Holiday).order_by(col(Holiday.day))))
