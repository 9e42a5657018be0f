"""Is it alive, is it ready, how busy is it."""

import hmac
import shutil
from typing import Annotated

import sqlalchemy as sa
from fastapi import APIRouter, Header, Request
from fastapi.responses import Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from api.core import errors, schema
from api.core.shapes import Output
from api.core.web import SessionDep, SettingsDep

router = APIRouter(tags=["health"])


class Alive(Output):
    status: str


class Ready(Output):
    status: str
    database: bool
    schema_is_current: bool
    disk_free_mb: int


class NotReady(errors.Unavailable):
    code = "not_ready"


class NotShown(errors.NotFound):
    code = "not_found"


@router.get("/api/healthz")
async def read_health() -> Alive:
    """The process answers."""
    return Alive(status="ok")


@router.get("/api/readyz")
def read_readiness(session: SessionDep, settings: SettingsDep) -> Ready:
    """The database answers with the schema of this version, and there is room for photos; otherwise 503."""
    session.execute(sa.text("SELECT 1"))
    current = schema.current(session.connection())
    free = shutil.disk_usage(settings.data_dir).free // 2**20
    ready = Ready(status="ok", database=True, schema_is_current=current == schema.newest(), disk_free_mb=free)
    if not ready.schema_is_current or free < settings.storage_reserve_mb:
        raise NotReady(schema_is_current=ready.schema_is_current, disk_free_mb=free)
    return ready


@router.get("/metrics", include_in_schema=False)
def read_metrics(
    request: Request, settings: SettingsDep, authorization: Annotated[str, Header(max_length=400)] = ""
) -> Response:
    """Prometheus figures, for who holds the metrics token; without one set they are not there."""
    token = settings.metrics_token.get_secret_value()
    if not token or not hmac.compare_digest(authorization.encode(), f"Bearer {token}".encode()):
        raise NotShown
    return Response(generate_latest(request.app.state.metrics.registry), media_type=CONTENT_TYPE_LATEST)
