"""The nine indicators once more, from bare rows and in another way: nothing of the program's own reckoning is used.

Rows are dictionaries as the tables hold them. Written after the plan's appendix and the formulas beside the figures.
"""

from calendar import monthrange
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlmodel import Session

from api.tables import METADATA

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
Pair = tuple[Decimal, Decimal]
Row = dict[str, Any]


class Recount:
    def __init__(self, session: Session) -> None:
        self.session = session
        self.hamlets = self.rows("hamlet")
        self.before: dict[Any, list[Any]] = {}
        for hamlet in self.hamlets:
            if hamlet["successor_id"]:
                self.before.setdefault(hamlet["successor_id"], []).append(hamlet["id"])

    def rows(self, table: str) -> list[Row]:
        return [dict(row) for row in self.session.execute(sa.select(METADATA.tables[table])).mappings()]

    def standing(self, table: str) -> list[Row]:
        rows = self.rows(table)
        replaced = {row["replaces_id"] for row in rows}
        return [row for row in rows if row["id"] not in replaced]

    def of_month(self, month: int) -> dict[str, Pair]:
        first, last = date(2026, month, 1), date(2026, month, monthrange(2026, month)[1])
        return {
            "K1": self.k1(first, last), "K2a": self.k2a(last), "K2b": self.k2b(last), "K3": self.k3(last),
            "K4": self.k4(last), **self.k5ab(first, last), "K5c": self.sites("unsanitary_landfill", last),
            "K5d": self.sites("wild_dump", last),
        }  # fmt: skip

    def valid(self, day: date) -> list[Row]:
        return [
            one for one in self.hamlets if one["valid_from"] <= day and not (one["valid_to"] and one["valid_to"] <= day)
        ]

    def heir(self, hamlet_id: Any, day: date) -> Any:
        """Who stands for this hamlet on a day."""
        by_id = {one["id"]: one for one in self.hamlets}
        while by_id[hamlet_id]["valid_to"] and by_id[hamlet_id]["valid_to"] <= day and by_id[hamlet_id]["successor_id"]:
            hamlet_id = by_id[hamlet_id]["successor_id"]
        return hamlet_id

    def k1(self, first: date, last: date) -> Pair:
        held = {
            (self.heir(one["hamlet_id"], one["held_on"]), one["held_on"] - timedelta(days=one["held_on"].weekday()))
            for one in self.rows("cleanup")
            if one["outcome"] == "held" and one["held_on"].weekday() >= 5
        }
        total, weeks, day = Decimal(0), 0, first
        while day <= last:
            if day.weekday() == 6:
                monday, asked = day - timedelta(days=6), [one["id"] for one in self.valid(day)]
                total += Decimal(sum((one, monday) in held for one in asked)) / len(asked)
                weeks += 1
            day += timedelta(days=1)
        return total, Decimal(weeks)

    def renamed(self, hamlet_id: Any) -> list[Any]:
        own = [hamlet_id]
        while len(self.before.get(own[-1], [])) == 1:
            own.append(self.before[own[-1]][0])
        return own

    def ancestors(self, hamlet_id: Any) -> list[Any]:
        own = [hamlet_id]
        for one in own:
            own.extend(self.before.get(one, []))
        return own

    def k2a(self, day: date) -> Pair:
        known = [row for row in self.standing("sorting_threshold") if row["valid_from"] <= day]
        share = max(known, key=lambda row: (row["valid_from"], row["received_at"]))["share_percent"]
        counts, good = [row for row in self.standing("sorting_count") if row["checked_on"] <= day], 0
        for hamlet in self.valid(day):
            own = [row for row in counts if row["hamlet_id"] in self.renamed(hamlet["id"])]
            if own:
                newest = max(own, key=lambda row: (row["checked_on"], row["received_at"], str(row["id"])))
                good += newest["sorting"] * 100 >= share * newest["households"]
        return Decimal(good), Decimal(len(self.valid(day)))

    def k2b(self, day: date) -> Pair:
        end = datetime.combine(day + timedelta(days=1), datetime.min.time(), tzinfo=VIETNAM)
        months = {row["id"]: row["months"] for row in self.rows("checklist")}
        inspections, good = [row for row in self.rows("inspection") if row["inspected_on"] <= day], set()
        for point in self.rows("collection_point"):
            own = [row for row in inspections if row["subject_id"] == point["id"]]
            if own and point["created_at"] < end:
                last = max(own, key=lambda row: (row["inspected_on"], row["received_at"]))
                fine = all(one["mark"] == "met" for one in last["answers"].values())
                if fine and day <= later(last["inspected_on"], months[last["checklist_id"]]):
                    good.add(point["hamlet_id"])
        rule = next(row for row in self.rows("indicator_setting") if row["code"] == "K2b")
        dirty = {
            row["hamlet_id"]
            for row in self.rows("complaint")
            if row["category"] in rule["categories"] and row["status"] not in ("rejected", "merged", "submitted")
            and row["received_at"] < end - timedelta(days=rule["open_days"])
            and (row["resolved_at"] is None or row["resolved_at"] >= end)
        }  # fmt: skip
        asked = [one["id"] for one in self.valid(day)]
        return Decimal(sum(one in good and one not in dirty for one in asked)), Decimal(len(asked))

    def k3(self, day: date) -> Pair:
        stages = [row for row in self.standing("covenant_stage") if row["on_day"] <= day]
        reviews = [row for row in self.standing("model_review") if row["reviewed_on"] <= day]
        covenants, models = self.rows("covenant"), self.rows("self_managed_model")
        both = 0
        for hamlet in self.valid(day):
            own = [one["id"] for one in covenants if one["hamlet_id"] in self.renamed(hamlet["id"])]
            kept = [one["id"] for one in models if one["hamlet_id"] in self.ancestors(hamlet["id"])
                    and one["set_up_on"] <= day]  # fmt: skip
            both += any(self.in_force(one, stages) for one in own) and any(self.active(one, reviews) for one in kept)
        return Decimal(both), Decimal(len(self.valid(day)))

    @staticmethod
    def in_force(covenant: Any, stages: list[Row]) -> bool:
        found = sorted((row for row in stages if row["covenant_id"] == covenant), key=lambda row: row["on_day"])
        return bool(found) and found[-1]["stage"] == "recognised" and found[-1]["has_environment_clause"]

    @staticmethod
    def active(model: Any, reviews: list[Row]) -> bool:
        found = [row for row in reviews if row["model_id"] == model]
        return not found or max(found, key=lambda row: (row["reviewed_on"], row["received_at"]))["result"] == "active"

    def k4(self, day: date) -> Pair:
        held = {row["id"] for row in self.rows("briefing_session") if row["held_on"] <= day}
        came = [row for row in self.standing("briefing_attendance") if row["session_id"] in held]
        counted = [row for row in self.standing("briefing_headcount") if row["counted_on"] <= day]
        briefed = people = 0
        for body in self.rows("briefing_body"):
            counts = [row for row in counted if row["body_id"] == body["id"]]
            if body["from_day"] > day or (body["ended_on"] and body["ended_on"] <= day) or not counts:
                continue
            newest = max(counts, key=lambda row: (row["counted_on"], row["received_at"]))
            own = newest["people"] - newest["counted_elsewhere"]
            people += own
            briefed += min(own, sum(row["first_time"] for row in came if row["body_id"] == body["id"]))
        return Decimal(briefed), Decimal(people)

    def k5ab(self, first: date, last: date) -> dict[str, Pair]:
        kilograms = {"generated": 0, "collected": 0, "landfilled": 0, "own": 0}
        for row in self.standing("waste_entry"):
            if first <= (row["day"] or row["month"]) <= last:
                if row["flow"] in kilograms:
                    kilograms[row["flow"]] += row["kilograms"]
                kilograms["own"] += row["kilograms"] if row["at_source"] else 0
        tonnes = {name: Decimal(value) / 1000 for name, value in kilograms.items()}
        return {
            "K5a": (tonnes["collected"] + tonnes["own"], tonnes["generated"]),
            "K5b": (tonnes["landfilled"], tonnes["collected"]),
        }

    def sites(self, kind: str, day: date) -> Pair:
        stages = [row for row in self.standing("dump_site_stage") if row["happened_on"] <= day and not row["is_void"]]
        listed = restored = 0
        for site in self.rows("dump_site"):
            own = [row for row in stages if row["dump_site_id"] == site["id"] and site["kind"] == kind]
            if own:
                now = max(own, key=lambda row: row["position"])["stage"]
                listed += now != "found"
                restored += now in ("watching", "done")
        return Decimal(restored), Decimal(listed)


def later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
