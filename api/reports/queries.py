"""Reading drafts, and the paper each becomes."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from api.accounts.models import Account
from api.accounts.rules import Person
from api.complaints import desk_queries
from api.core import errors
from api.papers.rules import Annex, Paper
from api.reports import rules
from api.reports.models import Document, DocumentKind
from api.reports.schemas import DocumentAnnex, DocumentDetail, DocumentPart, Documents, DocumentSummary

PREVIEW = 12
SHOWN = 200


class DocumentNotFound(errors.NotFound):
    code = "document_not_found"
    says = "Không tìm thấy văn bản này."


def require(session: Session, document_id: UUID, *, by: Person, locked: bool = False) -> Document:
    """A draft about a case is open to those who may read the case."""
    row = session.get(Document, document_id, with_for_update=locked or None)
    if row is None or row.is_void:
        raise DocumentNotFound
    if row.kind in rules.ABOUT_CASES and row.subject_id:
        desk_queries.require_readable(session, row.subject_id, by=by)
    return row


def listed(session: Session) -> Documents:
    statement = select(Document).where(col(Document.is_void).is_(False))
    rows = session.exec(statement.order_by(col(Document.made_at).desc(), col(Document.id)).limit(SHOWN)).all()
    names = _names(session, rows)
    return Documents(items=[DocumentSummary(**_summary(row, names)) for row in rows])


def before(session: Session, kind: DocumentKind) -> Document | None:
    """The newest of its kind: what its clerk changed in the frame holds for the next."""
    statement = select(Document).where(Document.kind == kind, col(Document.is_void).is_(False))
    return session.exec(statement.order_by(col(Document.made_at).desc()).limit(1)).first()


def detail(session: Session, row: Document) -> DocumentDetail:
    printed = rules.standing(row.parts, row.edits)
    parts = [
        DocumentPart(
            code=one["code"], heading=one["heading"], text=printed[one["code"]], drawn=one["text"],
            is_edited=one["code"] in row.edits,
            has_moved=one["code"] in row.edits and row.edits[one["code"]]["was"] != one["text"],
        )
        for one in row.parts
    ]  # fmt: skip
    annexes = [
        DocumentAnnex(
            title=one["title"], columns=[column["label"] for column in one["columns"]], words=one["words"],
            rows=[["" if cell is None else str(cell) for cell in cells] for cells in one["rows"][:PREVIEW]],
            count=len(one["rows"]) - one["totals"],
        )
        for one in row.annexes
    ]  # fmt: skip
    return DocumentDetail(
        **_summary(row, _names(session, [row])), subject_id=row.subject_id, type_name=row.type_name, parts=parts,
        annexes=annexes, sealed=row.sealed,
    )  # fmt: skip


def paper(row: Document, place: str) -> Paper:
    """What is printed, as its template wants it."""
    printed = rules.standing(row.parts, row.edits)

    def told(code: str) -> list[str]:
        return rules.lines(printed.get(code, ""))

    sections = [
        (one["heading"], rules.lines(printed[one["code"]]))
        for one in row.parts
        if one["code"].startswith("section_") and (one["heading"] or printed[one["code"]])
    ]
    return Paper(
        template=row.template, issuer="\n".join(told("issuer")), issuer_above=" ".join(told("issuer_above")),
        code=row.code, place=place, year=row.made_at.year, type_name=row.type_name,
        subject=" ".join(told("subject")), addressees=told("addressees"), opening=told("opening"),
        sections=sections, closing=told("closing"), recipients=told("recipients"), offices=told("offices"),
        other_offices=told("other_offices"), signer=" ".join(told("signer")),
        foot=f"Nhật ký hệ thống: {row.sealed}" if row.sealed else "",
        annexes=[Annex.from_json(one) for one in row.annexes],
    )  # fmt: skip


def _summary(row: Document, names: dict[UUID, str]) -> dict[str, object]:
    taken = ("id", "kind", "title", "period_words", "first_day", "last_day", "drawn_at", "made_at", "version")
    return {name: getattr(row, name) for name in taken} | {
        "made_by_name": names[row.made_by], "edited": len(row.edits)
    }  # fmt: skip


def _names(session: Session, rows: Sequence[Document]) -> dict[UUID, str]:
    ids = {row.made_by for row in rows}
    return dict(session.exec(select(Account.id, Account.name).where(col(Account.id).in_(ids))).all())
