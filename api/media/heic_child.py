"""Run as a process of its own by heic.py: a HEIC picture on stdin, its pixels on stdout. Imports nothing of ours."""

import os
import resource
import struct
import sys

import pi_heif  # type: ignore[import-untyped]
from PIL import Image

SECONDS = 15  # of processor time
MEMORY = 400 * 1024 * 1024  # 25 megapixels in ten bits take half of it
BAND = 128  # rows taken over at a time: a whole copy of the picture would be dear


def main(scale: int, edge: int) -> None:
    """`scale` and `edge` as `heic.decode` takes them."""
    _limit()
    heic = pi_heif.open_heif(sys.stdin.buffer.read(), convert_hdr_to_8bit=True)
    exif, profile = heic.info.get("exif") or b"", heic.info.get("icc_profile") or b""
    pixels, (width, height), stride = memoryview(heic.data), heic.size, heic.stride
    canvas = Image.new("RGB", (-(-width // scale), -(-height // scale)))
    for top in range(0, height, BAND):
        rows = min(BAND, height - top)
        piece = pixels[top * stride : (top + rows) * stride]
        band = Image.frombytes(heic.mode, (width, rows), piece, "raw", heic.mode, stride)
        canvas.paste(band.convert("RGB").reduce(scale), (0, top // scale))
    canvas.thumbnail((edge, edge), reducing_gap=None)
    sys.stdout.buffer.write(struct.pack(">IIII", *canvas.size, len(exif), len(profile)))
    for part in (exif, profile, canvas.tobytes()):
        sys.stdout.buffer.write(part)


def _limit() -> None:
    os.nice(5)
    limits = {
        resource.RLIMIT_DATA: MEMORY,
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
    }
    for limit, most in limits.items():
        resource.setrlimit(limit, (most, most))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
