"""All nine indicators against an independent recount: 1,000 reports, 52 weeks of 15 hamlets, 40 points, 30 sites."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from sqlmodel import Session

from api.core.database import Database
from api.indicators import queries, rules
from api.indicators.facts import PROVIDERS
from api.indicators.models import PeriodKind, Scheme
from api.indicators.periods import period
from tests.accounts.make import make_person
from tests.indicators.commune import Commune
from tests.indicators.recount import Recount

pytestmark = pytest.mark.one_database
NOW = datetime(2027, 2, 1, 3, 0, tzinfo=UTC)
FINE = Decimal("1e-20")


def test_nine_indicators_of_twelve_periods_are_what_an_independent_count_says(seeded: Database) -> None:
    with seeded.session(writes=True) as session:
        commune = Commune(session, make_person(session).id)
        seen = {"as entered": compared(session)}
        commune.correct()
        seen["corrected"] = compared(session)
        commune.merge()
        seen["merged"] = compared(session)
        for code in ("K1", "K2a", "K4", "K5a", "K5b"):
            assert seen["as entered"][code] != seen["corrected"][code], f"{code}: the corrections are no trial of it"
        for code in ("K1", "K2a", "K2b", "K3"):
            assert seen["corrected"][code] != seen["merged"][code], f"{code}: the merger is no trial of it"
        session.rollback()


def compared(session: Session) -> dict[str, list[str]]:
    """Indicator → its twelve figures, after each was found to be the recount's, digit by digit."""
    session.flush()
    session.expire_all()
    recount, found = Recount(session), {code: [] for code in PROVIDERS}
    for month in range(1, 13):
        of, expected = period(Scheme.CALENDAR, PeriodKind.MONTH, 2026, month), recount.of_month(month)
        for code in PROVIDERS:
            told = queries.measure(session, code, of, NOW)
            assert told is not None
            mine = tuple(value.quantize(FINE) for value in (told.numerator, told.denominator))
            theirs = tuple(value.quantize(FINE) for value in expected[code])
            assert mine == theirs, f"{code}, month {month}: {mine} here, {theirs} recounted"
            found[code].append(str(rules.percent(told.numerator, told.denominator)))
    return found
