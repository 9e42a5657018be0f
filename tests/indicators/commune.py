"""A made-up commune of a year, put straight into the tables: what the recount is tried on. Nothing here is reckoned."""

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session, SQLModel, select

from api.checklists.models import Checklist, Inspection
from api.cleanups.coverage_models import CoverageSetting, WeekendExcuse
from api.cleanups.models import Cleanup, EntryChannel, Outcome, Slot
from api.collection_points.models import CollectionPoint, PointKind
from api.complaints.models import Category, Complaint, Kind, PlaceSource, Status
from api.dump_sites.models import DumpSite, DumpSiteStage, SiteKind
from api.dump_sites.models import Stage as SiteStage
from api.hamlet_life.briefing_models import (
    BodyKind,
    BriefingAttendance,
    BriefingBody,
    BriefingHeadcount,
    BriefingSession,
)
from api.hamlet_life.covenant_models import Covenant, CovenantStage, ModelReview, ReviewResult, SelfManagedModel, Stage
from api.hamlet_life.sorting_models import Method, SortingCount
from api.places.models import Hamlet
from api.waste_ledger.models import Flow, Source, WasteEntry
from tests.places.make import make_hamlet

HAMLETS, WEEKS, REPORTS, POINTS, SITES = 15, 52, 1000, 40, 30
FIRST = date(2026, 1, 1)
ENTERED = datetime(2026, 1, 1, tzinfo=UTC)
LIFE = (SiteStage.FOUND, SiteStage.LISTED, SiteStage.PLANNED, SiteStage.CLOSED, SiteStage.RESTORING, SiteStage.WATCHING)


class Commune:
    """Everything drawn from one seed, so that a failure can be looked at again."""

    def __init__(self, session: Session, by: UUID) -> None:
        self.session, self.by, self.dice = session, by, random.Random(2030)
        self.hamlets = [make_hamlet(session, f"Thôn Mẫu {at}", code=f"M{at:02}") for at in range(1, HAMLETS + 1)]
        for hamlet in self.hamlets:
            hamlet.valid_from = FIRST
        self._entry(CoverageSetting, valid_from=FIRST, entry_days=2, counts_excused=True, source="Mẫu")
        self._cleanups()
        self._sorting()
        self._covenants()
        self._briefings()
        self._waste()
        self._points()
        self._sites()
        self._reports()
        session.flush()

    def day(self, last: int = 364) -> date:
        return FIRST + timedelta(days=self.dice.randint(0, last))

    def id(self) -> UUID:
        """Drawn from the seed as all else is: rows stand in the same order in every run."""
        return UUID(int=self.dice.getrandbits(128), version=4)

    def correct(self) -> None:
        """Some figures turn out to be wrong: new rows stand in the place of old ones, clean-ups are corrected."""
        for kind, name in ((SortingCount, "sorting"), (WasteEntry, "kilograms"), (BriefingAttendance, "first_time")):
            rows: Any = self.session.exec(select(kind).order_by(kind.received_at, kind.id)).all()
            for row in self.dice.sample(list(rows), len(rows) // 5):
                kept = row.model_dump(exclude={"id", "received_at", "replaces_id"})
                half = {name: kept[name] // 2}
                self._add(kind(**kept | half, id=self.id(), received_at=ENTERED, replaces_id=row.id))
        cleanups = list(self.session.exec(select(Cleanup).order_by(Cleanup.held_on, Cleanup.id)))
        for cleanup in self.dice.sample(cleanups, len(cleanups) // 20):
            cleanup.outcome = Outcome.NOT_HELD
        self.session.flush()

    def merge(self) -> None:
        """Two hamlets become one on a Monday in July, a third is renamed."""
        since = date(2026, 7, 6)
        for name, old in (("Thôn Gộp", self.hamlets[0:2]), ("Thôn Tên Mới", self.hamlets[2:3])):
            new = make_hamlet(self.session, name, valid_from=since)
            for hamlet in old:
                hamlet.valid_to, hamlet.successor_id = since, new.id
            self.session.flush()

    def _add(self, row: SQLModel) -> None:
        self.session.add(row)

    def _entry(self, kind: Any, **values: Any) -> Any:
        row = kind(id=self.id(), made_by=self.by, received_at=ENTERED, **values)
        self._add(row)
        self.session.flush()
        return row

    def _cleanups(self) -> None:
        """A tenth of the weekends excused, a fifth missed; sometimes two events, sometimes on a weekday."""
        monday = FIRST - timedelta(days=FIRST.weekday())
        for week in range(WEEKS):
            for hamlet in self.hamlets:
                chance, start = self.dice.random(), monday + timedelta(weeks=week)
                if chance < 0.1:
                    days = {"first_day": start + timedelta(days=5), "last_day": start + timedelta(days=6)}
                    self._add(WeekendExcuse(id=self.id(), made_by=self.by, received_at=ENTERED, hamlet_id=hamlet.id,
                                            reason="Mưa bão", source="Mẫu", **days))  # fmt: skip
                elif chance > 0.3:
                    for weekday in (5, 6) if chance > 0.9 else (self.dice.choice((2, 5, 6, 5, 6)),):
                        self._cleanup(hamlet, start + timedelta(days=weekday))

    def _cleanup(self, hamlet: Hamlet, day: date) -> None:
        self._add(
            Cleanup(
                id=self.id(), fingerprint="f", event_key=self.id().hex, hamlet_id=hamlet.id, held_on=day,
                slot=Slot.MORNING, outcome=Outcome.HELD, participants=20, channel=EntryChannel.APP, made_by=self.by,
                made_at=ENTERED, received_at=ENTERED,
            )
        )  # fmt: skip

    def _sorting(self) -> None:
        for hamlet in self.hamlets[1:]:
            for _ in range(4):
                self._entry(
                    SortingCount, hamlet_id=hamlet.id, checked_on=self.day(), households=300,
                    sorting=self.dice.randint(60, 300), method=self.dice.choice(list(Method)), made_at=ENTERED,
                )  # fmt: skip

    def _covenants(self) -> None:
        for hamlet in self.hamlets[:12]:
            covenant = self._entry(Covenant, hamlet_id=hamlet.id, title="Hương ước mẫu")
            steps = [(Stage.RECOGNISED, self.day(200)), (Stage.ENDED, self.day(100) + timedelta(days=220))]
            for stage, on in steps[: self.dice.choice((1, 1, 2))]:
                self._entry(
                    CovenantStage, covenant_id=covenant.id, stage=stage, on_day=on, decision_number="1/QĐ",
                    has_environment_clause=self.dice.random() > 0.2,
                )  # fmt: skip
            model = SelfManagedModel(id=self.id(), hamlet_id=hamlet.id, name="Tổ mẫu", kind="Tổ",
                                     set_up_on=self.day(150), created_at=ENTERED)  # fmt: skip
            self._add(model)
            self.session.flush()
            for _ in range(2):
                on, result = (
                    model.set_up_on + timedelta(days=self.dice.randint(20, 200)),
                    self.dice.choice(list(ReviewResult)),
                )
                self._entry(ModelReview, model_id=model.id, reviewed_on=on, result=result)

    def _briefings(self) -> None:
        bodies = [
            BriefingBody(id=self.id(), name=f"Cơ quan mẫu {at}", kind=next(iter(BodyKind)), from_day=FIRST,
                         ended_on=date(2026, 9, 1) if at == 0 else None, created_at=ENTERED)
            for at in range(8)
        ]  # fmt: skip
        self.session.add_all(bodies)
        self.session.flush()
        for body in bodies[:7]:
            for day in (self.day(60), self.day()):
                self._entry(BriefingHeadcount, body_id=body.id, counted_on=day, people=self.dice.randint(20, 60),
                            counted_elsewhere=self.dice.randint(0, 5))  # fmt: skip
        for _ in range(12):
            held = self._entry(BriefingSession, held_on=self.day(), topic="Kế hoạch")
            for body in self.dice.sample(bodies, 4):
                came = self.dice.randint(4, 30)
                self._entry(BriefingAttendance, session_id=held.id, body_id=body.id, people=came, first_time=came // 2)

    def _waste(self) -> None:
        for month in range(1, 13):
            for flow in Flow:
                for own in (True, False):
                    self._entry(
                        WasteEntry, month=date(2026, month, 1), day=self.dice.choice((None, date(2026, month, 9))),
                        flow=flow, source=Source.HAMLET, hamlet_id=self.hamlets[0].id,
                        kilograms=self.dice.randint(1_000, 90_000),
                        at_source=own and flow in (Flow.TREATED, Flow.RECYCLED, Flow.COMPOSTED),
                    )  # fmt: skip

    def _points(self) -> None:
        checklist = self.session.exec(select(Checklist).where(Checklist.kind == "collection_point")).one()
        for at in range(POINTS):
            point = CollectionPoint(
                id=self.id(), code=f"D{at:02}", name=f"Điểm {at}", kind=PointKind.COLLECTION_POINT,
                hamlet_id=self.hamlets[at % HAMLETS].id,
                created_at=datetime.combine(self.day(200), datetime.min.time(), tzinfo=UTC),
            )  # fmt: skip
            self._add(point)
            for _ in range(self.dice.randint(0, 3)):
                day, fails = self.day(), self.dice.random() < 0.35
                marks = {item["code"]: {"mark": "met", "note": ""} for item in checklist.items}
                if fails:
                    wanted = [one["code"] for one in checklist.items if one["is_mandatory"] and not one["kinds"]]
                    marks[self.dice.choice(wanted)]["mark"] = "not_met"
                self._add(
                    Inspection(
                        id=self.id(), fingerprint="f", kind="collection_point", checklist_id=checklist.id,
                        subject_id=point.id, subject_kind="collection_point", inspected_on=day, answers=marks,
                        made_by=self.by, made_at=ENTERED, received_at=ENTERED + timedelta(seconds=self.dice.random()),
                    )
                )  # fmt: skip

    def _sites(self) -> None:
        for at in range(SITES):
            kind = SiteKind.WILD_DUMP if at % 2 else SiteKind.UNSANITARY_LANDFILL
            site = DumpSite(id=self.id(), fingerprint="f", code=f"B{at:02}", name=f"Bãi {at}", kind=kind,
                            created_at=ENTERED)  # fmt: skip
            self._add(site)
            self.session.flush()
            day = self.day(120)
            for position, stage in enumerate(LIFE[: self.dice.randint(1, len(LIFE))]):
                self._add(
                    DumpSiteStage(id=self.id(), dump_site_id=site.id, position=position, stage=stage, happened_on=day,
                                  account_id=self.by, recorded_at=ENTERED)
                )  # fmt: skip
                day += timedelta(days=self.dice.randint(5, 60))

    def _reports(self) -> None:
        kinds = sorted(self.session.exec(select(Category.code)))
        ended = (Status.CLOSED, Status.CLOSED, Status.REJECTED)
        for at in range(REPORTS):
            came = datetime.combine(self.day(), datetime.min.time(), tzinfo=UTC) + timedelta(
                hours=self.dice.randint(0, 23)
            )
            done = came + timedelta(days=self.dice.randint(1, 90)) if self.dice.random() < 0.9 else None
            self._add(
                Complaint(
                    id=self.id(), code=f"KS-26-{at:04}", fingerprint="f", token_hash=self.id().hex, kind=Kind.COMPLAINT,
                    category=self.dice.choice(kinds), title="Mẫu", place_source=PlaceSource.HAMLET,
                    hamlet_id=self.dice.choice(self.hamlets).id if self.dice.random() < 0.95 else None,
                    status=self.dice.choice(ended) if done else Status.ACCEPTED,
                    is_open=not done, reported_at=came, received_at=came, resolved_at=done,
                )
            )  # fmt: skip
