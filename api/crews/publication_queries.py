"""Questions about what is public, and one crew with everything."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.checklists import queries as checklists
from api.core import errors
from api.crews import queries, rules
from api.crews.models import CrewContract, CrewPublication, CrewViolation, PublicationState
from api.crews.publication_schemas import CrewPublicationShape, PublicCrewResult
from api.crews.schemas import CrewContractShape, CrewDetail, CrewViolationShape


class CrewPublicationNotFound(errors.NotFound):
    code = "crew_publication_not_found"
    says = "Không tìm thấy mục công khai này."


def require(session: Session, publication_id: UUID) -> CrewPublication:
    """Held until the end of the turn."""
    found = session.get(CrewPublication, publication_id, with_for_update=True)
    if found is None:
        raise CrewPublicationNotFound
    return found


def live_of(session: Session, violation_id: UUID) -> CrewPublication | None:
    """The one that is prepared, returned or public; the violation is held by whoever asks."""
    statement = select(CrewPublication).where(CrewPublication.violation_id == violation_id)
    return next(filter(rules.is_live, session.exec(statement)), None)


def public_on(session: Session, day: date) -> list[PublicCrewResult]:
    """What everybody could read on that day, the newest first."""
    statement = (
        select(CrewPublication, CrewViolation)
        .join(CrewViolation, col(CrewViolation.id) == col(CrewPublication.violation_id))
        .where(col(CrewPublication.published_on) <= day)
        .order_by(col(CrewPublication.published_on).desc(), col(CrewPublication.id))
    )
    return [_public(one, violation, day) for one, violation in session.exec(statement) if rules.shown_on(one, day)]


def shapes(session: Session, rows: Sequence[CrewPublication], *, by: Person) -> list[CrewPublicationShape]:
    names = queries.names_of(session, (who for one in rows for who in (one.prepared_by, one.checked_by)))
    free = by.may(Permission.PUBLISH_CREW_RESULTS) and not queries.hindrance(session, by)
    return [
        CrewPublicationShape(
            **one.model_dump(), prepared_by_name=names[one.prepared_by],
            checked_by_name=names[one.checked_by] if one.checked_by else None,
            may_check=free and one.state is PublicationState.PREPARED and one.prepared_by != by.id,
        )
        for one in rows
    ]  # fmt: skip


def waiting(session: Session, *, by: Person) -> list[CrewPublicationShape]:
    """Prepared, and not yet checked: the oldest first."""
    statement = select(CrewPublication).where(CrewPublication.state == PublicationState.PREPARED)
    return shapes(session, session.exec(statement.order_by(col(CrewPublication.prepared_at))).all(), by=by)


def detail(session: Session, crew_id: UUID, day: date, *, by: Person) -> CrewDetail:
    """One crew with everything, the newest first."""
    crew = queries.require(session, crew_id)
    photos = queries.photos(session, crew.id)
    contracts = session.exec(
        select(CrewContract).where(CrewContract.crew_id == crew.id).order_by(col(CrewContract.valid_from).desc())
    )
    violations = session.exec(
        select(CrewViolation)
        .where(CrewViolation.crew_id == crew.id)
        .order_by(col(CrewViolation.found_on).desc(), col(CrewViolation.made_at).desc())
    ).all()
    return CrewDetail(
        crew=queries.standings_on(session, [crew], day)[0],
        contracts=[
            CrewContractShape(**one.model_dump(), is_in_force=rules.holds_on(one, day), scans=photos.get(one.id, []))
            for one in contracts
        ],
        inspections=checklists.shapes(session, checklists.of_subject(session, queries.KIND, crew.id)),
        violations=violation_shapes(session, violations, day, by=by),
        units=queries.units(session), hindrance=queries.hindrance(session, by),
    )  # fmt: skip


def violation_shapes(
    session: Session, rows: Sequence[CrewViolation], day: date, *, by: Person
) -> list[CrewViolationShape]:
    """Of one crew."""
    if not rows:
        return []
    names, photos = queries.names_of(session, (one.made_by for one in rows)), queries.photos(session, rows[0].crew_id)
    statement = select(CrewPublication).where(col(CrewPublication.violation_id).in_([one.id for one in rows]))
    published = session.exec(statement.order_by(col(CrewPublication.prepared_at).desc())).all()
    by_violation: dict[UUID, list[CrewPublicationShape]] = defaultdict(list)
    for shape in shapes(session, published, by=by):
        by_violation[shape.violation_id].append(shape)
    return [
        CrewViolationShape(
            **one.model_dump(), state=rules.state_on(one, day), made_by_name=names[one.made_by],
            photos=photos.get(one.id, []), publications=by_violation[one.id],
        )
        for one in rows
    ]  # fmt: skip


def _public(one: CrewPublication, violation: CrewViolation, day: date) -> PublicCrewResult:
    remedied = violation.remedied_on if violation.remedied_on and violation.remedied_on <= day else None
    return PublicCrewResult(
        **one.model_dump(include=set(PublicCrewResult.model_fields)),
        due_on=violation.due_on, is_remedied=remedied is not None, remedied_on=remedied,
    )  # fmt: skip
