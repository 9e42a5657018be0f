"""What is missing: pieces that can be used against what is needed (pure)."""

from collections.abc import Iterable
from typing import NamedTuple

from api.collection_points.models import PlaceKind
from api.equipment.models import Condition, Equipment, EquipmentNorm

USABLE = (Condition.GOOD, Condition.TO_MEND)


class Gap(NamedTuple):
    """`needed` and `missing` are None while nobody has said what is needed."""

    place_kind: PlaceKind
    kind: str
    usable: int
    broken: int
    needed: int | None
    missing: int | None


def gaps(items: Iterable[Equipment], norms: Iterable[EquipmentNorm]) -> list[Gap]:
    """One line for each kind of place and of equipment that is there or needed; the largest gaps first."""
    usable: dict[tuple[PlaceKind, str], int] = {}
    broken: dict[tuple[PlaceKind, str], int] = {}
    for item in items:
        key = (item.place_kind, item.kind)
        tally = usable if item.condition in USABLE else broken if item.condition is Condition.BROKEN else None
        if tally is not None:
            tally[key] = tally.get(key, 0) + item.count
    needed = {(norm.place_kind, norm.kind): norm.needed for norm in norms}
    found = [
        Gap(
            *key, usable.get(key, 0), broken.get(key, 0), needed.get(key), _missing(needed.get(key), usable.get(key, 0))
        )
        for key in {*usable, *broken, *needed}
    ]
    return sorted(found, key=lambda gap: (-(gap.missing or 0), gap.place_kind, gap.kind))


def _missing(needed: int | None, usable: int) -> int | None:
    return None if needed is None else max(0, needed - usable)
