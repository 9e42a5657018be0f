"""Setting targets, and freezing the figures of a period."""

from datetime import datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import orjson
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, delete, select

from api.accounts.models import Account
from api.accounts.rules import Person
from api.complaints.models import Category
from api.core import clock, errors
from api.indicators import queries, rules
from api.indicators.models import FrozenFigure, IndicatorPoint, IndicatorSetting, PeriodFreeze, PeriodKind
from api.indicators.periods import NoSuchPeriod, Period, custom, period
from api.indicators.rules import Measure
from api.indicators.schemas import (
    FreezeDetail,
    FreezeShape,
    FrozenShape,
    NewFreeze,
    PartShape,
    RecordShape,
    SettingEdit,
)
from api.journal import actions as journal
from api.journal import rules as changes

SEED = Path(__file__).resolve().parent.parent / "seed" / "indicators.json"
NOTHING = Measure(Decimal(0), Decimal(0))


class FreezeNotFound(errors.NotFound):
    code = "freeze_not_found"
    says = "Kỳ này chưa chốt số liệu."


class FrozenAlready(errors.Conflict):
    code = "period_frozen"
    says = "Kỳ này đã chốt số liệu. Số liệu đã chốt không sửa; thay đổi sau đó hiện ở phần điều chỉnh."


class CategoryUnknown(errors.Rejected):
    code = "indicator_category_unknown"
    says = "Có loại việc không có trong danh mục."


class NotOver(errors.Conflict):
    code = "period_not_over"
    says = "Kỳ này chưa kết thúc nên chưa chốt được."


def edit(
    session: Session, code: str, wish: SettingEdit, *, version: int, by: Person, now: datetime
) -> IndicatorSetting:
    """Set target, direction, words, milestones and baselines anew; the journal keeps what they were."""
    setting = queries.require(session, code, locked=True)
    if setting.version != version:
        raise errors.Stale(current=setting.model_dump(mode="json"))
    if set(wish.categories) - set(session.scalars(sa.select(col(Category.code)))):
        raise CategoryUnknown(field="categories")
    found = changes.differences(setting, wish.model_dump(exclude={"years"}))
    for name in found:
        setattr(setting, name, getattr(wish, name))
    before = [one.model_dump(mode="json") for one in queries.years(session, code)]
    session.execute(delete(IndicatorPoint).where(col(IndicatorPoint.code) == code))
    session.add_all(
        IndicatorPoint(code=code, **year.model_dump()) for year in {one.year: one for one in wish.years}.values()
    )
    setting.version += 1
    session.add(setting)
    journal.record(
        session, "indicator_set", "indicator", None, actor=by.name, actor_id=by.id, now=now, code=code, changes=found,
        years={"before": before, "after": [one.model_dump(mode="json") for one in wish.years]},
    )  # fmt: skip
    return setting


def freeze(session: Session, wish: NewFreeze, *, by: Person, now: datetime) -> tuple[FreezeDetail, bool]:
    """Keep the figures of a period as they are now; True when it is new. What was frozen is never reckoned again."""
    of = period_of(wish)
    known = session.get(PeriodFreeze, wish.id)
    if known is not None and (known.first_day, known.last_day) == (of.first, of.last):
        return frozen(session, known, now), False
    if of.last >= clock.day_of(now):
        raise NotOver
    row = PeriodFreeze(
        id=wish.id, scheme=of.scheme, kind=of.kind, label=of.label, first_day=of.first, last_day=of.last,
        frozen_at=now, frozen_by=by.id, words=wish.words,
    )  # fmt: skip
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        raise FrozenAlready from None
    for setting in queries.settings(session):
        session.add(_kept(row, setting.code, queries.measure(session, setting.code, of, now) or NOTHING))
    journal.record(
        session, "period_frozen", "period", row.id, actor=by.name, actor_id=by.id, now=now, label=of.label,
        first=of.first.isoformat(), last=of.last.isoformat(),
    )  # fmt: skip
    session.flush()
    return frozen(session, row, now), True


def period_of(wish: NewFreeze) -> Period:
    if wish.kind is PeriodKind.CUSTOM:
        if wish.first is None or wish.last is None:
            raise NoSuchPeriod(field="first")
        return custom(wish.first, wish.last)
    return period(wish.scheme, wish.kind, wish.year or 0, wish.number or 0)


def list_freezes(session: Session) -> list[FreezeShape]:
    rows = session.exec(select(PeriodFreeze).order_by(col(PeriodFreeze.last_day).desc(), col(PeriodFreeze.first_day)))
    return [_freeze(session, row) for row in rows]


def require_freeze(session: Session, freeze_id: UUID) -> PeriodFreeze:
    row = session.get(PeriodFreeze, freeze_id)
    if row is None:
        raise FreezeNotFound
    return row


def frozen(session: Session, row: PeriodFreeze, now: datetime) -> FreezeDetail:
    """What was frozen, and beside it the same period as it would be reckoned today."""
    of = Period(row.scheme, row.kind, row.first_day, row.last_day, row.label)
    kept = {one.code: one for one in session.exec(select(FrozenFigure).where(FrozenFigure.freeze_id == row.id))}
    figures = [
        _beside(setting, kept[setting.code], queries.measure(session, setting.code, of, now) or NOTHING)
        for setting in queries.settings(session)
        if setting.code in kept
    ]
    return FreezeDetail(**_freeze(session, row).model_dump(), figures=figures)


def seed(session: Session) -> None:
    """The nine indicators of the plan's appendix; what the commune has changed is left alone."""
    known = set(session.exec(select(IndicatorSetting.code)))
    for position, row in enumerate(orjson.loads(SEED.read_bytes())["items"]):
        if row["code"] not in known:
            session.add(IndicatorSetting(position=position, **row))


def _kept(row: PeriodFreeze, code: str, found: Measure) -> FrozenFigure:
    return FrozenFigure(
        freeze_id=row.id, code=code, numerator=str(found.numerator), denominator=str(found.denominator),
        is_estimated=found.is_estimated, parts=[one.model_dump() for one in queries.part_shapes(found)],
        records=[queries.record_shape(one).model_dump() for one in found.records],
    )  # fmt: skip


def _beside(setting: IndicatorSetting, kept: FrozenFigure, found: Measure) -> FrozenShape:
    numerator, denominator = Decimal(kept.numerator), Decimal(kept.denominator)
    return FrozenShape(
        code=setting.code, label=setting.label, numerator=float(numerator), denominator=float(denominator),
        value=queries.as_number(rules.percent(numerator, denominator)), is_estimated=kept.is_estimated,
        parts=[PartShape(**one) for one in kept.parts], records=[RecordShape(**one) for one in kept.records],
        now_numerator=float(found.numerator), now_denominator=float(found.denominator),
        now_value=queries.as_number(rules.percent(found.numerator, found.denominator)),
        is_adjusted=(numerator, denominator) != (found.numerator, found.denominator),
    )  # fmt: skip


def _freeze(session: Session, row: PeriodFreeze) -> FreezeShape:
    of = Period(row.scheme, row.kind, row.first_day, row.last_day, row.label)
    name = session.get_one(Account, row.frozen_by).name
    return FreezeShape(
        id=row.id, period=queries.period_shape(of), frozen_at=row.frozen_at, frozen_by_name=name, words=row.words
    )
