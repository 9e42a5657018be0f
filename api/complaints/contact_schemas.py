"""Names and phones, as far as they ever leave the house."""

from api.core.shapes import Output


class ContactView(Output):
    name: str | None
    phone: str | None
