"""The door to QR codes for posters."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from api.accounts import passwords
from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core.web import SettingsDep

router = APIRouter(prefix="/api/outreach", tags=["outreach"])
Editor = Annotated[Person, Depends(Allowed(Permission.MANAGE_OUTREACH))]
PagePath = Annotated[
    str, Query(pattern=r"^/[a-z0-9/-]*$", max_length=120, description="A page of ours", examples=["/phan-loai"])
]
SVG = "image/svg+xml"


@router.get("/qr.svg", response_class=Response, responses={200: {"content": {SVG: {}}}}, summary="A page as a QR code")
def draw_qr(path: PagePath, _: Editor, request: Request, settings: SettingsDep) -> Response:
    """For posters: the full address of one of our pages, as a picture with sharp edges."""
    base = (settings.public_url or str(request.base_url)).rstrip("/")
    headers = {"Cache-Control": "private, max-age=3600", "Content-Security-Policy": "default-src 'none'; sandbox"}
    return Response(passwords.qr_svg(f"{base}{path}"), media_type=SVG, headers=headers)
