"""Which prices are in force on a day."""

from datetime import date

from sqlmodel import Session, col, select

from api.outreach.price_models import PriceTable
from api.outreach.price_schemas import Prices, PriceShape


def every(session: Session) -> list[PriceTable]:
    """Those of the past and struck-out ones too, the newest first."""
    return list(session.exec(select(PriceTable).order_by(col(PriceTable.valid_from).desc(), col(PriceTable.id))))


def table_on(session: Session, day: date) -> PriceTable | None:
    """The one in force that day; None: nothing has been decided for it."""
    return next((row for row in every(session) if not row.is_void and row.valid_from <= day), None)


def known_on(session: Session, day: date) -> Prices:
    """What residents are told that day."""
    today = table_on(session, day)
    coming = [row for row in reversed(every(session)) if not row.is_void and row.valid_from > day]
    return Prices(
        today=PriceShape.model_validate(today) if today else None,
        coming=[PriceShape.model_validate(row) for row in coming],
    )
