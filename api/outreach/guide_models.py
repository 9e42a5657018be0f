"""The sorting guide: into which class a thing of everyday life goes, and what to do with it before."""

from uuid import UUID

from sqlmodel import Field, SQLModel


class WasteClass(SQLModel, table=True):
    """A class of household waste. A city may subdivide them and choose other colours, so they are rows."""

    __tablename__ = "waste_class"

    code: str = Field(primary_key=True, max_length=20)
    name: str = Field(max_length=60)
    colour: str = Field(default="", max_length=120, description="Of bag or bin, in words")
    how: str = Field(default="", max_length=600)
    icon: str = Field(max_length=30)
    position: int = Field(default=0)
    source: str = Field(default="", max_length=300)
    version: int = Field(default=1)


class GuideEntry(SQLModel, table=True):
    __tablename__ = "guide_entry"

    id: UUID = Field(primary_key=True)
    name: str = Field(max_length=80)
    other_names: str = Field(default="", max_length=300, description="What else people call it, with commas")
    class_code: str = Field(max_length=20, foreign_key="waste_class.code")
    how: str = Field(default="", max_length=500)
    source: str = Field(default="", max_length=300)
    position: int = Field(default=0)
    is_active: bool = Field(default=True)
    version: int = Field(default=1)
