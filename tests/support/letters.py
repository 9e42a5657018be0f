"""Residents with a bad line: complaints with photos, sent from many phones at once, resent until they are answered."""

import hashlib
import io
import random
import threading
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import httpx
from PIL import Image

from tests.complaints.make import payload


@dataclass
class Letter:
    """One complaint in a phone's outbox. What the server has answered with 2xx stands in `receipt` and `arrived`."""

    fields: dict[str, Any]
    photos: dict[UUID, bytes]
    receipt: dict[str, Any] | None = None
    arrived: set[UUID] = field(default_factory=set)

    @property
    def id(self) -> UUID:
        return UUID(self.fields["id"])

    @property
    def is_done(self) -> bool:
        return self.receipt is not None and self.arrived == set(self.photos)

    def send(self, client: httpx.Client) -> None:
        """Whatever is not acknowledged yet. A transport error leaves it so; an unexpected answer is an error."""
        if self.receipt is None:
            answer = client.post("/api/complaints", json=self.fields)
            assert answer.status_code in (200, 201), f"{answer.status_code}: {answer.text}"
            self.receipt = answer.json()
        for photo, data in self.photos.items():
            if photo not in self.arrived:
                answer = client.put(
                    f"/api/complaints/{self.id}/photos/{photo}", content=data, headers={"Content-Type": "image/jpeg"}
                )
                assert answer.status_code in (200, 201), f"{answer.status_code}: {answer.text}"
                self.arrived.add(photo)


def write_letter(dice: random.Random, *, photos: int) -> Letter:
    made = {uuid4(): picture(dice) for _ in range(photos)}
    return Letter(payload(photos=[str(photo) for photo in made]), made)


def picture(dice: random.Random) -> bytes:
    """A small photo unlike any other."""
    stream = io.BytesIO()
    Image.frombytes("RGB", (16, 12), dice.randbytes(16 * 12 * 3)).resize((320, 240)).save(stream, "JPEG")
    return stream.getvalue()


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class Outboxes:
    """Phones that send one letter after the other until the line breaks."""

    def __init__(self, url: str, dice: random.Random, *, phones: int) -> None:
        self.url = url
        self.letters: list[Letter] = []
        self.faults: list[str] = []
        seeds = [dice.random() for _ in range(phones)]
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._send_on, args=(random.Random(seed),)) for seed in seeds]

    @property
    def acknowledged(self) -> int:
        """Answers so far, of complaints and photos."""
        return sum(bool(letter.receipt) + len(letter.arrived) for letter in list(self.letters))

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def join(self) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join(60)

    def _send_on(self, dice: random.Random) -> None:
        with line(self.url) as client:
            while not self._stop.is_set():
                letter = write_letter(dice, photos=dice.randint(0, 2))
                self.letters.append(letter)
                try:
                    letter.send(client)
                except httpx.TransportError:
                    return
                except AssertionError as fault:
                    self.faults.append(str(fault))


def deliver(letters: Iterable[Letter], url: str) -> None:
    """Send what was not acknowledged, from four phones at once."""
    waiting = [letter for letter in letters if not letter.is_done]
    with line(url) as client, ThreadPoolExecutor(4) as phones:
        list(phones.map(lambda letter: letter.send(client), waiting))


def line(url: str) -> httpx.Client:
    """Without the certificates of the world, which take longer to read than a letter to send."""
    return httpx.Client(base_url=url, timeout=30, verify=False, trust_env=False)
