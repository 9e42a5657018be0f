"""The rhythm of the week: which day may be planned, when to remind, and the words to invite and to thank (pure).

Plan 1.1: Saturday or Sunday, every week, in every hamlet.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from api.cleanups.models import Cleanup
from api.cleanups.rhythm_models import ReminderSetting, WeekendPlan
from api.core import clock, errors, spoken

WEEK = timedelta(days=7)
FARTHEST_DAYS = 60
SLOT_OPEN = timedelta(hours=24)  # a house that was asleep for longer than that reminds nobody afterwards
PLAN_MISSING, ENTRY_MISSING = "weekend_plan_missing", "weekend_entry_missing"


class PlanDayWrong(errors.Rejected):
    code = "weekend_plan_day_wrong"
    says = f"Xin chọn thứ Bảy hoặc Chủ nhật, từ hôm nay đến {FARTHEST_DAYS} ngày tới."


@dataclass(frozen=True, slots=True)
class Slot:
    """A reminder that is due, for the weekend of the week from Monday `week`."""

    occasion: str
    week: date


def check_day(day: date, today: date) -> None:
    if day.weekday() < 5 or not 0 <= (day - today).days <= FARTHEST_DAYS:
        raise PlanDayWrong(field="held_on")


def due_slots(setting: ReminderSetting, now: datetime) -> list[Slot]:
    """For a day after their moment."""
    this = clock.monday_of(clock.day_of(now))
    wanted = (
        (PLAN_MISSING, setting.plan_weekday, setting.plan_at),
        (ENTRY_MISSING, setting.entry_weekday, setting.entry_at),
    )
    return [
        Slot(occasion, week)
        for week in (this - WEEK, this)
        for occasion, weekday, at in wanted
        if timedelta(0) <= now - _moment(week, weekday, at) < SLOT_OPEN
    ]


def starts(plan: WeekendPlan) -> datetime:
    """The moment people meet."""
    return datetime.combine(plan.held_on, time.fromisoformat(plan.starts_at), clock.VIETNAM)


def invitation(plan: WeekendPlan, hamlet: str) -> str:
    """To be sent to the hamlet's group: short lines that are read at a glance."""
    lines = [
        f"Kính mời bà con {inside(hamlet)} ra quân dọn vệ sinh!",
        f"• Lúc: {_hour(plan.starts_at)}, {_written(plan.held_on)}",
        f"• Tập trung: {plan.place}",
        plan.bring and f"• Mang theo: {plan.bring}",
        plan.note and f"• {plan.note}",
        "Mỗi nhà một người, cùng làm sạch đường làng, ngõ xóm. Rất mong bà con có mặt đông đủ.",
    ]
    return "\n".join(filter(None, lines))


def loudspeaker(plan: WeekendPlan, hamlet: str, commune: str) -> str:
    """To be read out: numbers as words, and the hour and place said twice."""
    when, place = f"{spoken.clock(plan.starts_at)}, {spoken.day(plan.held_on)}", plan.place.rstrip(".")
    sentences = [
        f"Kính thưa bà con {inside(hamlet)}, {inside(commune)}.",
        f"Thôn kính mời bà con ra quân tổng vệ sinh môi trường, lúc {when}.",
        f"Địa điểm tập trung: {place}.",
        plan.bring and f"Bà con nhớ mang theo: {_inner(plan.bring)}.",
        plan.note and f"{plan.note.rstrip('.')}.",
        "Mỗi nhà cử ít nhất một người, cùng quét dọn đường làng, ngõ xóm, khơi thông cống rãnh, thu gom rác.",
        f"Xin nhắc lại: {when}, tập trung tại {place}.",
        "Rất mong bà con có mặt đông đủ. Xin trân trọng cảm ơn bà con.",
    ]
    return "\n".join(filter(None, sentences))


def thanks(one: Cleanup, hamlet: str) -> str:
    """To be sent afterwards, with what was done; what was weighed by eye is told as such."""
    done = [
        one.waste_kg and f"thu gom khoảng {_weight(one.waste_kg)} rác",
        one.road_m and f"dọn {_number(one.road_m)} m đường",
        one.canal_m and f"khơi thông {_number(one.canal_m)} m kênh mương, cống rãnh",
        one.spots_cleared and f"xóa {_number(one.spots_cleared)} điểm rác",
        one.trees and f"trồng, chăm sóc {_number(one.trees)} cây",
    ]
    people = _number(one.participants or 0)
    lines = [
        f"Cảm ơn bà con {inside(hamlet)}!",
        f"{_capital(_written(one.held_on))}, {people} người đã cùng ra quân{_with([part for part in done if part])}.",
        "Xin cảm ơn bà con và hẹn gặp lại cuối tuần tới.",
    ]
    return "\n".join(lines)


def thanks_aloud(one: Cleanup, hamlet: str) -> str:
    done = [
        one.waste_kg and f"thu gom khoảng {spoken.weight(one.waste_kg)} rác",
        one.road_m and f"dọn {spoken.number(round(one.road_m))} mét đường",
        one.canal_m and f"khơi thông {spoken.number(round(one.canal_m))} mét kênh mương, cống rãnh",
        one.spots_cleared and f"xóa {spoken.number(one.spots_cleared)} điểm rác",
        one.trees and f"trồng, chăm sóc {spoken.number(one.trees)} cây",
    ]
    people = _capital(spoken.number(one.participants or 0))
    lines = [
        f"Kính thưa bà con {inside(hamlet)}. {_capital(spoken.day(one.held_on))}, thôn ta đã ra quân tổng vệ sinh.",
        f"{people} người đã tham gia{_with([part for part in done if part])}.",
        "Thôn xin cảm ơn bà con, và hẹn gặp lại cuối tuần tới.",
    ]
    return "\n".join(lines)


def inside(name: str) -> str:
    """A hamlet or commune in the middle of a sentence: "thôn Mẫu 1"; a name of its own keeps its capital."""
    return _inner(name) if name.startswith(("Thôn ", "Xóm ", "Khu ", "Xã ", "Phường ")) else name


def _moment(week: date, weekday: int, at: str) -> datetime:
    return datetime.combine(week + timedelta(days=weekday - 1), time.fromisoformat(at), clock.VIETNAM)


def _hour(at: str) -> str:
    hour, minute = at.split(":")
    return f"{int(hour)} giờ{'' if minute == '00' else f' {minute}'}"


def _written(day: date) -> str:
    return f"{spoken.WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}"


def _number(value: float) -> str:
    return f"{round(value):,}".replace(",", ".")


def _weight(kg: float) -> str:
    return f"{_number(kg)} kg" if round(kg) < 1000 else f"{kg / 1000:.1f} tấn".replace(".0 ", " ").replace(".", ",")


def _with(done: list[str]) -> str:
    return f", {spoken.listed(done)}" if done else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _inner(words: str) -> str:
    """Inside a sentence, without a full stop; a word in capitals (UBND) stays as it is."""
    words = words.strip().rstrip(".")
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
