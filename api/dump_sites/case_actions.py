"""What officers decide about cases and sites: linking them, dismissing a suggestion, judging a suspected relapse."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from sqlmodel import Session

from api.accounts.rules import Person
from api.complaints.queries import ComplaintNotFound
from api.core import clock, errors
from api.dump_sites import actions, case_queries, queries
from api.dump_sites.case_schemas import RelapseDecision, SpotDismissal
from api.dump_sites.models import DumpDismissal, DumpSite, DumpSiteComplaint, Link
from api.dump_sites.schemas import NewSiteStage
from api.journal import actions as journal


class AlreadyJudged(errors.Conflict):
    code = "dump_site_report_judged"
    says = "Phản ánh này đã có người xem xét với bãi này rồi."


def link(session: Session, site: DumpSite, complaint_ids: Iterable[UUID], *, by: Person, now: datetime) -> None:
    """These reports tell of this site. Linked before, nothing changes; ComplaintNotFound when `by` may not read one."""
    ids = list(dict.fromkeys(complaint_ids))
    if len(case_queries.existing(session, ids, by=by)) < len(ids):
        raise ComplaintNotFound(field="complaint_ids")
    fresh = [one for one in ids if session.get(DumpSiteComplaint, (site.id, one)) is None]
    for complaint_id in fresh:
        session.add(
            DumpSiteComplaint(
                dump_site_id=site.id, complaint_id=complaint_id, link=Link.REGISTERED, account_id=by.id, at=now
            )
        )
    session.flush()
    if fresh:
        actions.record(session, "reports_linked", site, by=by, now=now, complaint_ids=[str(one) for one in fresh])


def judge(
    session: Session, site_id: UUID, complaint_id: UUID, wish: RelapseDecision, *, version: int, by: Person,
    now: datetime,
) -> DumpSite:  # fmt: skip
    """Confirmed, the site goes back to a stage before; dismissed, the report is not asked about again."""
    site = actions.hold(session, site_id, version, by=by, now=now)
    if complaint_id not in case_queries.existing(session, [complaint_id], by=by):
        raise ComplaintNotFound
    if session.get(DumpSiteComplaint, (site.id, complaint_id)) is not None:
        raise AlreadyJudged
    kind = Link.RELAPSE if wish.is_relapse else Link.DISMISSED
    session.add(
        DumpSiteComplaint(
            dump_site_id=site.id, complaint_id=complaint_id, link=kind, words=wish.words, account_id=by.id, at=now
        )
    )
    if wish.stage:
        back = NewSiteStage(id=uuid4(), stage=wish.stage, on=clock.day_of(now), words=wish.words, is_relapse=True)
        actions.put_stage(session, site, back, by=by, now=now)
    else:
        site.version += 1
        session.flush()
    verb = "relapse_confirmed" if wish.is_relapse else "relapse_dismissed"
    actions.record(session, verb, site, by=by, now=now, complaint_id=str(complaint_id), text=wish.words)
    return queries.require(session, site.id)


def dismiss(session: Session, wish: SpotDismissal, *, by: Person, now: datetime) -> None:
    """No site there: a suggestion of these reports is not shown again until a new one comes."""
    if len(case_queries.existing(session, wish.complaint_ids, by=by)) < len(set(wish.complaint_ids)):
        raise ComplaintNotFound(field="complaint_ids")
    fresh = [one for one in dict.fromkeys(wish.complaint_ids) if session.get(DumpDismissal, one) is None]
    for complaint_id in fresh:
        session.add(DumpDismissal(complaint_id=complaint_id, words=wish.words, account_id=by.id, at=now))
    session.flush()
    if fresh:
        journal.record(
            session, "suggestion_dismissed", actions.SUBJECT, None, actor=by.name, actor_id=by.id, now=now,
            complaint_ids=[str(one) for one in fresh], text=wish.words,
        )  # fmt: skip
