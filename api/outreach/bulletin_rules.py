"""The week's facts as a bulletin: to be read out in the time there is, or to be posted on Zalo (pure)."""

import math
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from api.core import clock, errors, spoken
from api.outreach.bulletin_models import BulletinForm

MOST_NAMES = 5
FILLER = 5  # from this rank on
DIGITS = str.maketrans("", "", " .-")


class WeekWrong(errors.Rejected):
    code = "bulletin_week_wrong"
    says = "Tuần của bản tin tính từ thứ Hai."


class Pickup(NamedTuple):
    """A point of the hamlet and when its waste is fetched: hour → days (1 Monday … 7 Sunday)."""

    point: str
    times: dict[str, list[int]]


@dataclass(frozen=True)
class Facts:
    """What happened in the week from Monday `first`, and what comes. `received`, `answered`: as everybody may know
    them, None for fewer than five. `news`, `tips`: sentences."""

    first: date
    commune: str
    hotline: str
    hamlet: str | None = None
    hamlets: int = 0
    held: list[str] = field(default_factory=list)
    people: int = 0
    kg: float = 0
    received: int | None = 0
    answered: int | None = 0
    pickups: list[Pickup] = field(default_factory=list)
    news: list[str] = field(default_factory=list)
    tips: list[str] = field(default_factory=list)

    @property
    def last(self) -> date:
        return self.first + timedelta(days=6)


@dataclass(frozen=True)
class Manner:
    """How fast it is read, how long it may be, how it begins and ends."""

    words_per_minute: int
    least_seconds: int
    most_seconds: int
    greeting: str
    closing: str


class Part(NamedTuple):
    """Some sentences. What is not needed is taken in the order of `rank` as long as there is room; fillers only until
    the text is long enough."""

    words: str
    rank: int = 0  # 0: always


def check_week(week: date) -> None:
    if week != clock.monday_of(week):
        raise WeekWrong(field="week")


def word_count(text: str) -> int:
    """Vietnamese is read syllable by syllable, and each is written apart."""
    return len([word for word in text.replace("-", " ").split() if any(letter.isalnum() for letter in word)])


def seconds(text: str, words_per_minute: int) -> int:
    return math.ceil(word_count(text) * 60 / words_per_minute)


def write(form: BulletinForm, facts: Facts, manner: Manner) -> str:
    if form is BulletinForm.ZALO:
        return for_zalo(facts)
    return fitted(_parts(facts, manner), manner)


def fitted(parts: list[Part], manner: Manner) -> str:
    """In the parts' own order: all that are needed, and of the others those that fit into the time."""
    room = manner.most_seconds * manner.words_per_minute // 60
    taken = {place for place, part in enumerate(parts) if part.rank == 0}
    used = sum(word_count(parts[place].words) for place in taken)
    others = sorted((part.rank, place) for place, part in enumerate(parts) if part.rank)
    enough = math.ceil(manner.least_seconds * manner.words_per_minute / 60)
    for rank, place in others:
        more = word_count(parts[place].words)
        if used + more <= room and (rank < FILLER or used < enough):
            taken.add(place)
            used += more
    return "\n".join(parts[place].words for place in sorted(taken) if parts[place].words)


def _parts(facts: Facts, manner: Manner) -> list[Part]:
    saturday, sunday = facts.first + timedelta(days=12), facts.first + timedelta(days=13)
    report = "Thấy rác đổ không đúng chỗ, bà con chụp ảnh gửi lên trang của xã"
    return [
        Part(manner.greeting.replace("{xa}", facts.commune).replace("{thon}", facts.hamlet or facts.commune)),
        Part(_weekend(facts)),
        Part(_who(facts), 3),
        Part(_cases(facts)),
        *(Part(f"{sentence.rstrip('.')}.", 2) for sentence in facts.news),
        *(Part(_fetched(pickup), 1) for pickup in facts.pickups),
        *([] if facts.pickups else [Part("Bà con mang rác ra điểm tập kết đúng ngày, đúng giờ thu gom.")]),
        Part(
            f"Cuối tuần này, {spoken.day(saturday)} và {spoken.day(sunday)}, mời bà con cùng ra quân làm sạch đường "
            "làng, ngõ xóm, kênh mương."
        ),
        *(Part(f"Nhắc bà con cách phân loại rác. {tip}", 4) for tip in facts.tips[:1]),
        *(Part(tip, 6) for tip in facts.tips[1:]),
        Part(f"{report}.", 1),
        *([Part(f"Hoặc gọi đường dây nóng, số {_digits(facts.hotline)}.", FILLER)] if facts.hotline else []),
        Part(manner.closing),
    ]


def _weekend(facts: Facts) -> str:
    if not facts.held:
        return "Cuối tuần qua chưa có thôn nào báo kết quả ra quân. Đề nghị các thôn sớm báo về xã."
    said = (
        f"Cuối tuần qua, {spoken.number(len(facts.held))} trên {spoken.number(facts.hamlets)} thôn đã ra quân dọn "
        "vệ sinh môi trường"
    )
    if facts.people:
        said += f", với {spoken.number(facts.people)} lượt người tham gia"
    if facts.kg:
        said += f", thu gom khoảng {spoken.weight(facts.kg)} rác"
    return f"{said}."


def _who(facts: Facts) -> str:
    if not facts.held or len(facts.held) > MOST_NAMES:
        return ""
    return f"Xin biểu dương bà con {spoken.listed(facts.held)}."


def _cases(facts: Facts) -> str:
    if facts.received == 0 and facts.answered == 0:
        return "Trong tuần, đường dây nóng của xã không nhận phản ánh nào về rác."
    if facts.received == 0:
        return f"Trong tuần, xã đã trả lời {_about(facts.answered)} phản ánh của bà con về rác."
    received = f"Trong tuần, xã nhận {_about(facts.received)} phản ánh của bà con về rác"
    if facts.answered == 0:
        return f"{received} và đang xử lý."
    return f"{received} và đã trả lời {_about(facts.answered)} phản ánh."


def _about(count: int | None) -> str:
    if count is None:
        return "vài"
    return f"khoảng {spoken.number(count)}"


def _fetched(pickup: Pickup) -> str:
    times = [f"{spoken.weekdays(days)}, lúc {spoken.clock(at)}" for at, days in pickup.times.items()]
    return f"{pickup.point} thu gom rác vào {'; '.join(times)}."


def _digits(phone: str) -> str:
    return " ".join(spoken.number(int(digit)) for digit in phone.translate(DIGITS) if digit.isdigit())


def for_zalo(facts: Facts) -> str:
    """Short lines with digits, for a group's screen."""
    saturday, sunday = facts.first + timedelta(days=12), facts.first + timedelta(days=13)
    lines = [
        f"🌿 BẢN TIN MÔI TRƯỜNG {(facts.hamlet or facts.commune).upper()}",
        f"Tuần {_short(facts.first)} – {_short(facts.last)}",
        "",
        f"✅ Ra quân cuối tuần: {len(facts.held)}/{facts.hamlets} thôn"
        if facts.held
        else "✅ Ra quân: chưa có thôn báo",
    ]
    if facts.held and len(facts.held) <= 2 * MOST_NAMES:
        lines.append(f"   {', '.join(facts.held)}")
    if facts.held and facts.people:
        lines.append(f"👥 {_dotted(facts.people)} lượt người, khoảng {_dotted(round(facts.kg))} kg rác")
    lines.append(f"📮 Phản ánh: nhận {_told(facts.received)}, đã trả lời {_told(facts.answered)}")
    lines += [f"📰 {sentence}" for sentence in facts.news]
    lines += [
        f"🚛 {pickup.point}: " + "; ".join(f"{spoken.weekdays(days)} {at}" for at, days in pickup.times.items())
        for pickup in facts.pickups
    ]
    lines += [f"♻️ {tip}" for tip in facts.tips[:1]]
    lines += ["", f"🧹 Mời bà con ra quân thứ Bảy {_short(saturday)} và Chủ nhật {_short(sunday)}."]
    if facts.hotline:
        lines.append(f"📞 Đường dây nóng: {facts.hotline}")
    return "\n".join(lines)


def _short(day: date) -> str:
    return f"{day.day}/{day.month}"


def _dotted(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def _told(count: int | None) -> str:
    return "dưới 5" if count is None else f"khoảng {_dotted(count)}" if count else "0"
