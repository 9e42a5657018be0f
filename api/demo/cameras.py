"""Two made-up cameras: one that has told of three things, one that is still without a key."""

from datetime import datetime, timedelta

from sqlmodel import Session

from api.cameras import actions, event_actions
from api.cameras.models import CameraPlace, DismissReason, Heard
from api.cameras.schemas import CameraEdit
from api.core import clock
from api.core.settings import Settings
from api.demo import photos
from api.demo.world import World, demo_id
from api.media.store import Store

PURPOSE = "Phát hiện đổ rác không đúng nơi quy định (mẫu). Không dùng vào việc khác."
TOLD = (
    ("mau-1.1-a", 40, frozenset({"person", "bag"}), True, 3),
    ("mau-1.2-b", 26 * 60, frozenset({"truck"}), False, 4),
    ("mau-1.3-c", 50 * 60, frozenset({"dog"}), False, 5),
)  # reference, minutes ago, labels, is an alert, scene


def tell(session: Session, store: Store, settings: Settings, world: World, now: datetime) -> None:
    by, today = world.people["canbo"], clock.day_of(now)
    for number, (name, kind, place) in enumerate(
        (("Cổng chợ Mẫu", CameraPlace.ROAD, "Cổng chợ Mẫu"), ("Bờ sông Mẫu", CameraPlace.SENSITIVE, "Bờ sông Mẫu")), 1
    ):
        wish = CameraEdit(
            code=f"CAM-0{number}", name=f"{name} (mẫu)", owner="Công an xã (mẫu)", place_kind=kind, place_words=place,
            hamlet_id=world.hamlets[number].id, lat=settings.map_latitude + number / 1000, lon=settings.map_longitude,
            field_of_view="Lòng đường, không thấy cửa nhà dân", purpose=PURPOSE, retention_days=7,
            notice_on=today - timedelta(days=60) if number == 1 else None,
        )  # fmt: skip
        actions.put_camera(session, demo_id("camera", number), wish, version=0, by=by, now=now)
    first = demo_id("camera", 1)
    actions.make_key(session, first, settings.secret, version=1, by=by, now=now)
    camera = actions.take_once(session, first, "demo-demo-demo-demo", now=now)
    for reference, ago, labels, is_alert, scene in TOLD:
        began = now - timedelta(minutes=ago)
        heard = Heard(reference, began, began + timedelta(seconds=40), labels=labels, is_alert=is_alert, score=0.8)
        event = actions.hear(session, camera, heard, source="", now=now)
        actions.add_picture(session, store, event, photos.upload(scene, is_clean=False), began, now=now)
    event_actions.dismiss(session, [event.id], DismissReason.NOT_WASTE, by=by, now=now)
