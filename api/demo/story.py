"""Eight weeks of the demo's life, told through the same actions that real people use."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from sqlmodel import Session, select

from api.complaints import actions, handling, queries, triage
from api.complaints.desk_schemas import AskedText, Assignment, Rejection, Resolution
from api.complaints.models import Category, Complaint, PhotoKind, Status
from api.complaints.schemas import Place, Submission
from api.core import clock
from api.core.settings import Settings
from api.demo import photos
from api.demo.world import World, demo_id
from api.journal import actions as journal
from api.media.store import Store
from api.places.models import Hamlet

COMPLAINTS = 60
DAYS = 56
RECENT, RECENT_DAYS = 18, 6  # so that there is something to do
TEXTS = {
    "dump_household": ("Rác sinh hoạt đổ cạnh mương sau nhà văn hóa, mùi hôi.", "Có người đổ rác ban đêm ở đầu ngõ."),
    "dump_water": ("Bao tải rác trôi ở cống, nước không thoát được.", "Rác và bèo kín mặt ao làng."),
    "burning": ("Đốt rác ven đường, khói bay vào nhà trẻ.", "Đốt rơm rạ ngoài đồng, khói mù cả thôn."),
    "missed_pickup": ("Xe thu gom chưa tới hai ngày nay.", "Rác để ở cổng từ thứ Sáu chưa ai lấy."),
    "dump_construction": ("Đổ gạch vỡ, vữa thừa ra lề đường.", "Phế thải sửa nhà đổ xuống bờ mương."),
    "dead_animal": ("Có xác gà chết vứt ở mương.", "Lợn chết nổi trên kênh."),
    "pesticide_pack": ("Vỏ thuốc trừ sâu vứt đầy bờ ruộng.", "Bể chứa vỏ thuốc đã đầy, tràn ra ngoài."),
    "point_overflow": ("Điểm tập kết đầy, rác tràn ra đường.", "Thùng ở điểm tập kết hỏng nắp, ruồi nhiều."),
    "proposal": ("Đề nghị đặt thêm thùng rác ở chợ.", "Xin cắm biển cấm đổ rác ở ngã ba kênh."),
}
REPLIES = (
    "Tổ thu gom đã dọn sạch, khoảng {kg} kg. Xã đã nhắc nhở và cắm biển cấm đổ rác. Cảm ơn Ông/Bà.",
    "Đã thu gom và rắc vôi khử mùi. Đề nghị bà con báo ngay khi thấy người đổ trộm. Trân trọng cảm ơn Ông/Bà.",
)


@dataclass
class Teller:
    session: Session
    store: Store
    settings: Settings
    world: World
    dice: random.Random
    now: datetime

    def tell(self) -> None:
        categories = list(self.session.exec(select(Category)))
        leads = {category.code: category.default_unit_id for category in categories}
        for number, at in enumerate(self._moments(), start=1):
            category = self.dice.choice(list(TEXTS))
            complaint = self._submit(number, category, at)
            self._handle(complaint, leads[category], at)

    def _moments(self) -> Iterator[datetime]:
        """Spread over the weeks, by daylight; the last ones closer together, and within the last hours."""
        today = clock.day_of(self.now)
        for number in range(COMPLAINTS):
            left = COMPLAINTS - 1 - number
            days = (
                left / 3
                if left < RECENT
                else RECENT / 3 + (left - RECENT) * (DAYS - RECENT / 3) / (COMPLAINTS - RECENT)
            )
            day = today - timedelta(days=round(days))
            at = datetime.combine(day, time(6 + self.dice.randrange(13), self.dice.randrange(60)), clock.VIETNAM)
            if number >= COMPLAINTS - 4 or at >= self.now:
                at = self.now - timedelta(minutes=25 + 70 * (COMPLAINTS - number))
            yield at

    def _submit(self, number: int, category: str, at: datetime) -> Complaint:
        hamlet = self.dice.choice(self.world.hamlets)
        photo_ids = [demo_id("photo", f"{number}-{n}") for n in range(self.dice.choice((0, 1, 1, 1, 2)))]
        submission = Submission(
            id=demo_id("complaint", number),
            type="proposal" if category == "proposal" else "complaint",
            category=category,
            words=self.dice.choice(TEXTS[category]),
            reported_at=at - timedelta(minutes=self.dice.choice((0, 0, 0, 21))),
            place=self._place(hamlet),
            photos=photo_ids,
        )
        complaint, _ = actions.submit(self.session, submission, self.settings, now=at)
        for photo_id in photo_ids:
            self._photo(complaint, photo_id, number, PhotoKind.BEFORE, at)
        return complaint

    def _place(self, hamlet: Hamlet) -> Place:
        lat, lon = hamlet.latitude or 0.0, hamlet.longitude or 0.0
        if self.dice.random() < 0.12:
            return Place(hamlet_id=hamlet.id, words="Cạnh cổng làng", source="hamlet")
        return Place(
            lat=lat + self.dice.uniform(-0.004, 0.004), lon=lon + self.dice.uniform(-0.004, 0.004),
            accuracy_m=self.dice.choice((8, 12, 25, 40)), source="gps",
        )  # fmt: skip

    def _photo(self, complaint: Complaint, photo_id: UUID, scene: int, kind: PhotoKind, at: datetime) -> None:
        by = journal.RESIDENT if kind is PhotoKind.BEFORE else self.world.people["dichvu"]
        photo = handling.declare_photo(self.session, complaint, photo_id, kind)
        actions.add_photo(
            self.session, self.store, photo, photos.upload(scene, is_clean=kind is PhotoKind.AFTER), by=by, now=at
        )

    def _handle(self, complaint: Complaint, unit_id: UUID | None, at: datetime) -> None:
        """As far as its age lets it come; some are late, some refused, some wait for an answer."""
        age = self.now - at
        officer = self.world.people["canbo"]
        chance = self.dice.random()
        if age < timedelta(hours=30) and chance < 0.8:
            return
        at += timedelta(hours=self.dice.choice((1, 2, 5)))
        if chance < 0.06:
            self._reject(complaint, at)
            return
        if age < timedelta(days=6) and chance < 0.3:
            asked = AskedText(text="Ông/Bà cho biết rõ hơn: chỗ này gần nhà nào?", wants_place=True)
            triage.ask(self.session, complaint, asked, by=officer, now=at)
            return
        unit_id = unit_id or self.world.units["PKT"].id
        triage.assign(self.session, complaint, Assignment(unit_id=unit_id), by=officer, now=at)
        if age > timedelta(days=10 if chance < 0.25 else 2):
            self._finish(complaint, at + timedelta(hours=self.dice.choice((6, 20, 30, 52))), chance)

    def _reject(self, complaint: Complaint, at: datetime) -> None:
        refusal = Rejection(reason="outside_commune", text="Chỗ này thuộc xã bên, xã đã báo giúp Ông/Bà.")
        triage.reject(self.session, complaint, refusal, by=self.world.people["canbo"], now=at)

    def _finish(self, complaint: Complaint, at: datetime, chance: float) -> None:
        if at > self.now - timedelta(hours=2):
            return
        worker, officer = self.world.people["dichvu"], self.world.people["canbo"]
        handling.step(self.session, complaint, Status.PROCESSING, "Đã cử tổ thu gom.", by=worker, now=at)
        is_recent = self.now - at < timedelta(days=5)
        if is_recent and chance > 0.6:
            return
        number = int(complaint.code.rsplit("-", 1)[1])
        after_id = demo_id("after", complaint.id)
        at += timedelta(hours=3)
        self._photo(complaint, after_id, number, PhotoKind.AFTER, at)
        kg = self.dice.randrange(20, 260, 10)
        done = Resolution(text="Đã dọn sạch và cắm biển nhắc nhở.", waste_kg=kg)
        category = self.session.get(Category, complaint.category)
        judge = officer if category and category.at_fault_unit_id else worker
        handling.resolve(self.session, complaint, done, by=judge, now=at)
        if is_recent and chance > 0.4:
            return
        at += timedelta(hours=2)
        for photo, picture in self._arrived(complaint):
            if picture is not None:
                handling.show_photo(self.session, complaint, photo, True, by=officer, now=at)
        triage.reply(self.session, complaint, self.dice.choice(REPLIES).format(kg=kg), by=officer, now=at)
        if self.now - at > timedelta(days=7):
            triage.close(self.session, complaint, by=journal.SYSTEM, now=at + timedelta(days=7))

    def _arrived(self, complaint: Complaint) -> list[tuple[UUID, UUID | None]]:
        return [(photo.id, photo.picture_id) for photo, _ in queries.photos(self.session, complaint.id)]
