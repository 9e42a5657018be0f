"""Questions about dump sites: the registers, one site, what everybody may see, and the figures of any day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from api.accounts.models import Account, Unit
from api.core import errors, text
from api.dump_sites import rules
from api.dump_sites.models import (
    DumpSetting,
    DumpSite,
    DumpSitePhoto,
    DumpSiteStage,
    DumpSiteVisit,
    PhotoKind,
    SiteKind,
    Stage,
)
from api.dump_sites.schemas import KIND_LABELS, STAGE_LABELS, SiteFigure, SiteFigures, SiteRecord, SiteStage
from api.media.models import Picture

MOST_SHOWN = 2_000  # a commune has some dozens


class SiteNotFound(errors.NotFound):
    code = "dump_site_not_found"
    says = "Không tìm thấy bãi rác, điểm đen này trong danh mục."


class StageNotFound(errors.NotFound):
    code = "dump_site_stage_not_found"
    says = "Không tìm thấy bước này, hoặc đã có bản sửa khác."


class PhotoNotFound(errors.NotFound):
    code = "dump_site_photo_not_found"
    says = "Không tìm thấy ảnh này."


@dataclass(frozen=True, slots=True)
class Filter:
    kind: SiteKind | None = None
    hamlet_id: UUID | None = None
    stage: Stage | None = None
    q: str = ""


def setting(session: Session) -> DumpSetting:
    """The commune's numbers; those shipped while it has set none."""
    return session.get(DumpSetting, 1) or DumpSetting()


def require(session: Session, site_id: UUID, *, lock: bool = False) -> DumpSite:
    """`lock`: hold it until the end of the turn, so that two changes cannot pass each other."""
    site = session.get(DumpSite, site_id, with_for_update=lock or None)
    if site is None:
        raise SiteNotFound
    return site


def require_standing(session: Session, site: DumpSite, stage_id: UUID) -> DumpSiteStage:
    """A row that no correction has replaced."""
    found = next((row for row in rules.standing(history(session, site.id)) if row.id == stage_id), None)
    if found is None:
        raise StageNotFound
    return found


def require_photo(session: Session, site_id: UUID, photo_id: UUID) -> DumpSitePhoto:
    photo = session.get(DumpSitePhoto, photo_id)
    if photo is None or photo.dump_site_id != site_id:
        raise PhotoNotFound
    return photo


def history(session: Session, site_id: UUID) -> Sequence[DumpSiteStage]:
    """Every row of a site, corrections too, in the order they were recorded."""
    statement = select(DumpSiteStage).where(DumpSiteStage.dump_site_id == site_id)
    return session.exec(statement.order_by(col(DumpSiteStage.recorded_at), col(DumpSiteStage.position))).all()


def histories(session: Session, kind: SiteKind | None = None) -> dict[UUID, list[DumpSiteStage]]:
    """Site → its rows."""
    statement = select(DumpSiteStage)
    if kind:
        mine = select(DumpSite.id).where(DumpSite.kind == kind)
        statement = statement.where(col(DumpSiteStage.dump_site_id).in_(mine))
    found: dict[UUID, list[DumpSiteStage]] = defaultdict(list)
    for row in session.exec(statement):
        found[row.dump_site_id].append(row)
    return found


def stages(session: Session, rows: Sequence[DumpSiteStage]) -> list[SiteStage]:
    """Newest first, with what was corrected."""
    standing = {row.id for row in rules.standing(rows)}
    names = dict(session.exec(select(Account.id, Account.name)).all())
    return [
        SiteStage(
            id=row.id, stage=row.stage, label=STAGE_LABELS[row.stage], on=row.happened_on, words=row.words,
            decision_number=row.decision_number, is_relapse=row.is_relapse, is_standing=row.id in standing,
            by=names.get(row.account_id, ""), recorded_at=row.recorded_at,
        )
        for row in sorted(rows, key=lambda row: (row.position, row.id in standing, row.recorded_at), reverse=True)
        if not row.is_void
    ]  # fmt: skip


def matching(session: Session, wish: Filter) -> list[DumpSite]:
    """In the order of their codes; whatever stage they are in."""
    statement = select(DumpSite)
    if wish.kind:
        statement = statement.where(col(DumpSite.kind) == wish.kind)
    if wish.hamlet_id:
        statement = statement.where(col(DumpSite.hamlet_id) == wish.hamlet_id)
    for word in text.fold(wish.q).split():
        statement = statement.where(col(DumpSite.search_text).contains(word, autoescape=True))
    return list(session.exec(statement.order_by(col(DumpSite.code)).limit(MOST_SHOWN)))


def codes(session: Session) -> dict[str, DumpSite]:
    """Codes in capitals → sites."""
    return {site.code.upper(): site for site in session.exec(select(DumpSite))}


def visits(session: Session, site_ids: Iterable[UUID] | None = None) -> dict[UUID, list[DumpSiteVisit]]:
    """Site → its visits, newest first."""
    statement = select(DumpSiteVisit).order_by(col(DumpSiteVisit.visited_on).desc(), col(DumpSiteVisit.id).desc())
    if site_ids is not None:
        statement = statement.where(col(DumpSiteVisit.dump_site_id).in_(list(site_ids)))
    found: dict[UUID, list[DumpSiteVisit]] = defaultdict(list)
    for visit in session.exec(statement):
        found[visit.dump_site_id].append(visit)
    return found


def photos(session: Session, site_id: UUID) -> Sequence[tuple[DumpSitePhoto, Picture | None]]:
    """Those declared, oldest first, each with its picture once that has arrived."""
    statement = (
        select(DumpSitePhoto, Picture)
        .outerjoin(Picture, col(Picture.id) == col(DumpSitePhoto.picture_id))
        .where(DumpSitePhoto.dump_site_id == site_id)
        .order_by(col(DumpSitePhoto.position), col(DumpSitePhoto.id))
    )
    return session.exec(statement).all()


def shown(session: Session) -> dict[UUID, dict[PhotoKind, Picture]]:
    """Site → the last public picture of each kind."""
    statement = (
        select(DumpSitePhoto, Picture)
        .join(Picture, col(Picture.id) == col(DumpSitePhoto.picture_id))
        .where(col(Picture.public_key).is_not(None))
        .order_by(col(DumpSitePhoto.position), col(DumpSitePhoto.id))
    )
    found: dict[UUID, dict[PhotoKind, Picture]] = defaultdict(dict)
    for photo, picture in session.exec(statement):
        found[photo.dump_site_id][photo.kind] = picture
    return found


def unit_names(session: Session) -> dict[UUID, str]:
    return dict(session.exec(select(Unit.id, Unit.name)).all())


def figures_on(session: Session, day: date) -> SiteFigures:
    """K5c and K5d as they stood at the end of a day, by what is known of it now, with the sites behind them."""
    return SiteFigures(
        on=day,
        k5c=figure_on(session, SiteKind.UNSANITARY_LANDFILL, day),
        k5d=figure_on(session, SiteKind.WILD_DUMP, day),
        polluted_areas=figure_on(session, SiteKind.POLLUTED_AREA, day),
    )


def figure_on(session: Session, kind: SiteKind, day: date) -> SiteFigure:
    rows = histories(session, kind)
    counted = rules.tally(rows, day)
    sites = matching(session, Filter(kind=kind))
    return SiteFigure(
        kind=kind, kind_label=KIND_LABELS[kind], found=len(counted.found),
        listed=len(counted.listed), closed=len(counted.closed), restored=len(counted.restored),
        done=len(counted.done), share=counted.share,
        sites=[_record(site, rows[site.id], day) for site in sites if site.id in counted.listed],
    )  # fmt: skip


def _record(site: DumpSite, rows: Sequence[DumpSiteStage], day: date) -> SiteRecord:
    last = [row for row in rules.standing(rows) if row.happened_on <= day][-1]
    return SiteRecord(
        id=site.id, code=site.code, name=site.name, stage=last.stage, stage_label=STAGE_LABELS[last.stage],
        stage_since=last.happened_on, is_restored=last.stage in rules.RESTORED,
    )  # fmt: skip
