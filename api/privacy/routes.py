"""Doors to personal data: how long it is kept, what people ask about theirs, what is erased."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.web import IfMatch, SessionDep, SettingsDep
from api.privacy import actions, queries, retention
from api.privacy.models import SubjectRequest
from api.privacy.schemas import (
    DueNow,
    ErasureShape,
    Held,
    Identity,
    NewErasure,
    NewRequest,
    RequestAnswer,
    RequestExtension,
    RequestOutcome,
    RequestShape,
    RuleEdit,
    RuleShape,
    Subject,
    TermEdit,
    TermShape,
)

router = APIRouter(prefix="/api/privacy", tags=["privacy"])
Editor = Annotated[Person, Depends(Allowed(Permission.MANAGE_CATALOGUE))]
Keeper = Annotated[Person, Depends(Allowed(Permission.MANAGE_PRIVACY))]
Confirmer = Annotated[Person, Depends(Allowed(Permission.CONFIRM_ERASURES))]
REQUEST = "/requests/{request_id}"


@router.get("/retention-rules")
def list_rules(_: Editor, session: SessionDep) -> list[RuleShape]:
    """How long each kind of data is kept, with where the rule comes from."""
    return [RuleShape.model_validate(rule) for rule in queries.retention_rules(session)]


@router.put("/retention-rules/{code}")
def set_rule(code: str, wish: RuleEdit, version: IfMatch, by: Editor, session: SessionDep) -> RuleShape:
    """Change a rule, or put it out of force. The next sweep, at night, goes by it."""
    return RuleShape.model_validate(actions.set_rule(session, code, wish, version=version, by=by, now=clock.now()))


@router.get("/retention-preview")
def preview_retention(_: Editor, session: SessionDep, response: Response) -> list[DueNow]:
    """What tonight's sweep would do, rule by rule, with a few codes; nothing is done."""
    keep_private(response)
    return retention.preview(session, now=clock.now())


@router.get("/terms")
def list_terms(_: Editor, session: SessionDep) -> list[TermShape]:
    """How long the commune has to answer a request about personal data, and to carry it out."""
    return [TermShape.model_validate(term) for term in queries.terms(session)]


@router.put("/terms/{step}")
def set_term(step: str, wish: TermEdit, version: IfMatch, by: Editor, session: SessionDep) -> TermShape:
    """Change a term. Those that already run stay as they are."""
    return TermShape.model_validate(actions.set_term(session, step, wish, version=version, by=by, now=clock.now()))


@router.get("/requests")
def list_requests(_: Keeper, session: SessionDep, response: Response) -> list[RequestShape]:
    """The register: open requests first, by the end of their term. Never who asked."""
    keep_private(response)
    return queries.requests(session, now=clock.now())


@router.post("/requests", status_code=201, responses={200: {"model": RequestShape}})
def take_request(
    wish: NewRequest, by: Keeper, session: SessionDep, settings: SettingsDep, response: Response
) -> RequestShape:
    """Write down what somebody wants done with the data about them. Both clocks begin."""
    now = clock.now()
    made, is_new = actions.take_request(session, wish, secret=settings.secret, by=by, now=now)
    response.status_code = 201 if is_new else 200
    return _shown(made, response)


@router.post(f"{REQUEST}/answer")
def answer_request(
    request_id: UUID, wish: RequestAnswer, version: IfMatch, by: Keeper, session: SessionDep, response: Response
) -> RequestShape:
    """What the person was told: within two working days."""
    found = actions.open_request(session, request_id, version, now=clock.now())
    actions.answer_request(session, found, wish.text, by=by, now=clock.now())
    return _shown(found, response)


@router.post(f"{REQUEST}/extension")
def extend_request(
    request_id: UUID, wish: RequestExtension, version: IfMatch, by: Keeper, session: SessionDep, response: Response
) -> RequestShape:
    """Once, with the reason that the person is told."""
    found = actions.open_request(session, request_id, version, now=clock.now())
    actions.extend_request(session, found, wish.reason, by=by, now=clock.now())
    return _shown(found, response)


@router.post(f"{REQUEST}/outcome")
def end_request(
    request_id: UUID, wish: RequestOutcome, version: IfMatch, by: Keeper, session: SessionDep, response: Response
) -> RequestShape:
    """What was done, or why it was refused."""
    found = actions.open_request(session, request_id, version, now=clock.now())
    actions.end_request(session, found, wish, by=by, now=clock.now())
    return _shown(found, response)


@router.post(f"{REQUEST}/identity-views")
def view_identity(
    request_id: UUID, by: Keeper, session: SessionDep, settings: SettingsDep, response: Response
) -> Identity:
    """Who asked, and in which words. That somebody looked is written down."""
    keep_private(response)
    return actions.view_identity(session, request_id, secret=settings.secret, by=by, now=clock.now())


@router.post("/subject-exports")
def export_subject(
    subject: Subject, by: Keeper, session: SessionDep, settings: SettingsDep, response: Response
) -> Held:
    """Everything that is kept about a phone number. Who asked, why and for which cases is written down."""
    keep_private(response)
    return actions.export(session, subject, secret=settings.secret, by=by, now=clock.now())


@router.get("/erasures")
def list_erasures(by: Confirmer, session: SessionDep, response: Response) -> list[ErasureShape]:
    """Orders to erase: first those that wait for a second person. They show no number and no name."""
    keep_private(response)
    return queries.erasures(session, by=by)


@router.post("/erasures", status_code=201, responses={200: {"model": ErasureShape}})
def order_erasure(
    wish: NewErasure, by: Keeper, session: SessionDep, settings: SettingsDep, response: Response
) -> ErasureShape:
    """Ask that everything about a phone number be erased. Nothing happens before another person confirms."""
    made, is_new = actions.order_erasure(session, wish, secret=settings.secret, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return queries.erasure_shape(session, made, by=by)


@router.post("/erasures/{erasure_id}/confirmation")
def confirm_erasure(erasure_id: UUID, by: Confirmer, session: SessionDep) -> ErasureShape:
    """The second person confirms: it is erased at once and for good."""
    found = actions.confirm_erasure(session, erasure_id, by=by, now=clock.now())
    return queries.erasure_shape(session, found, by=by)


@router.post("/erasures/{erasure_id}/withdrawal")
def withdraw_erasure(erasure_id: UUID, by: Confirmer, session: SessionDep) -> ErasureShape:
    """Take an order back that nobody has confirmed."""
    found = actions.withdraw_erasure(session, erasure_id, by=by, now=clock.now())
    return queries.erasure_shape(session, found, by=by)


def _shown(found: SubjectRequest, response: Response) -> RequestShape:
    keep_private(response)
    response.headers["ETag"] = f'"{found.version}"'
    return queries.shape_of(found, now=clock.now())
