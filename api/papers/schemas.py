"""Templates on the wire."""

from datetime import datetime

from pydantic import Field

from api.core.shapes import Output


class TemplateShape(Output):
    name: str
    label: str
    version: int = Field(description="0: never replaced")
    is_own: bool = Field(description="The commune's own stands in the place of the program's")
    changed_at: datetime | None


class TemplateField(Output):
    """A name that may stand in a template between double braces."""

    name: str
    words: str


class Templates(Output):
    items: list[TemplateShape]
    fields: list[TemplateField]
