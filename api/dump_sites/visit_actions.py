"""Visits to dump sites and the photos of a site."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, func, select

from api.accounts.permissions import Permission
from api.accounts.rules import Person, check_reach
from api.core import clock, errors
from api.dump_sites import actions, queries, rules
from api.dump_sites.models import DumpSite, DumpSitePhoto, DumpSiteVisit, PhotoKind
from api.dump_sites.visit_schemas import NewSiteVisit
from api.media import actions as media
from api.media.models import Picture
from api.media.store import Store


class VisitIdTaken(errors.Conflict):
    """Says nothing about what is stored under that id."""

    code = "dump_site_visit_id_taken"
    says = "Mã lần đi xem này đã dùng rồi. Xin báo lại từ đầu."


class VisitNotFound(errors.NotFound):
    code = "dump_site_visit_not_found"
    says = "Không tìm thấy lần đi xem này."


class PhotoIdTaken(errors.Conflict):
    code = "dump_site_photo_id_taken"
    says = "Mã ảnh đã dùng rồi. Xin chọn lại ảnh."


class PhotoArrived(errors.Conflict):
    code = "dump_site_photo_arrived"
    says = "Ảnh này xã đã nhận nên không bỏ được nữa."


class TooManyPhotos(errors.Conflict):
    code = "too_many_photos"
    says = f"Bãi này đã đủ {rules.MOST_PHOTOS} ảnh trước và sau."


def record(session: Session, wish: NewSiteVisit, *, by: Person, now: datetime) -> tuple[DumpSiteVisit, bool]:
    """The visit, and whether it is new. The same one sent again gives the first one back."""
    site = queries.require(session, wish.dump_site_id)
    check_reach(by, Permission.VISIT_DUMP_SITES, hamlet_id=site.hamlet_id)
    fingerprint = rules.fingerprint(wish)
    if known := _known(session, wish, fingerprint):
        return known, False
    rules.check_visit(wish.visited_on, photos=len(wish.photos), today=clock.day_of(now))
    visit = DumpSiteVisit(
        **wish.model_dump(exclude={"photos"}), fingerprint=fingerprint, account_id=by.id, received_at=now
    )
    taken = session.exec(select(DumpSitePhoto.id).where(col(DumpSitePhoto.id).in_(wish.photos))).first()
    if taken:
        raise PhotoIdTaken(field="photos")
    try:
        with session.begin_nested():
            session.add(visit)
            session.flush()
            for position, photo_id in enumerate(wish.photos):
                session.add(
                    DumpSitePhoto(
                        id=photo_id, dump_site_id=site.id, visit_id=visit.id, kind=PhotoKind.VISIT, position=position
                    )
                )
    except IntegrityError:  # somebody was faster between the question and the answer
        if known := _known(session, wish, fingerprint):
            return known, False
        raise
    actions.record(
        session, "visited", site, by=by, now=now, visit_id=str(visit.id), on=wish.visited_on.isoformat(),
        result=wish.result.value,
    )  # fmt: skip
    return visit, True


def add_visit_photo(
    session: Session, store: Store, visit_id: UUID, photo_id: UUID, upload: media.Upload, *, declares: bool, by: Person,
    now: datetime,
) -> tuple[Picture, bool]:  # fmt: skip
    """A declared photo arrives, or one more with `declares`: the picture, and whether it is new. It stays inside until
    an officer shows it."""
    visit = _own(session, visit_id, by)
    photo = session.get(DumpSitePhoto, photo_id)
    if photo is None and declares:
        photo = DumpSitePhoto(
            id=photo_id, dump_site_id=visit.dump_site_id, visit_id=visit.id, kind=PhotoKind.VISIT,
            position=_count(session, col(DumpSitePhoto.visit_id) == visit.id),
        )  # fmt: skip
        session.add(photo)
        session.flush()
    if photo is None or photo.visit_id != visit.id:
        raise queries.PhotoNotFound
    return _receive(session, store, photo, upload, by=by, now=now)


def give_up_photo(session: Session, visit_id: UUID, photo_id: UUID, *, by: Person, now: datetime) -> None:
    """Nobody waits for this photo any more. One that is not declared, or no longer, changes nothing."""
    visit = _own(session, visit_id, by)
    photo = session.get(DumpSitePhoto, photo_id, populate_existing=True)
    if photo is None or photo.visit_id != visit.id:
        return
    if photo.picture_id is not None:
        raise PhotoArrived
    session.delete(photo)
    session.flush()
    site = queries.require(session, visit.dump_site_id)
    actions.record(session, "photo_given_up", site, by=by, now=now, photo_id=str(photo_id))


def add_photo(
    session: Session, store: Store, site_id: UUID, photo_id: UUID, kind: PhotoKind, upload: media.Upload, *,
    by: Person, now: datetime,
) -> tuple[Picture, bool]:  # fmt: skip
    """A photo before or after the works: the picture, and whether it is new. Officers take these for everybody, so
    they are public at once."""
    site = queries.require(session, site_id, lock=True)
    photo = session.get(DumpSitePhoto, photo_id)
    if photo is not None and photo.dump_site_id != site.id:
        raise PhotoIdTaken
    if photo is None:
        mine = (col(DumpSitePhoto.dump_site_id) == site.id) & col(DumpSitePhoto.visit_id).is_(None)
        if (count := _count(session, mine)) >= rules.MOST_PHOTOS:
            raise TooManyPhotos
        photo = DumpSitePhoto(id=photo_id, dump_site_id=site.id, kind=kind, position=count)
        session.add(photo)
        session.flush()
    picture, is_new = _receive(session, store, photo, upload, by=by, now=now)
    if is_new:
        media.publish(session, picture)
        site.version += 1
    return picture, is_new


def show_photo(
    session: Session, site_id: UUID, photo_id: UUID, is_public: bool, *, version: int, by: Person, now: datetime
) -> DumpSite:
    """Let everybody see a photo, or take it back: its public address then ends."""
    site = actions.hold(session, site_id, version, by=by, now=now)
    photo = queries.require_photo(session, site.id, photo_id)
    picture = session.get(Picture, photo.picture_id) if photo.picture_id else None
    if picture is None:
        raise queries.PhotoNotFound
    if is_public:
        media.publish(session, picture)
    else:
        media.unpublish(session, picture)
    site.version += 1
    session.flush()
    verb = "photo_published" if is_public else "photo_unpublished"
    actions.record(session, verb, site, by=by, now=now, photo_id=str(photo_id))
    return site


def _receive(
    session: Session, store: Store, photo: DumpSitePhoto, upload: media.Upload, *, by: Person, now: datetime
) -> tuple[Picture, bool]:
    is_new = photo.picture_id is None
    if is_new and session.get(Picture, photo.id) is not None:
        raise media.PictureIdTaken  # another room's photo
    picture = media.receive(session, store, photo.id, upload, by=by.id, now=now)
    if is_new:
        session.flush()
        photo.picture_id = picture.id
        session.flush()
        site = queries.require(session, photo.dump_site_id)
        actions.record(session, "photo_added", site, by=by, now=now, photo_id=str(photo.id), kind=photo.kind.value)
    return picture, is_new


def _own(session: Session, visit_id: UUID, by: Person) -> DumpSiteVisit:
    """Held until the end of the turn; NotAllowed for all but its maker."""
    visit = session.get(DumpSiteVisit, visit_id, with_for_update=True)
    if visit is None:
        raise VisitNotFound
    if visit.account_id != by.id:
        raise errors.NotAllowed
    return visit


def _known(session: Session, wish: NewSiteVisit, fingerprint: str) -> DumpSiteVisit | None:
    known = session.get(DumpSiteVisit, wish.id)
    if known and known.fingerprint != fingerprint:
        raise VisitIdTaken
    return known


def _count(session: Session, which: ColumnElement[bool]) -> int:
    return session.exec(select(func.count()).select_from(DumpSitePhoto).where(which)).one()
