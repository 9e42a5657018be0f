"""The sorting guide on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from api.core.shapes import Input, Output
from api.core.text import Line, Words

ClassCode = Annotated[str, Field(pattern=r"^[a-z_]{2,20}$", examples=["recyclable"])]
Source = Annotated[Line, Field(max_length=300)]
Position = Annotated[int, Field(ge=0, le=10_000)]


class WasteClassEdit(Input):
    """A class of waste. Colours are words: they differ from city to city and are never the only sign."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"name": "Rác thực phẩm", "colour": "Túi hoặc thùng màu xanh lá", "how": "Ủ phân.", "icon": "sprout"}
            ]
        }
    )  # fmt: skip

    name: Annotated[Line, Field(min_length=1, max_length=60)]
    colour: Annotated[Line, Field(max_length=120)] = ""
    how: Annotated[Words, Field(max_length=600)] = ""
    icon: Annotated[str, Field(pattern=r"^[a-z-]{2,30}$")] = "trash"
    position: Position = 0
    source: Source = ""


class WasteClassShape(Output):
    code: str
    name: str
    colour: str
    how: str
    icon: str
    position: int
    source: str
    version: int


class GuideEntryEdit(Input):
    """One thing of everyday life, as people call it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"name": "Vỏ chai nước ngọt", "other_names": "chai nhựa, chai pet", "class_code": "recyclable",
                 "how": "Đổ hết nước, ép dẹp."}
            ]
        }
    )  # fmt: skip

    name: Annotated[Line, Field(min_length=1, max_length=80)]
    other_names: Annotated[Line, Field(max_length=300)] = ""
    class_code: ClassCode
    how: Annotated[Words, Field(max_length=500)] = ""
    source: Source = ""
    position: Position = 0
    is_active: bool = True


class GuideEntryShape(Output):
    id: UUID
    name: str
    other_names: str
    class_code: str
    how: str
    source: str
    position: int
    is_active: bool
    version: int


class Guide(Output):
    """The whole guide: small enough to be kept on a phone."""

    classes: list[WasteClassShape]
    entries: list[GuideEntryShape]
