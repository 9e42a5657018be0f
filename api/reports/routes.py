"""The doors to documents: whoever prepares them draws, edits and takes the files along."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.web import IfMatch, SessionDep, SettingsDep, show_version
from api.papers import files
from api.papers import queries as papers
from api.reports import actions, queries
from api.reports.models import Document
from api.reports.schemas import DocumentDetail, DocumentEdit, Documents, NewDocument

router = APIRouter(prefix="/api/documents", tags=["documents"])
Writer = Annotated[Person, Depends(Allowed(Permission.PREPARE_DOCUMENTS))]
BINARY = {"schema": {"type": "string", "format": "binary"}}


@router.get("")
def list_documents(session: SessionDep, by: Writer) -> Documents:  # noqa: ARG001 - asking is the check
    """Drafts, the newest first."""
    return queries.listed(session)


@router.post("", status_code=201, responses={200: {"model": DocumentDetail}})
def post_document(
    wish: NewDocument, by: Writer, session: SessionDep, settings: SettingsDep, response: Response
) -> DocumentDetail:
    """Draw a document from the records: unnumbered, unsigned, to be edited before it is printed."""
    row, is_new = actions.draw(session, wish, commune=settings.commune_name, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    show_version(response, row.version)
    return queries.detail(session, row)


@router.get("/{document_id}")
def read_document(document_id: UUID, by: Writer, session: SessionDep, response: Response) -> DocumentDetail:
    """Every text with what the records say beside it, and the first rows of every annex."""
    row = queries.require(session, document_id, by=by)
    show_version(response, row.version)
    return queries.detail(session, row)


@router.put("/{document_id}")
def put_document(
    document_id: UUID, wish: DocumentEdit, version: IfMatch, by: Writer, session: SessionDep, response: Response
) -> DocumentDetail:
    """Change texts. The figures in the annexes are the records' own."""
    row = actions.edit(session, document_id, wish.parts, version=version, by=by, now=clock.now())
    show_version(response, row.version)
    return queries.detail(session, row)


@router.post("/{document_id}/drawing")
def post_drawing(
    document_id: UUID, version: IfMatch, by: Writer, session: SessionDep, settings: SettingsDep, response: Response
) -> DocumentDetail:
    """Draw it anew from the records as they are now; edited texts stay."""
    row = actions.draw_again(
        session, document_id, commune=settings.commune_name, version=version, by=by, now=clock.now()
    )
    show_version(response, row.version)
    return queries.detail(session, row)


@router.delete("/{document_id}", status_code=204)
def delete_document(document_id: UUID, version: IfMatch, by: Writer, session: SessionDep) -> None:
    """Strike a draft out; the journal keeps that it was there."""
    actions.strike_out(session, document_id, version=version, by=by, now=clock.now())


@router.get("/{document_id}/document.docx", response_class=Response, responses={200: {"content": {files.WORD: BINARY}}})
def read_word(document_id: UUID, by: Writer, session: SessionDep, settings: SettingsDep) -> Response:
    """The document in Word, in the layout of Decree 30/2020/NĐ-CP or of the commune's own template."""
    row = queries.require(session, document_id, by=by)
    paper = queries.paper(row, settings.commune_name.split(" ", 1)[-1])
    content = files.word(papers.content(session, row.template), paper)
    return _file(row, content, files.WORD, "docx")


@router.get("/{document_id}/annexes.xlsx", response_class=Response, responses={200: {"content": {files.EXCEL: BINARY}}})
def read_excel(document_id: UUID, by: Writer, session: SessionDep, settings: SettingsDep) -> Response:
    """Its annexes as a workbook, a sheet each."""
    row = queries.require(session, document_id, by=by)
    annexes = queries.paper(row, settings.commune_name).annexes
    return _file(row, files.workbook(annexes, title=row.title), files.EXCEL, "xlsx")


def _file(row: Document, content: bytes, kind: str, end: str) -> Response:
    name = f"{row.kind.value.replace('_', '-')}-{row.last_day:%Y%m%d}.{end}"
    return Response(content, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
