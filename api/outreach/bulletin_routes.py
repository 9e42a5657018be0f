"""Doors to the bulletins: generated, edited, kept."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.shapes import Day
from api.core.web import IfMatch, SessionDep, SettingsDep, show_version
from api.outreach import bulletin_actions, bulletin_queries
from api.outreach.bulletin_models import BulletinForm
from api.outreach.bulletin_schemas import (
    BulletinDraft,
    BulletinEdit,
    Bulletins,
    BulletinSettingEdit,
    BulletinSettingShape,
    BulletinShape,
)

router = APIRouter(prefix="/api/outreach", tags=["outreach"])
Editor = Annotated[Person, Depends(Allowed(Permission.MANAGE_OUTREACH))]
Week = Annotated[Day, Query(description="The Monday of the week it tells of", examples=["2026-11-23"])]


@router.get("/bulletins", summary="Bulletins as they were read")
def list_bulletins(_: Editor, session: SessionDep, response: Response) -> Bulletins:
    """The newest first; `generated` is what the facts gave, `text` what people made of it."""
    keep_private(response)
    return Bulletins(items=bulletin_queries.listed(session))


@router.get("/bulletin-draft", summary="A bulletin from the facts of a week")
def draft_bulletin(
    week: Week, _: Editor, session: SessionDep, settings: SettingsDep, response: Response,
    form: BulletinForm = BulletinForm.LOUDSPEAKER, hamlet_id: UUID | None = None,
) -> BulletinDraft:  # fmt: skip
    """Clean-ups, cases, news, the timetable of the hamlet, the coming weekend; no resident is named."""
    keep_private(response)
    return bulletin_actions.draft(session, settings, week, form, hamlet_id, now=clock.now())


@router.put("/bulletins/{bulletin_id}", summary="Keep a bulletin as people made it")
def put_bulletin(
    bulletin_id: UUID, change: BulletinEdit, version: IfMatch, by: Editor, session: SessionDep, settings: SettingsDep,
    response: Response,
) -> BulletinShape:  # fmt: skip
    """`If-Match: "0"` adds it. What it was before stays in the journal."""
    row = bulletin_actions.put(session, settings, bulletin_id, change, version=version, by=by, now=clock.now())
    show_version(response, row.version)
    return bulletin_queries.shown(session, row)


@router.get("/bulletin-setting", summary="How bulletins are made")
def read_bulletin_setting(_: Editor, session: SessionDep, response: Response) -> BulletinSettingShape:
    """Pace, length, first and last words."""
    row = bulletin_queries.setting(session)
    show_version(response, row.version)
    return BulletinSettingShape.model_validate(row)


@router.put("/bulletin-setting", summary="Change how bulletins are made")
def put_bulletin_setting(
    change: BulletinSettingEdit, version: IfMatch, by: Editor, session: SessionDep, response: Response
) -> BulletinSettingShape:
    """For the bulletins to come."""
    row = bulletin_actions.set_manner(session, change, version=version, by=by, now=clock.now())
    show_version(response, row.version)
    return BulletinSettingShape.model_validate(row)
