"""Pictures decoded by another process: every HEIC, and whatever takes more memory than the server may give.

A few changed bytes make the decoder of HEIC crash, and then only that. The process gets no secrets in its
environment, and memory and time for this one picture; see decoder_child.py.
"""

import struct
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from api.media import rules

CHILD = "api.media.decoder_child"
ROOT = Path(__file__).parents[2]
MARGIN = 192 * 1024 * 1024  # for the interpreter, the file itself, and what a decoder takes beside the pixels
PATIENCE_SECONDS = 30  # by the clock, on a machine with much else to do; of a processor it gets six
_HEAD = struct.Struct(">8sIIII")  # mode, width, height, length of the notes, length of the profile


class NotReadable(Exception):
    """The process refused, crashed, or used up its memory or its time."""


class TooSlow(Exception):
    """The process did not get its time: nothing is known about the picture, and the machine has too much to do."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A picture, and what the camera wrote beside it; HEIC alone is upright and has the latter."""

    picture: Image.Image
    exif: bytes = field(repr=False)
    profile: bytes = field(repr=False)


def decode(container: rules.Container) -> Decoded:
    """The picture within the edge of the large copy. Raises NotReadable or TooSlow."""
    step, memory = rules.step(container.width, container.height), container.memory + MARGIN
    settings = (container.format, str(memory), str(step), str(rules.LARGE_EDGE))
    command = [sys.executable, "-BEs", "-m", CHILD, *settings]
    try:
        done = subprocess.run(
            command, input=container.bare, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT, env={},
            check=True, timeout=PATIENCE_SECONDS,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise TooSlow from error
    except subprocess.CalledProcessError as error:
        raise NotReadable from error
    mode, width, height, exif, profile = _HEAD.unpack_from(done.stdout)
    pixels = _HEAD.size + exif + profile
    return Decoded(
        picture=Image.frombytes(mode.rstrip(b"\0").decode(), (width, height), memoryview(done.stdout)[pixels:]),
        exif=done.stdout[_HEAD.size : _HEAD.size + exif],
        profile=done.stdout[_HEAD.size + exif : pixels],
    )
