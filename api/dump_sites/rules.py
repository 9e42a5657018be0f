"""Pure decisions about a site's life: which move may follow, what it was on a day, when to look again."""

import hashlib
import json
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from api.core import errors, text
from api.core.shapes import Input
from api.dump_sites.models import DumpSetting, DumpSiteStage, SiteKind, Stage

S = Stage
# The life of a site forwards. A small heap is cleared without a plan, and may be watched without works.
MOVES: dict[Stage, tuple[Stage, ...]] = {
    S.FOUND: (S.LISTED,),
    S.LISTED: (S.PLANNED, S.CLOSED),
    S.PLANNED: (S.CLOSED,),
    S.CLOSED: (S.RESTORING, S.WATCHING),
    S.RESTORING: (S.WATCHING,),
    S.WATCHING: (S.DONE,),
    S.DONE: (),
}
# And back, when waste lies there again: it stays on the list.
RELAPSES: dict[Stage, tuple[Stage, ...]] = {
    S.CLOSED: (S.LISTED, S.PLANNED),
    S.RESTORING: (S.LISTED, S.PLANNED, S.CLOSED),
    S.WATCHING: (S.LISTED, S.PLANNED, S.CLOSED, S.RESTORING),
    S.DONE: (S.LISTED, S.PLANNED, S.CLOSED, S.RESTORING, S.WATCHING),
}
CLOSED = frozenset({S.CLOSED, S.RESTORING, S.WATCHING, S.DONE})
RESTORED = frozenset({S.WATCHING, S.DONE})  # the works are over; what follows is only looking
PREFIXES = {SiteKind.WILD_DUMP: "BR", SiteKind.UNSANITARY_LANDFILL: "BCL", SiteKind.POLLUTED_AREA: "ON"}
MOST_PHOTOS = 20
OLDEST_VISIT_DAYS = 60


class MoveNotAllowed(errors.Conflict):
    code = "dump_site_move_not_allowed"
    says = "Từ giai đoạn hiện tại không chuyển thẳng sang giai đoạn này được."


class DayInFuture(errors.Rejected):
    code = "dump_site_day_in_future"
    says = "Ngày này chưa đến. Xin xem lại ngày."


class DayOutOfOrder(errors.Rejected):
    code = "dump_site_day_out_of_order"
    says = "Ngày phải nằm giữa ngày của bước trước và bước sau."


class ReasonMissing(errors.Rejected):
    code = "dump_site_reason_missing"
    says = "Xin ghi lý do: vì sao phải quay lại bước trước."


class WatchNotOver(errors.Conflict):
    code = "dump_site_watch_not_over"
    says = "Chưa hết thời gian theo dõi. Muốn kết thúc sớm, xin ghi rõ lý do."


class NotTheLast(errors.Conflict):
    code = "dump_site_not_the_last"
    says = "Chỉ bỏ được bước mới nhất. Bước trước thì sửa ngày hoặc nội dung."


class VisitTooOld(errors.Rejected):
    code = "dump_site_visit_too_old"
    says = f"Ngày đi xem đã quá {OLDEST_VISIT_DAYS} ngày nên không báo được nữa."


class VisitPhotoMissing(errors.Rejected):
    code = "dump_site_visit_photo_missing"
    says = "Cần ít nhất một ảnh chụp tại chỗ."


def standing(rows: Iterable[DumpSiteStage]) -> list[DumpSiteStage]:
    """The facts that hold today, first to last: without what a correction has replaced or taken back."""
    every = list(rows)
    replaced = {row.replaces_id for row in every}
    return sorted((row for row in every if row.id not in replaced and not row.is_void), key=lambda row: row.position)


def stage_on(rows: Iterable[DumpSiteStage], day: date) -> Stage | None:
    """What the site was at the end of that day; None before it was found, or if it was struck off."""
    past = [row for row in standing(rows) if row.happened_on <= day]
    return past[-1].stage if past else None


def closed_since(rows: Iterable[DumpSiteStage], day: date) -> date | None:
    """Since when it is closed without a break, as far as that day; None when it is open."""
    since = None
    for row in standing(rows):
        if row.happened_on <= day:
            since = (since or row.happened_on) if row.stage in CLOSED else None
    return since


def watched_since(rows: Iterable[DumpSiteStage], day: date) -> date | None:
    """When the watch that goes on that day began."""
    past = [row for row in standing(rows) if row.happened_on <= day]
    return past[-1].happened_on if past and past[-1].stage is S.WATCHING else None


def next_moves(stage: Stage | None) -> tuple[Stage, ...]:
    return MOVES[stage] if stage else ()


def relapses(stage: Stage | None) -> tuple[Stage, ...]:
    return RELAPSES.get(stage, ()) if stage else ()


def check_move(
    rows: Iterable[DumpSiteStage], to: Stage, on: date, *, is_relapse: bool, words: str, today: date
) -> None:
    """The move must be in the table, on a day after the last step and not to come; going back needs a reason."""
    facts = standing(rows)
    here = facts[-1].stage if facts else None
    if to not in (relapses(here) if is_relapse else next_moves(here)):
        raise MoveNotAllowed
    if on > today:
        raise DayInFuture(field="on")
    if on < facts[-1].happened_on:
        raise DayOutOfOrder(field="on")
    if is_relapse and not words:
        raise ReasonMissing(field="words")


def check_end_of_watch(since: date | None, clean_visits: int, on: date, words: str, setting: DumpSetting) -> None:
    """The watch ends after its months and its clean visits; earlier only for a reason in words."""
    if words or since is None:
        return
    if on < watch_ends(since, setting):
        raise WatchNotOver(f"Theo dõi đến {watch_ends(since, setting):%d/%m/%Y}. Muốn kết thúc sớm, xin ghi rõ lý do.")
    if clean_visits < setting.clean_visits:
        raise WatchNotOver(
            f"Cần {setting.clean_visits} lần đi xem thấy sạch, mới có {clean_visits}. "
            "Muốn kết thúc sớm, xin ghi rõ lý do."
        )


def check_correction(
    rows: Iterable[DumpSiteStage], row: DumpSiteStage, on: date, *, is_void: bool, today: date
) -> None:
    """`row` stands; its new day lies between its neighbours' days. Only the last step can be taken back."""
    facts = standing(rows)
    at = facts.index(row)
    if is_void and at != len(facts) - 1:
        raise NotTheLast
    if on > today:
        raise DayInFuture(field="on")
    too_early = at > 0 and on < facts[at - 1].happened_on
    if too_early or (at + 1 < len(facts) and on > facts[at + 1].happened_on):
        raise DayOutOfOrder(field="on")


def watch_ends(since: date, setting: DumpSetting) -> date:
    """The same day so many months later, or the last of that month."""
    months = since.month - 1 + setting.watch_months
    year, month = since.year + months // 12, months % 12 + 1
    return date(year, month, min(since.day, monthrange(year, month)[1]))


def visit_due(since: date | None, visited: Iterable[date], setting: DumpSetting) -> date | None:
    """When a watched site is to be looked at next, counted from its last visit; None while it is not watched."""
    if since is None:
        return None
    return max([since, *visited]) + timedelta(days=setting.visit_every_days)


def check_visit(visited_on: date, *, photos: int, today: date) -> None:
    if visited_on > today:
        raise DayInFuture(field="visited_on")
    if visited_on < today - timedelta(days=OLDEST_VISIT_DAYS):
        raise VisitTooOld(field="visited_on")
    if not photos:
        raise VisitPhotoMissing(field="photos")


class Tally(NamedTuple):
    """Sites by what they were on a day; each list holds those of the next. `found` were not on the list yet."""

    found: list[UUID]
    listed: list[UUID]
    closed: list[UUID]
    restored: list[UUID]
    done: list[UUID]

    @property
    def share(self) -> float | None:
        """Restored of all listed, 0 to 1; None when none is listed."""
        return len(self.restored) / len(self.listed) if self.listed else None


def tally(histories: Mapping[UUID, Sequence[DumpSiteStage]], day: date) -> Tally:
    """K5c over the unsanitary landfills, K5d over the wild dumps: restored sites / listed sites on that day.

    A listed site is any that is past `found`. A relapse takes a site out of the restored ones from its day on.
    """
    stages = {site_id: stage_on(rows, day) for site_id, rows in histories.items()}

    def those(which: Iterable[Stage]) -> list[UUID]:
        return [site_id for site_id, stage in stages.items() if stage and stage in which]

    return Tally(those({S.FOUND}), those(set(Stage) - {S.FOUND}), those(CLOSED), those(RESTORED), those({S.DONE}))


def next_code(kind: SiteKind, codes: Iterable[str]) -> str:
    """BR-01 for a wild dump and so on, one higher than the highest."""
    prefix = f"{PREFIXES[kind]}-"
    numbers = [
        int(code[len(prefix) :]) for code in codes if code.startswith(prefix) and code[len(prefix) :].isdecimal()
    ]
    return f"{prefix}{max(numbers, default=0) + 1:02d}"


def search_text(name: str, code: str, place_words: str, hamlet: str) -> str:
    return text.fold(f"{name} {code} {place_words} {hamlet}")[:700]


def fingerprint(content: Input) -> str:
    """The same for the same content. Fields left at their defaults do not count, so new ones can be added later."""
    plain = content.model_dump(mode="json", exclude_defaults=True)
    return hashlib.sha256(json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
