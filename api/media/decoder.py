"""Pictures decoded by another process: every HEIC, and whatever takes more memory than the server may give.

A few changed bytes make the decoder of HEIC crash, and then only that. The process gets no secrets in its
environment, and memory and time for this one picture; see decoder_child.py.

Whose fault is a failure? A phone throws a refused picture away and tries for ever to send one that was put off, so:
the picture's, when the process says so, when it crashes, or when it uses up its processor time, because each of these
would happen again with the same bytes; ours, when it does not start, is killed from outside, or fails in any other
way, because then nothing is known about the picture.
"""

import signal
import struct
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import structlog
from PIL import Image

from api.media import rules, shrinking

CHILD = "api.media.decoder_child"
ROOT = Path(__file__).parents[2]
MARGIN = 192 * 1024 * 1024  # for the interpreter, the file itself, and what a decoder takes beside the pixels
PATIENCE_SECONDS = 30  # by the clock, on a machine with much else to do; of a processor it gets six
_HEAD = struct.Struct(">8sIIII")  # mode, width, height, length of the notes, length of the profile
_CRASHES = {signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGFPE, signal.SIGILL, signal.SIGXCPU}
_AT_FAULT = {shrinking.UNREADABLE, *(-crash for crash in _CRASHES)}
log = structlog.get_logger("decoder")


class NotJudged(Exception):
    """The process did not start, did not get its time, or failed by our fault: nothing is known about the picture."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A picture, and what the camera wrote beside it; HEIC alone is upright and has the latter."""

    picture: Image.Image
    exif: bytes = field(repr=False)
    profile: bytes = field(repr=False)


def decode(container: rules.Container) -> Decoded:
    """The picture within the edge of the large copy. Raises `PictureUnreadable` or NotJudged."""
    step, memory = rules.step(container.width, container.height), container.memory + MARGIN
    settings = (container.format, str(memory), str(step), str(rules.LARGE_EDGE))
    command = [sys.executable, "-BEs", "-m", CHILD, *settings]
    try:
        done = subprocess.run(
            command, input=container.bare, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT, env={},
            check=False, timeout=PATIENCE_SECONDS,
        )  # fmt: skip
    except (subprocess.TimeoutExpired, OSError) as error:
        log.error("decoder_not_done", reason=type(error).__name__)
        raise NotJudged from error
    if done.returncode in _AT_FAULT:
        raise rules.PictureUnreadable
    if done.returncode:
        log.error("decoder_failed", exit_code=done.returncode)
        raise NotJudged
    mode, width, height, exif, profile = _HEAD.unpack_from(done.stdout)
    pixels = _HEAD.size + exif + profile
    return Decoded(
        picture=Image.frombytes(mode.rstrip(b"\0").decode(), (width, height), memoryview(done.stdout)[pixels:]),
        exif=done.stdout[_HEAD.size : _HEAD.size + exif],
        profile=done.stdout[_HEAD.size + exif : pixels],
    )
