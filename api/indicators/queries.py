"""Questions about the indicators: the board of a period, one figure with its records and its past."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from sqlmodel import Session, col, select

from api.core import errors
from api.indicators import rules
from api.indicators.facts import PROVIDERS
from api.indicators.models import IndicatorPoint, IndicatorSetting, PeriodKind, Scheme
from api.indicators.periods import Period, custom, period
from api.indicators.rules import Aim, Measure, Record
from api.indicators.schemas import (
    BoardShape,
    FigureDetail,
    FigureShape,
    PartShape,
    PeriodShape,
    PointShape,
    RecordShape,
    YearPoint,
)
from api.plan import queries as plan
from api.plan.models import PlanItem

SHOWN = 5
SHOWN_MONTHS = 7
TREND = 12  # months


class IndicatorNotFound(errors.NotFound):
    code = "indicator_not_found"
    says = "Không có chỉ tiêu này."


def require(session: Session, code: str, *, locked: bool = False) -> IndicatorSetting:
    setting = session.get(IndicatorSetting, code, with_for_update=locked or None)
    if setting is None:
        raise IndicatorNotFound
    return setting


def settings(session: Session) -> Sequence[IndicatorSetting]:
    return session.exec(select(IndicatorSetting).order_by(col(IndicatorSetting.position))).all()


def measure(session: Session, code: str, of: Period, now: datetime) -> Measure | None:
    """The figure of a period; None while this installation keeps no records for it."""
    provider = PROVIDERS.get(code)
    return provider(session, of, now) if provider else None


def board(session: Session, of: Period, now: datetime) -> BoardShape:
    leads = _leads(session)
    figures = [_figure(session, setting, of, leads, now, months=SHOWN_MONTHS)[0] for setting in settings(session)]
    return BoardShape(period=period_shape(of), figures=figures)


def detail(session: Session, setting: IndicatorSetting, of: Period, now: datetime) -> FigureDetail:
    """One figure with every record behind it, the twelve months before, and where they lead."""
    shape, found = _figure(session, setting, of, _leads(session), now, months=TREND)
    points = [(one.on, None if one.value is None else Decimal(str(one.value))) for one in shape.trend]
    return FigureDetail(
        **shape.model_dump(), period=period_shape(of), formula=setting.formula, source=setting.source,
        records=[record_shape(one) for one in found.records], outlook=as_number(rules.outlook(points).value),
        years=[YearPoint.model_validate(one) for one in years(session, setting.code)], open_days=setting.open_days,
        categories=setting.categories, version=setting.version,
    )  # fmt: skip


def years(session: Session, code: str) -> Sequence[IndicatorPoint]:
    return session.exec(
        select(IndicatorPoint).where(IndicatorPoint.code == code).order_by(col(IndicatorPoint.year))
    ).all()


def aim_of(setting: IndicatorSetting) -> Aim:
    return Aim(Decimal(str(setting.target)), setting.is_ceiling, setting.is_strict)


def period_shape(of: Period) -> PeriodShape:
    return PeriodShape(scheme=of.scheme, kind=of.kind, first=of.first, last=of.last, label=of.label)


def record_shape(one: Record) -> RecordShape:
    return RecordShape(label=one.label, counts=one.counts, href=one.href, words=one.words)


def part_shapes(found: Measure) -> list[PartShape]:
    return [
        PartShape(
            label=half.label, numerator=float(half.numerator), denominator=float(half.denominator),
            value=as_number(rules.percent(half.numerator, half.denominator)),
        )
        for half in found.parts
    ]  # fmt: skip


def as_number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _figure(
    session: Session, setting: IndicatorSetting, of: Period, leads: dict[str, list[str]], now: datetime, *, months: int
) -> tuple[FigureShape, Measure]:
    measured = measure(session, setting.code, of, now)
    known = measured or Measure(Decimal(0), Decimal(0))
    value, aim = rules.percent(known.numerator, known.denominator), aim_of(setting)
    missing = [one for one in known.records if not one.counts]
    milestone = session.get(IndicatorPoint, (setting.code, of.last.year))
    trend = [(end.last, _value(measure(session, setting.code, end, now))) for end in _months_before(of.last, months)]
    return FigureShape(
        code=setting.code, label=setting.label, short=setting.short, target=setting.target,
        is_ceiling=setting.is_ceiling, is_strict=setting.is_strict, is_ready=measured is not None,
        numerator=float(known.numerator), denominator=float(known.denominator), value=as_number(value),
        state=rules.state_of(known.numerator, known.denominator, aim),
        distance=as_number(rules.distance(value, aim)), parts=part_shapes(known), is_estimated=known.is_estimated,
        words=known.words, milestone=milestone.value if milestone and not milestone.is_baseline else None,
        missing=[record_shape(one) for one in missing[:SHOWN]], missing_count=len(missing),
        leads=leads.get(setting.code, []),
        trend=[PointShape(on=day, value=as_number(share)) for day, share in trend],
    ), known  # fmt: skip


def _value(found: Measure | None) -> Decimal | None:
    return rules.percent(found.numerator, found.denominator) if found else None


def _months_before(last: date, months: int) -> list[Period]:
    """So many calendar months up to a day, the last of them cut off there."""
    ends = []
    for back in range(months - 1, 0, -1):
        at = last.year * 12 + last.month - 1 - back
        ends.append(period(Scheme.CALENDAR, PeriodKind.MONTH, at // 12, at % 12 + 1))
    return [*ends, custom(last.replace(day=1), last)]


def _leads(session: Session) -> dict[str, list[str]]:
    names = plan.unit_names(session)
    items = session.exec(select(PlanItem).where(col(PlanItem.code).startswith("K")))
    return {item.code: [names.get(code, code) for code in item.leads] for item in items}
