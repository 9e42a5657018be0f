"""Dump sites: three registers, the dated stages of each site's life, visits, photos, and the cases that tell of it."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word


class SiteKind(StrEnum):
    """The three lists of task 2.3 of the commune's plan."""

    WILD_DUMP = "wild_dump"
    UNSANITARY_LANDFILL = "unsanitary_landfill"
    POLLUTED_AREA = "polluted_area"


class Stage(StrEnum):
    FOUND = "found"
    LISTED = "listed"
    PLANNED = "planned"
    CLOSED = "closed"
    RESTORING = "restoring"
    WATCHING = "watching"
    DONE = "done"


class VisitResult(StrEnum):
    CLEAN = "clean"
    SOME_WASTE = "some_waste"
    DUMPED_AGAIN = "dumped_again"


class PhotoKind(StrEnum):
    BEFORE = "before"
    AFTER = "after"
    VISIT = "visit"


class Link(StrEnum):
    """What somebody decided a case has to do with a site."""

    REGISTERED = "registered"
    RELAPSE = "relapse"
    DISMISSED = "dismissed"


class DumpSite(SQLModel, table=True):
    """What does not depend on the day. `kind`, the register it stands in, never changes: a site of the wrong list is
    struck off and entered anew. `outline` is a GeoJSON Polygon in WGS 84, longitude first."""

    __tablename__ = "dump_site"

    id: UUID = Field(primary_key=True)
    fingerprint: str = Field(max_length=64)
    code: str = Field(max_length=20, unique=True)
    name: str = Field(max_length=120)
    kind: SiteKind = Field(sa_type=word(SiteKind), index=True)
    hamlet_id: UUID | None = Field(default=None, foreign_key="hamlet.id", index=True)
    latitude: float | None = Field(default=None)
    longitude: float | None = Field(default=None)
    outline: dict[str, Any] | None = Field(default=None, sa_type=sa.JSON(none_as_null=True))  # GeoJSON geometry
    place_words: str = Field(default="", max_length=300)
    area_m2: float | None = Field(default=None)
    volume_m3: float | None = Field(default=None)
    plan_year: int | None = Field(default=None)
    cost_vnd: int | None = Field(default=None, sa_type=sa.BigInteger)
    funding_source: str = Field(default="", max_length=120)
    unit_id: UUID | None = Field(default=None, foreign_key="unit.id")
    is_public: bool = Field(default=False)
    search_text: str = Field(default="", max_length=700)
    created_at: datetime = Field(sa_type=UtcDateTime)
    version: int = Field(default=1)


class DumpSiteStage(SQLModel, table=True):
    """One fact of a site's life; rows are added and never changed.

    `position` counts the steps. A correction has the position of the row that it `replaces_id`; with `is_void` it only
    takes that row back.
    """

    __tablename__ = "dump_site_stage"

    id: UUID = Field(primary_key=True)
    dump_site_id: UUID = Field(foreign_key="dump_site.id", index=True)
    position: int
    stage: Stage = Field(sa_type=word(Stage))
    happened_on: date
    is_relapse: bool = Field(default=False)
    words: str = Field(default="", max_length=1000)
    decision_number: str = Field(default="", max_length=60)
    replaces_id: UUID | None = Field(default=None, foreign_key="dump_site_stage.id")
    is_void: bool = Field(default=False)
    account_id: UUID = Field(foreign_key="account.id")
    recorded_at: datetime = Field(sa_type=UtcDateTime)


class DumpSiteVisit(SQLModel, table=True):
    """Somebody went and looked. `made_at` is by the phone's clock, `received_at` by the server's."""

    __tablename__ = "dump_site_visit"

    id: UUID = Field(primary_key=True)
    fingerprint: str = Field(max_length=64)
    dump_site_id: UUID = Field(foreign_key="dump_site.id", index=True)
    visited_on: date
    result: VisitResult = Field(sa_type=word(VisitResult))
    words: str = Field(default="", max_length=1000)
    account_id: UUID = Field(foreign_key="account.id")
    made_at: datetime = Field(sa_type=UtcDateTime)
    received_at: datetime = Field(sa_type=UtcDateTime)


class DumpSitePhoto(SQLModel, table=True):
    """Of the site, or of one visit and then declared with it; `picture_id` is set when the photo has arrived."""

    __tablename__ = "dump_site_photo"

    id: UUID = Field(primary_key=True)
    dump_site_id: UUID = Field(foreign_key="dump_site.id", index=True)
    visit_id: UUID | None = Field(default=None, foreign_key="dump_site_visit.id", index=True)
    kind: PhotoKind = Field(sa_type=word(PhotoKind))
    position: int = Field(default=0)
    picture_id: UUID | None = Field(default=None, foreign_key="picture.id")


class DumpSiteComplaint(SQLModel, table=True):
    """A case and a site, as somebody judged them. Who said so stands in the journal too."""

    __tablename__ = "dump_site_complaint"

    dump_site_id: UUID = Field(primary_key=True, foreign_key="dump_site.id")
    complaint_id: UUID = Field(primary_key=True, foreign_key="complaint.id", index=True)
    link: Link = Field(sa_type=word(Link))
    words: str = Field(default="", max_length=500)
    account_id: UUID = Field(foreign_key="account.id")
    at: datetime = Field(sa_type=UtcDateTime)


class DumpDismissal(SQLModel, table=True):
    """A case that was looked at in a suggestion and found to be no site. A suggestion of such cases only is hidden."""

    __tablename__ = "dump_dismissal"

    complaint_id: UUID = Field(primary_key=True, foreign_key="complaint.id")
    words: str = Field(default="", max_length=500)
    account_id: UUID = Field(foreign_key="account.id")
    at: datetime = Field(sa_type=UtcDateTime)


class DumpSetting(SQLModel, table=True):
    """The one row of numbers that suggestions, relapses and the watch go by; the commune may change them."""

    __tablename__ = "dump_setting"

    id: int = Field(default=1, primary_key=True)
    cluster_m: int = Field(default=60)
    cluster_days: int = Field(default=60)
    cluster_reports: int = Field(default=3)
    look_back_days: int = Field(default=365)
    relapse_m: int = Field(default=60)
    watch_months: int = Field(default=6)
    visit_every_days: int = Field(default=30)
    clean_visits: int = Field(default=3)
    source: str = Field(default="", max_length=300)
    version: int = Field(default=1)
