"""From a Frigate server to the house: asks Frigate's HTTP API for events and sends them on, signed.

It runs beside Frigate, needs no database, and sends again what did not arrive: the house takes everything once.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from secrets import token_urlsafe
from typing import Annotated, Any
from uuid import UUID

import httpx
import orjson
import structlog
from pydantic import BaseModel, ConfigDict, Field

from api.cameras.rules import Signature

PAGE = 100
SHORTEST_PAUSE, LONGEST_PAUSE = 10.0, 300.0
FIRST_LOOK = timedelta(hours=1)
TRY_LATER = frozenset({401, 408, 409, 429})  # 401: a wrong clock or key, which somebody will mend
log = structlog.get_logger("camera_bridge")
Event = dict[str, Any]  # any: as Frigate's JSON has it


class Target(BaseModel):
    """A camera as the house knows it, with the key that was shown once."""

    model_config = ConfigDict(extra="forbid")

    id: UUID
    key: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class BridgeSettings(BaseModel):
    """The file that the command reads. `cameras`: Frigate's name → the house's camera; others are left alone."""

    model_config = ConfigDict(extra="forbid")

    frigate_url: str
    house_url: str
    cameras: Annotated[dict[str, Target], Field(min_length=1)]
    labels: list[str] = Field(default_factory=list, description="Only these; none: all")


class BridgeState(BaseModel):
    """Where it stands: everything that began before `after` (Unix seconds) has been sent, and these as well."""

    after: float
    done: list[str] = Field(default_factory=list)


class NotTaken(Exception):
    """The house answered that it cannot take it now."""


NOT_REACHED = (httpx.HTTPError, NotTaken)


@dataclass
class Bridge:
    settings: BridgeSettings
    state_file: Path
    now: Callable[[], datetime]
    frigate: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=30))
    house: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=60))

    def run(self, pause: Callable[[float], None], *, once: bool = False) -> None:
        """For ever, or one round. After a failure it waits longer each time."""
        wait = SHORTEST_PAUSE
        while True:
            try:
                log.info("round", sent=self.round())
                wait = SHORTEST_PAUSE
            except NOT_REACHED as error:
                log.warning("not_reached", error=type(error).__name__, words=str(error)[:200], again_in=wait)
                if once:
                    raise
                wait = min(wait * 2, LONGEST_PAUSE)
            if once:
                return
            pause(wait)

    def round(self) -> int:
        """Send what is new; how many events were sent. One of NOT_REACHED when a server was not there."""
        state = self._read()
        events = [one for one in self._events(state.after) if one["id"] not in state.done]
        sent = 0
        for event in events:
            self._send(event)
            sent += 1
            if event.get("end_time"):
                state.done.append(event["id"])
                self._write(state)
        self._advance(state, events)
        return sent

    def _events(self, after: float) -> list[Event]:
        """All that began after that moment, oldest first; Frigate gives the newest first, a page at a time."""
        found: list[Event] = []
        query: dict[str, Any] = {  # any: httpx takes text and numbers
            "after": after, "limit": PAGE, "include_thumbnails": 0, "cameras": ",".join(self.settings.cameras),
        }  # fmt: skip
        if self.settings.labels:
            query["labels"] = ",".join(self.settings.labels)
        while True:
            page = self._ask("/api/events", query).json()
            found += page
            if len(page) < PAGE:
                return sorted(found, key=lambda one: float(one["start_time"]))
            query["before"] = min(float(one["start_time"]) for one in page)

    def _ask(self, path: str, query: Event | None = None) -> httpx.Response:
        answer = self.frigate.get(self.settings.frigate_url.rstrip("/") + path, params=query)
        return answer.raise_for_status()

    def _send(self, event: Event) -> None:
        target = self.settings.cameras[event["camera"]]
        body = orjson.dumps({"type": "end" if event.get("end_time") else "update", "after": event})
        path = f"/api/cameras/{target.id}/events"
        answer = self._deliver(target, "POST", path, body, "application/json")
        wants = answer is not None and answer.json()["wants_picture"] and event.get("has_snapshot")
        if not wants or not event.get("end_time"):  # the snapshot grows better until the end
            return
        picture = self.frigate.get(f"{self.settings.frigate_url.rstrip('/')}/api/events/{event['id']}/snapshot.jpg")
        if picture.status_code == 404:
            log.info("snapshot_gone", event=event["id"])
            return
        picture.raise_for_status()
        self._deliver(target, "PUT", f"{path}/{event['id']}/photos/picture", picture.content, "image/jpeg")

    def _deliver(self, target: Target, method: str, path: str, body: bytes, kind: str) -> httpx.Response | None:
        """The answer; None when the house refused it for good. NotTaken when it is to be tried again."""
        headers = sign(target.key, method, path, body, now=self.now()) | {"Content-Type": kind}
        answer = self.house.request(
            method, self.settings.house_url.rstrip("/") + path, content=body, headers=headers, follow_redirects=False
        )
        if answer.is_success:
            return answer
        if answer.status_code >= 500 or answer.status_code in TRY_LATER:
            raise NotTaken(f"{answer.status_code} {answer.text[:200]}")
        log.warning("refused", status=answer.status_code, path=path, words=answer.text[:200])
        return None

    def _advance(self, state: BridgeState, events: list[Event]) -> None:
        """Up to the first event that goes on; those after it that have ended are remembered by name."""
        going_on = [float(one["start_time"]) for one in events if not one.get("end_time")]
        seen = [float(one["start_time"]) for one in events]
        state.after = max(state.after, min(going_on) - 1 if going_on else max(seen, default=state.after) - 1)
        state.done = state.done[-10 * PAGE :]
        self._write(state)

    def _read(self) -> BridgeState:
        if self.state_file.exists():
            return BridgeState.model_validate_json(self.state_file.read_bytes())
        return BridgeState(after=(self.now() - FIRST_LOOK).timestamp())

    def _write(self, state: BridgeState) -> None:
        """Whole or not at all."""
        beside = self.state_file.with_suffix(".new")
        beside.write_text(state.model_dump_json())
        beside.replace(self.state_file)


def sign(key: str, method: str, target: str, body: bytes, *, now: datetime) -> dict[str, str]:
    """The headers of one message."""
    signed = Signature(method, target, str(int(now.timestamp())), token_urlsafe(18), hashlib.sha256(body).hexdigest())
    return {
        "X-Camera-Time": signed.at, "X-Camera-Nonce": signed.nonce, "X-Camera-Body": signed.body,
        "X-Camera-Signature": signed.made_with(key),
    }  # fmt: skip
