"""What a camera signs, and that messages of one event give the same row in any order (plan 2.4b)."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.cameras import rules
from api.cameras.models import CameraEvent, Heard
from api.cameras.rules import Signature
from api.cameras.schemas import CameraMessage

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
KEY = "ab" * 32
GOOD = Signature("POST", "/api/cameras/1/events", str(int(NOW.timestamp())), "n" * 20, "00" * 32)


def test_2_4b_a_signature_made_with_the_key_passes() -> None:
    GOOD.check(GOOD.made_with(KEY), KEY, now=NOW)


@pytest.mark.parametrize(
    "other",
    [
        Signature("PUT", GOOD.target, GOOD.at, GOOD.nonce, GOOD.body),
        Signature(GOOD.method, GOOD.target + "x", GOOD.at, GOOD.nonce, GOOD.body),
        Signature(GOOD.method, GOOD.target, str(int(GOOD.at) + 1), GOOD.nonce, GOOD.body),
        Signature(GOOD.method, GOOD.target, GOOD.at, "m" * 20, GOOD.body),
        Signature(GOOD.method, GOOD.target, GOOD.at, GOOD.nonce, "11" * 32),
    ],
    ids=["method", "address", "time", "nonce", "body"],
)
def test_2_4b_one_signature_fits_one_message_only(other: Signature) -> None:
    with pytest.raises(rules.SignatureWrong):
        other.check(GOOD.made_with(KEY), KEY, now=NOW)


@pytest.mark.parametrize("late", [timedelta(minutes=5, seconds=1), timedelta(minutes=-5, seconds=-1)])
def test_2_4b_a_message_of_another_time_is_refused(late: timedelta) -> None:
    with pytest.raises(rules.SignatureWrong):
        GOOD.check(GOOD.made_with(KEY), KEY, now=NOW + late)


def test_2_4b_a_short_nonce_is_refused() -> None:
    short = Signature("POST", "/x", GOOD.at, "abc", GOOD.body)
    with pytest.raises(rules.SignatureWrong):
        short.check(short.made_with(KEY), KEY, now=NOW)


def test_2_4b_each_camera_and_each_key_number_has_its_own_key() -> None:
    one, other = uuid4(), uuid4()
    keys = {rules.key_of(b"s" * 32, camera, number) for camera in (one, other) for number in (1, 2)}
    assert len(keys) == 4


MOMENTS = st.integers(0, 5000).map(lambda seconds: NOW + timedelta(seconds=seconds))
NAMES = st.frozensets(st.sampled_from(["person", "car", "truck", "bag"]))
HEARD = st.builds(
    Heard, reference=st.just("e1"), started_at=MOMENTS, ended_at=st.none() | MOMENTS, is_review=st.booleans(),
    labels=NAMES, zones=NAMES, score=st.none() | st.floats(0, 1), is_alert=st.booleans(),
    words=st.sampled_from(["", "đổ rác", "một bao"]),
)  # fmt: skip


def told(messages: list[Heard]) -> dict[str, object]:
    event = CameraEvent(
        id=uuid4(), camera_id=uuid4(), reference="e1", started_at=messages[0].started_at, received_at=NOW
    )
    for one in messages:
        rules.merge(event, one)
    return event.model_dump(exclude={"id", "camera_id"})


@given(st.lists(HEARD, min_size=1, max_size=6), st.randoms())
def test_2_4b_messages_give_the_same_event_in_any_order_and_when_repeated(messages: list[Heard], dice: object) -> None:
    shuffled = [*messages, messages[0]]
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert told(shuffled) == told(messages)


def test_2_4b_the_shapes_of_frigate_are_read() -> None:
    event = {"id": "1.5-ab", "camera": "cho", "start_time": 1795660000.5, "end_time": None, "frame_time": 1.0}
    new = {**event, "label": "person", "top_score": 0.9, "entered_zones": ["bai"], "sub_label": ["x", 0.5], "box": [1]}
    heard = CameraMessage.model_validate({"type": "new", "before": new, "after": new}).heard()
    assert (heard.labels, heard.zones, heard.score, heard.is_review) == ({"person"}, {"bai"}, 0.9, False)
    grouped = {"detections": ["1.5-ab"], "objects": ["person"], "zones": ["bai"], "audio": []}
    review = {"type": "end", "before": {}, "after": {**event, "severity": "alert", "thumb_path": "/x", "data": grouped}}
    heard = CameraMessage.model_validate(review).heard()
    assert (heard.is_review, heard.is_alert, heard.parts) == (True, True, {"1.5-ab"})
    plain = CameraMessage.model_validate({"reference": "a1", "taken_at": "2026-11-24T02:00:00Z", "words": "bao rác"})
    assert plain.heard() == Heard("a1", datetime(2026, 11, 24, 2, tzinfo=UTC), words="bao rác")


@pytest.mark.parametrize("wrong", [{}, {"reference": "a"}, {"taken_at": "2026-11-24T02:00:00Z"}])
def test_2_4b_a_message_of_no_known_shape_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="CameraMessage"):
        CameraMessage.model_validate(wrong)
