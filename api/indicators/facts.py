"""Where each indicator gets its figure: one function each, over the dated records of the rooms below."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from api.cleanups import coverage_queries as coverage
from api.collection_points import inspection_queries as inspections
from api.complaints import queries as complaints
from api.complaints.models import Complaint, Status
from api.core import clock
from api.dump_sites import queries as dump_sites
from api.dump_sites.models import SiteKind
from api.hamlet_life import briefing_queries as briefings
from api.hamlet_life import covenant_queries as covenants
from api.hamlet_life import sorting_queries as sorting
from api.hamlet_life.sorting_models import SortingCount
from api.indicators.models import IndicatorSetting
from api.indicators.periods import Period
from api.indicators.rules import Half, Measure, Record
from api.waste_ledger import queries as ledger
from api.waste_ledger.models import Flow
from api.waste_ledger.rules import Ratio, Tally, tally

NOT_CONFIRMED = (Status.SUBMITTED, Status.NEED_INFO, Status.REJECTED, Status.MERGED, Status.TRANSFERRED_OUT)
SORTING = "/so-sach/ho-phan-loai"
Provider = Callable[[Session, Period, datetime], Measure]  # the last: now, for what is still open


def weekend_cleanups(session: Session, period: Period, now: datetime) -> Measure:
    """K1: the mean over the period's weeks of hamlets holding one / hamlets, or over its months of hamlets holding
    enough in them, as the commune has set; and those that held one every week."""
    board = coverage.board(session, period.first, period.last, now=now)
    asked = [week for week in board.weeks if week.asked]
    records = [
        Record(row.hamlet_name, row.held == row.asked, "/cuoi-tuan/bang", _weeks(row.held, row.asked, row.excused))
        for row in board.rows
        if row.asked
    ]
    held, whole = sum(week.held for week in asked), sum(week.asked for week in asked)
    every = Half("Thôn đủ mọi tuần", Decimal(board.every_week), Decimal(len(records)))
    turns = Half("Lượt thôn ra quân", Decimal(held), Decimal(whole))
    shares = [month for month in board.months if month.asked] if board.month_least else asked
    total = sum((Decimal(one.held) / one.asked for one in shares), Decimal(0))
    words = f"{held}/{whole} lượt thôn, {len(asked)} tuần"
    if board.month_least:
        words += f"; thôn đạt khi ra quân từ {board.month_least} cuối tuần trong tháng, {len(shares)} tháng"
    return Measure(total, Decimal(len(shares)), tuple(records), (turns, every), words=words)


def household_sorting(session: Session, period: Period, _: datetime) -> Measure:
    """K2a: hamlets over the agreed share of sorting households / hamlets, at the end of the period."""
    found = sorting.hamlets_on(session, period.last)
    return counted([Record(one.hamlet.name, one.meets, SORTING, _households(one.newest)) for one in found])


def landfills(session: Session, period: Period, _: datetime) -> Measure:
    """K5c: unsanitary landfills restored / listed, at the end of the period."""
    return _sites(session, SiteKind.UNSANITARY_LANDFILL, period)


def wild_dumps(session: Session, period: Period, _: datetime) -> Measure:
    """K5d: wild dumps closed and restored / listed, at the end of the period."""
    return _sites(session, SiteKind.WILD_DUMP, period)


def points_and_dumping(session: Session, period: Period, _: datetime) -> Measure:
    """K2b: hamlets served by a compliant point and without dumping or burning left open for long / hamlets."""
    rule = session.get_one(IndicatorSetting, "K2b")
    register, dirty = inspections.register_on(session, period.last), _left_open(session, period.last, rule)
    records = [
        Record(
            one.hamlet_name, one.is_served and one.hamlet_id not in dirty, "/so-sach/diem-tap-ket",
            "; ".join(filter(None, [one.why, _open_words(dirty.get(one.hamlet_id, 0), rule)])),
        )
        for one in register.hamlets
    ]  # fmt: skip
    whole = Decimal(len(register.hamlets))
    served = sum(one.is_served for one in register.hamlets)
    clean = sum(one.hamlet_id not in dirty for one in register.hamlets)
    parts = (Half("Có điểm đạt yêu cầu", Decimal(served), whole), Half("Hết đổ, đốt sai", Decimal(clean), whole))
    return replace(counted(records), parts=parts)


def covenants_and_models(session: Session, period: Period, _: datetime) -> Measure:
    """K3: hamlets with a recognised covenant on the environment and an active self-managed model / hamlets."""
    found = covenants.life_on(session, period.last)
    records = [
        Record(
            one.hamlet.name, one.has_covenant and one.has_model, "/so-sach/huong-uoc",
            f"hương ước: {'có' if one.has_covenant else 'chưa'}; mô hình: {'có' if one.has_model else 'chưa'}",
        )
        for one in found
    ]  # fmt: skip
    whole = Decimal(len(found))
    halves = (
        Half("Có hương ước về môi trường", Decimal(sum(one.has_covenant for one in found)), whole),
        Half("Có mô hình tự quản", Decimal(sum(one.has_model for one in found)), whole),
    )
    return replace(counted(records), parts=halves)


def briefed(session: Session, period: Period, _: datetime) -> Measure:
    """K4: people briefed / people, each counted once by what the organisations declare."""
    people, whole = briefings.k4_on(session, period.last)
    records = [
        Record(
            one.body.name, own is not None and one.tally.briefed >= own, "/so-sach/quan-triet",
            f"{one.tally.briefed}/{own} người" if own is not None else "chưa khai số người",
        )
        for one in briefings.bodies_on(session, period.last)
        for own in [one.tally.own]
    ]  # fmt: skip
    return Measure(Decimal(people), Decimal(whole), tuple(records))


def collected(session: Session, period: Period, _: datetime) -> Measure:
    """K5a: tonnes collected or dealt with at the source / tonnes generated."""
    return _tonnes(session, period, of=lambda found: found.k5a, flows=(Flow.GENERATED, Flow.COLLECTED))


def landfilled(session: Session, period: Period, _: datetime) -> Measure:
    """K5b: tonnes directly landfilled / tonnes collected; a ceiling."""
    return _tonnes(session, period, of=lambda found: found.k5b, flows=(Flow.COLLECTED, Flow.LANDFILLED))


PROVIDERS: dict[str, Provider] = {
    "K1": weekend_cleanups,
    "K2a": household_sorting,
    "K2b": points_and_dumping,
    "K3": covenants_and_models,
    "K4": briefed,
    "K5a": collected,
    "K5b": landfilled,
    "K5c": landfills,
    "K5d": wild_dumps,
}


def counted(records: Sequence[Record], words: str = "") -> Measure:
    """Those that count / all of them."""
    done = sum(record.counts for record in records)
    return Measure(Decimal(done), Decimal(len(records)), tuple(records), words=words)


def _sites(session: Session, kind: SiteKind, period: Period) -> Measure:
    figure = dump_sites.figure_on(session, kind, period.last)
    records = [
        Record(f"{site.code} {site.name}", site.is_restored, f"/so-sach/bai-rac/{site.id}", site.stage_label)
        for site in figure.sites
    ]
    return counted(records)


def _households(count: SortingCount | None) -> str:
    if count is None:
        return "chưa kiểm đếm"
    return f"{count.sorting}/{count.households} hộ, ngày {count.checked_on:%d/%m/%Y}"


def _tonnes(session: Session, period: Period, *, of: Callable[[Tally], Ratio], flows: tuple[Flow, ...]) -> Measure:
    """One record for each month; which of them are estimates is said."""
    found = ledger.entries_between(session, period.first, period.last)
    ratio = of(tally(found))
    records = []
    for month in sorted({entry.month for entry in found}):
        own = of(tally([entry for entry in found if entry.month == month]))
        words = f"{_number(own.part)}/{_number(own.whole)} tấn"
        records.append(Record(f"Tháng {month:%m/%Y}", counts=True, href="/so-sach/so-rac", words=words))
    estimated = any(entry.is_estimate for entry in found if entry.flow in flows)
    return Measure(Decimal(ratio.part) / 1000, Decimal(ratio.whole) / 1000, tuple(records), is_estimated=estimated)


def _number(kilograms: int) -> str:
    return f"{Decimal(kilograms) / 1000:.1f}".replace(".", ",")


def _weeks(held: int, asked: int, excused: int) -> str:
    words = f"{held}/{asked} tuần"
    return f"{words}, {excused} tuần có lý do" if excused else words


def _left_open(session: Session, day: date, rule: IndicatorSetting) -> dict[UUID, int]:
    """Hamlet -> confirmed cases of the rule's kinds that were older than its days and not resolved on that day."""
    end = clock.start_of(day + timedelta(days=1))
    statement = (
        sa.select(col(Complaint.hamlet_id), sa.func.count())
        .where(
            col(Complaint.category).in_(rule.categories),
            col(Complaint.received_at) < end - timedelta(days=rule.open_days or 0),
            col(Complaint.hamlet_id).is_not(None),
            col(Complaint.status).not_in(NOT_CONFIRMED),
            complaints.counts_once(),
            sa.or_(col(Complaint.resolved_at).is_(None), col(Complaint.resolved_at) >= end),
        )
        .group_by(col(Complaint.hamlet_id))
    )
    return {hamlet: count for hamlet, count in session.execute(statement) if hamlet}


def _open_words(count: int, rule: IndicatorSetting) -> str:
    return f"{count} vụ đổ, đốt quá {rule.open_days} ngày chưa xong" if count else ""
