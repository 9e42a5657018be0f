"""Who is at which case."""

from uuid import UUID

from api.core.shapes import Input, Output


class PresenceMark(Input):
    is_editing: bool = False


class Present(Output):
    """Somebody has this case open, or is changing it."""

    complaint_id: UUID
    account_id: UUID
    name: str
    is_editing: bool


class LiveState(Output):
    """The data of an event: `mark` changes with every change to cases; `present` is everybody at a case now."""

    mark: str
    present: list[Present]
