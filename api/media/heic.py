"""HEIC pictures, decoded by another process: a few changed bytes make their decoder crash, and then only that.

The process gets no secrets in its environment, and little memory and time; see heic_child.py.
"""

import struct
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

CHILD = Path(__file__).with_name("heic_child.py")
PATIENCE_SECONDS = 30
_HEAD = struct.Struct(">IIII")  # width, height, length of the notes, length of the profile


class NotReadable(Exception):
    """The process refused, crashed or took too long."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """An upright picture and what the camera wrote beside it."""

    picture: Image.Image
    exif: bytes = field(repr=False)
    profile: bytes = field(repr=False)


def decode(data: bytes, *, scale: int, edge: int) -> Decoded:
    """The picture in RGB, `scale` times smaller and then within `edge`. Raises NotReadable."""
    command = [sys.executable, "-I", str(CHILD), str(scale), str(edge)]
    try:
        done = subprocess.run(
            command, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}, check=True,
            timeout=PATIENCE_SECONDS,
        )  # fmt: skip
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise NotReadable from error
    width, height, exif, profile = _HEAD.unpack_from(done.stdout)
    pixels = _HEAD.size + exif + profile
    return Decoded(
        picture=Image.frombytes("RGB", (width, height), memoryview(done.stdout)[pixels:]),
        exif=done.stdout[_HEAD.size : _HEAD.size + exif],
        profile=done.stdout[_HEAD.size + exif : pixels],
    )
