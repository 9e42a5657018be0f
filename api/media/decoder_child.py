"""Run as a process of its own by decoder.py: a picture on stdin, its pixels on stdout. Of ours, only shrinking.py.

It judges: it ends with `shrinking.UNREADABLE` when the picture is broken, or needs more memory than was computed for
it. Whatever else makes it fail (a library that is missing, a mistake of ours) ends with another code.
"""

import resource
import struct
import sys
from collections.abc import Iterator

import pi_heif  # type: ignore[import-untyped]
from PIL import Image

from api.media import shrinking

SECONDS = 6  # of processor time; the dearest picture of 50 megapixels and 20 MB takes four


def main(format: str, memory: int, scale: int, edge: int) -> None:
    """`scale` times smaller and then within `edge`; `memory` in bytes."""
    _limit(memory)
    data = sys.stdin.buffer.read()
    try:
        picture, exif, profile = _decoded(data, format, scale=scale, edge=edge)
    except (*shrinking.BROKEN, MemoryError):
        sys.exit(shrinking.UNREADABLE)
    sys.stdout.buffer.write(struct.pack(">8sIIII", picture.mode.encode(), *picture.size, len(exif), len(profile)))
    for part in (exif, profile, picture.tobytes()):
        sys.stdout.buffer.write(part)


def _decoded(data: bytes, format: str, *, scale: int, edge: int) -> tuple[Image.Image, bytes, bytes]:
    """The picture, and of a HEIC its notes and its profile."""
    if format == "jpeg":
        return shrinking.jpeg(data, scale=scale, edge=edge), b"", b""
    if format != "heic":
        return shrinking.flat(data, scale=scale, edge=edge), b"", b""
    heic = pi_heif.open_heif(data, convert_hdr_to_8bit=True)
    if not len(heic):
        raise ValueError("no picture in it")
    picture = shrinking.within(shrinking.in_bands(_bands(heic), heic.size, scale), edge)
    return picture, heic.info.get("exif") or b"", heic.info.get("icc_profile") or b""


def _bands(heic: pi_heif.HeifFile) -> Iterator[Image.Image]:
    """Taken from the decoder's own memory a few rows at a time: a whole copy of the picture would be dear."""
    pixels, (width, height), stride = memoryview(heic.data), heic.size, heic.stride
    for top in range(0, height, shrinking.BAND):
        rows = min(shrinking.BAND, height - top)
        piece = pixels[top * stride : (top + rows) * stride]
        yield Image.frombytes(heic.mode, (width, rows), piece, "raw", heic.mode, stride)


def _limit(memory: int) -> None:
    limits = {
        resource.RLIMIT_DATA: (memory, memory),
        resource.RLIMIT_CPU: (SECONDS, SECONDS + 1),  # apart, so that it ends by SIGXCPU and never looks like killed
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_FSIZE: (0, 0),
    }
    for limit, most in limits.items():
        resource.setrlimit(limit, most)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
