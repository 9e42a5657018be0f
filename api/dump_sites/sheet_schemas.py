"""The register of dump sites in a spreadsheet: its columns, and one row as it is judged."""

from typing import Annotated

from pydantic import Field

from api.core.csv_rows import Column, Day, Number, Whole, labelled
from api.core.shapes import Input
from api.core.text import Line
from api.dump_sites.models import SiteKind, Stage
from api.dump_sites.schemas import KIND_LABELS, STAGE_LABELS, Funding, Name, PlaceWords
from api.places.schemas import Code

COLUMNS = (
    Column("code", ("Mã bãi", "Mã"), is_required=True),
    Column("name", ("Tên bãi", "Tên"), is_required=True),
    Column("kind", ("Danh mục", "Loại"), is_required=True),
    Column("hamlet", ("Thôn", "Mã thôn")),
    Column("latitude", ("Vĩ độ", "lat")),
    Column("longitude", ("Kinh độ", "lon")),
    Column("place_words", ("Vị trí", "Địa chỉ")),
    Column("area_m2", ("Diện tích (m²)", "Diện tích")),
    Column("volume_m3", ("Khối lượng (m³)", "Khối lượng")),
    Column("found_on", ("Ngày phát hiện",), is_required=True),
    Column("stage", ("Giai đoạn",)),
    Column("stage_since", ("Từ ngày",)),
    Column("plan_year", ("Năm xử lý",)),
    Column("cost_vnd", ("Kinh phí (đồng)", "Kinh phí")),
    Column("funding_source", ("Nguồn kinh phí",)),
    Column("unit", ("Đơn vị phụ trách", "Đơn vị")),
    Column("is_public", ("Công khai",)),
)
YES, NO = "Có", "Không"


class SiteRow(Input):
    """`hamlet` and `unit` are codes or names."""

    code: Code
    name: Name
    kind: Annotated[SiteKind, labelled(KIND_LABELS)]
    hamlet: Line = ""
    latitude: Annotated[Number, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[Number, Field(ge=-180, le=180)] | None = None
    place_words: PlaceWords = ""
    area_m2: Annotated[Number, Field(ge=0, le=10_000_000)] | None = None
    volume_m3: Annotated[Number, Field(ge=0, le=100_000_000)] | None = None
    found_on: Day
    stage: Annotated[Stage, labelled(STAGE_LABELS)] = Stage.FOUND
    stage_since: Day | None = None
    plan_year: Annotated[Whole, Field(ge=2020, le=2050)] | None = None
    cost_vnd: Annotated[Whole, Field(ge=0, le=100_000_000_000_000)] | None = None
    funding_source: Funding = ""
    unit: Line = ""
    is_public: Annotated[bool, labelled({True: YES, False: NO})] = False
