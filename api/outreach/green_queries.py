"""Questions about green criteria, festivals and venues."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from api.accounts.models import Account
from api.core import entries, errors
from api.media import schemas as media
from api.outreach import green_rules as rules
from api.outreach import photo_queries as photos
from api.outreach.green_models import GreenCheck, GreenCriterion, GreenSite
from api.outreach.green_schemas import GreenBook, GreenCheckShape, GreenCriterionShape, GreenSiteShape
from api.outreach.photo_models import PhotoOf
from api.places import queries as places


class GreenSiteNotFound(errors.NotFound):
    code = "green_site_not_found"
    says = "Không tìm thấy lễ hội hoặc địa điểm này."


class GreenCheckNotFound(errors.NotFound):
    code = "green_check_not_found"
    says = "Không tìm thấy lần chấm này."


def require_site(session: Session, site_id: UUID) -> GreenSite:
    site = session.get(GreenSite, site_id)
    if site is None:
        raise GreenSiteNotFound
    return site


def require_check(session: Session, check_id: UUID, *, lock: bool = False) -> GreenCheck:
    check = session.get(GreenCheck, check_id, with_for_update=lock or None)
    if check is None:
        raise GreenCheckNotFound
    return check


def criteria(session: Session) -> list[GreenCriterion]:
    order = (col(GreenCriterion.position), col(GreenCriterion.code))
    return list(session.exec(select(GreenCriterion).order_by(*order)))


def latest_on(session: Session, day: date) -> dict[UUID, GreenCheck]:
    """Site → its newest check up to that day: what an indicator counts, and the records behind it."""
    statement = entries.standing(GreenCheck).where(col(GreenCheck.checked_on) <= day)
    rows = session.exec(statement.order_by(col(GreenCheck.checked_on), col(GreenCheck.received_at)))
    return {row.site_id: row for row in rows}


def book(session: Session) -> GreenBook:
    """Everything: a commune has some dozens of festivals and venues."""
    checks: defaultdict[UUID, list[GreenCheck]] = defaultdict(list)
    newest = (col(GreenCheck.checked_on).desc(), col(GreenCheck.received_at).desc())
    for check in session.exec(entries.standing(GreenCheck).order_by(*newest)):
        checks[check.site_id].append(check)
    names = places.names(session)
    sites = session.exec(select(GreenSite).order_by(col(GreenSite.name), col(GreenSite.id)))
    return GreenBook(
        criteria=[GreenCriterionShape.model_validate(row) for row in criteria(session)],
        sites=[
            GreenSiteShape(
                **site.model_dump(), hamlet_name=names.get(site.hamlet_id) if site.hamlet_id else None,
                checks=shapes(session, checks[site.id]),
            )
            for site in sites
        ],
    )  # fmt: skip


def site_shape(session: Session, site: GreenSite) -> GreenSiteShape:
    return next(one for one in book(session).sites if one.id == site.id)


def shapes(session: Session, checks: list[GreenCheck]) -> list[GreenCheckShape]:
    if not checks:
        return []
    pictures = photos.of(session, PhotoOf.GREEN_CHECK, [check.id for check in checks])
    makers = dict(session.exec(select(Account.id, Account.name)).all())
    found = []
    for check in checks:
        verdict, percent, misses = rules.outcome(check.answers)
        found.append(
            GreenCheckShape(
                **check.model_dump(exclude={"made_by", "received_at"}), verdict=verdict, percent=percent,
                misses=misses, made_by_name=makers.get(check.made_by, "") if check.made_by else "",
                photos=[media.staff_picture(key, "green", picture) for key, picture in pictures.get(check.id, [])],
            )
        )  # fmt: skip
    return found
