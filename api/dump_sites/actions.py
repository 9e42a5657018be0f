"""Keeping the registers of dump sites: new sites, changes, the steps of their lives, their numbers."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import JsonValue
from sqlmodel import Session

from api.accounts.models import Unit
from api.accounts.rules import Person
from api.core import clock, errors
from api.dump_sites import queries, rules, views
from api.dump_sites.case_schemas import DumpSettings, DumpSettingsShape
from api.dump_sites.models import DumpSetting, DumpSite, DumpSiteStage, SiteKind, Stage, VisitResult
from api.dump_sites.schemas import NewSite, NewSiteStage, SiteChange, SiteStageCorrection
from api.journal import actions as journal
from api.journal import rules as changes
from api.places import boundaries
from api.places import queries as places
from api.places import rules as geography

SUBJECT = "dump_site"
MOST_CORNERS = 200


class SiteCodeTaken(errors.Conflict):
    code = "dump_site_code_taken"
    says = "Mã này đã dùng cho bãi khác."


class SiteIdTaken(errors.Conflict):
    code = "dump_site_id_taken"
    says = "Mục này đã được lập với nội dung khác. Xin tải lại trang."


class StageIdTaken(errors.Conflict):
    code = "dump_site_stage_id_taken"
    says = "Bước này đã được ghi với nội dung khác. Xin tải lại trang."


class UnitNotFound(errors.NotFound):
    code = "dump_site_unit_not_found"
    says = "Không tìm thấy đơn vị này."


class OutlineRejected(errors.Rejected):
    code = "dump_site_outline_rejected"
    says = "Ranh giới vẽ trên bản đồ không dùng được."


def create(session: Session, plan: NewSite, *, by: Person, now: datetime) -> tuple[DumpSite, bool]:
    """The site with its first stage, and whether it is new. The same plan sent again gives the first one back."""
    fingerprint = rules.fingerprint(plan)
    if known := session.get(DumpSite, plan.id):
        if known.fingerprint != fingerprint:
            raise SiteIdTaken
        return known, False
    if plan.found_on > clock.day_of(now):
        raise rules.DayInFuture(field="found_on")
    values = columns(plan.model_dump(exclude={"found_on", "found_words", "complaint_ids"}))
    values["code"] = plan.code or rules.next_code(SiteKind(plan.kind), queries.codes(session))
    site = DumpSite(fingerprint=fingerprint, created_at=now, **values)
    if site.hamlet_id is None and site.latitude is not None and site.longitude is not None:
        hamlet = places.find_at(session, site.latitude, site.longitude, clock.day_of(now))
        site.hamlet_id = hamlet.id if hamlet else None
    check(session, site)
    _index(session, site)
    session.add(site)
    session.flush()
    first = DumpSiteStage(
        id=plan.id, dump_site_id=site.id, position=0, stage=Stage.FOUND, happened_on=plan.found_on,
        words=plan.found_words, account_id=by.id, recorded_at=now,
    )  # fmt: skip
    session.add(first)
    session.flush()
    record(session, "created", site, by=by, now=now, found_on=plan.found_on.isoformat())
    return site, True


def change(session: Session, site_id: UUID, wish: SiteChange, *, version: int, by: Person, now: datetime) -> DumpSite:
    """Change what was sent and nothing else; a change that changes nothing keeps the version."""
    site = hold(session, site_id, version, by=by, now=now)
    apply(session, site, columns(wish.model_dump(exclude_unset=True)), by=by, now=now)
    return site


def apply(
    session: Session, site: DumpSite, values: dict[str, Any], *, by: Person, now: datetime, **detail: Any
) -> bool:
    """Set `values` (of any column's kind); the journal keeps what stood there before. True if anything changed."""
    found = changes.differences(site, values)
    if not found:
        return False
    with session.no_autoflush:
        for name in found:
            setattr(site, name, values[name])
        check(session, site)
        _index(session, site)
    site.version += 1
    session.flush()
    record(session, "changed", site, by=by, now=now, changes=found, **detail)
    return True


def move(session: Session, site_id: UUID, step: NewSiteStage, *, version: int, by: Person, now: datetime) -> DumpSite:
    """The next fact of a site's life. The same step sent again changes nothing."""
    if known := session.get(DumpSiteStage, step.id):
        same = (known.dump_site_id, known.stage, known.happened_on) == (site_id, step.stage, step.on)
        if not same:
            raise StageIdTaken
        return queries.require(session, site_id)
    site = hold(session, site_id, version, by=by, now=now)
    put_stage(session, site, step, by=by, now=now)
    return site


def put_stage(session: Session, site: DumpSite, step: NewSiteStage, *, by: Person, now: datetime) -> None:
    """`site` is held. The move must be allowed, and the watch over before it ends."""
    rows = queries.history(session, site.id)
    rules.check_move(rows, step.stage, step.on, is_relapse=step.is_relapse, words=step.words, today=clock.day_of(now))
    last = rules.standing(rows)[-1]
    if step.stage is Stage.DONE:
        since = rules.watched_since(rows, step.on)
        seen = queries.visits(session, [site.id])[site.id]
        clean = sum(visit.result is VisitResult.CLEAN and visit.visited_on >= last.happened_on for visit in seen)
        rules.check_end_of_watch(since, clean, step.on, step.words, queries.setting(session))
    row = DumpSiteStage(
        id=step.id, dump_site_id=site.id, position=last.position + 1, stage=step.stage, happened_on=step.on,
        words=step.words, decision_number=step.decision_number, is_relapse=step.is_relapse, account_id=by.id,
        recorded_at=now,
    )  # fmt: skip
    session.add(row)
    site.version += 1
    session.flush()
    verb = "relapsed" if step.is_relapse else "moved"
    record(session, verb, site, by=by, now=now, stage=step.stage.value, on=step.on.isoformat())


def correct(
    session: Session,
    site_id: UUID,
    stage_id: UUID,
    wish: SiteStageCorrection,
    *,
    version: int,
    by: Person,
    now: datetime,
) -> DumpSite:
    """A new row stands instead of the one that was wrong; nothing is overwritten. Sent again it changes nothing."""
    known = session.get(DumpSiteStage, wish.id)
    if known:
        if (known.dump_site_id, known.replaces_id) != (site_id, stage_id):
            raise StageIdTaken
        return queries.require(session, site_id)
    site = hold(session, site_id, version, by=by, now=now)
    row = queries.require_standing(session, site, stage_id)
    sent = wish.model_fields_set
    on = wish.on if "on" in sent else row.happened_on
    rules.check_correction(queries.history(session, site.id), row, on, is_void=wish.is_void, today=clock.day_of(now))
    after = DumpSiteStage(
        id=wish.id, dump_site_id=site.id, position=row.position, stage=row.stage, happened_on=on,
        is_relapse=row.is_relapse, words=wish.words if "words" in sent else row.words,
        decision_number=wish.decision_number if "decision_number" in sent else row.decision_number,
        replaces_id=row.id, is_void=wish.is_void, account_id=by.id, recorded_at=now,
    )  # fmt: skip
    session.add(after)
    site.version += 1
    session.flush()
    found = changes.differences(
        row, {"happened_on": on, "words": after.words, "decision_number": after.decision_number}
    )
    verb = "stage_taken_back" if wish.is_void else "stage_corrected"
    record(session, verb, site, by=by, now=now, stage=row.stage.value, changes=found)
    return site


def set_numbers(session: Session, wish: DumpSettings, *, version: int, by: Person, now: datetime) -> DumpSetting:
    """The numbers that suggestions and the watch go by from now on."""
    setting = session.get(DumpSetting, 1, with_for_update=True) or DumpSetting()
    if setting.version != version:
        raise errors.Stale(current=DumpSettingsShape.model_validate(setting))
    found = changes.differences(setting, wish.model_dump())
    for name in found:
        setattr(setting, name, getattr(wish, name))
    setting.version += 1 if found else 0
    session.add(setting)
    session.flush()
    journal.record(session, "changed", "dump_setting", None, actor=by.name, actor_id=by.id, now=now, changes=found)
    return setting


def hold(session: Session, site_id: UUID, version: int, *, by: Person, now: datetime) -> DumpSite:
    """The locked site, if this is the version that was read."""
    site = queries.require(session, site_id, lock=True)
    if site.version != version:
        raise errors.Stale(current=views.detail(session, site, by=by, now=now))
    return site


def record(session: Session, verb: str, site: DumpSite, *, by: Person, now: datetime, **detail: Any) -> None:
    """`detail`: any JSON value."""
    journal.record(
        session, verb, SUBJECT, site.id, actor=by.name, actor_id=by.id, now=now, **{"code": site.code} | detail
    )


def columns(values: dict[str, Any]) -> dict[str, Any]:
    """From the wire's fields to the table's, of any column's kind; an outline without a pin gives one."""
    for short, long in (("lat", "latitude"), ("lon", "longitude")):
        if short in values:
            values[long] = values.pop(short)
    if values.get("outline"):
        values["outline"] = outline(values["outline"])
        if values.get("latitude") is None and "latitude" in values:
            values["latitude"], values["longitude"] = geography.middle(values["outline"])
    return values


def outline(raw: dict[str, JsonValue]) -> dict[str, Any]:
    """A clean GeoJSON Polygon of one ring (its values of any kind); OutlineRejected says why not."""
    try:
        cleaned = boundaries.clean(raw)
    except boundaries.BoundaryRejected as fault:
        raise OutlineRejected(fault.sentence, field="outline") from fault
    if (
        cleaned["type"] != "Polygon"
        or len(cleaned["coordinates"]) != 1
        or len(cleaned["coordinates"][0]) > MOST_CORNERS
    ):
        raise OutlineRejected(f"Ranh giới phải là một hình khép kín, không quá {MOST_CORNERS} góc.", field="outline")
    return cleaned


def check(session: Session, site: DumpSite) -> None:
    other = queries.codes(session).get(site.code.upper())
    if other and other.id != site.id:
        raise SiteCodeTaken(field="code")
    if site.hamlet_id:
        places.require(session, site.hamlet_id)
    if site.unit_id and session.get(Unit, site.unit_id) is None:
        raise UnitNotFound(field="unit_id")


def _index(session: Session, site: DumpSite) -> None:
    hamlet = places.names(session).get(site.hamlet_id, "") if site.hamlet_id else ""
    site.search_text = rules.search_text(site.name, site.code, site.place_words, hamlet)
