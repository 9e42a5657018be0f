"""What the product is held against: a bare answer of the same bytes, the same endpoint without a database, a hello.

Run by uvicorn as `bench.limits:bare` and so on; BENCH_BODY names a file with the bytes to answer.
"""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.complaints.models import Status
from api.complaints.schemas import Receipt, Submission

BODY = Path(os.environ["BENCH_BODY"]).read_bytes() if "BENCH_BODY" in os.environ else b""


async def _answer(_: Request) -> Response:
    return Response(BODY, media_type="application/json")


bare = Starlette(routes=[Route("/", _answer)])
no_database = FastAPI()


@no_database.post("/", status_code=201)
def submit(sent: Submission) -> Receipt:
    """The same shape in and out; nothing is kept."""
    values: dict[str, Any] = {
        "id": sent.id, "code": "KS-26-0001", "token": "a" * 26, "received_at": datetime.now(UTC),
        "status": Status.SUBMITTED, "due_at": None, "hamlet": None, "outside_commune": False, "photos_missing": [],
    }  # fmt: skip
    return Receipt(**values)
