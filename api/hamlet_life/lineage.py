"""Hamlets are renamed and merged by decision; what their people built goes on under the new name."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from api.places import queries as places


@dataclass(frozen=True, slots=True)
class Lineage:
    """Of each hamlet: itself and those that became it.

    `same`: only through renaming, so that their counts and covenants are its own.
    `every`: also through merging; what stands in one part of it (a model) stands in it.
    """

    before: dict[UUID, list[UUID]]

    def same(self, hamlet_id: UUID) -> list[UUID]:
        found = [hamlet_id]
        while len(self.before[found[-1]]) == 1 and self.before[found[-1]][0] not in found:
            found.append(self.before[found[-1]][0])
        return found

    def every(self, hamlet_id: UUID) -> list[UUID]:
        found = [hamlet_id]
        for one in found:
            found += [earlier for earlier in self.before[one] if earlier not in found]
        return found


def read(session: Session) -> Lineage:
    before: dict[UUID, list[UUID]] = defaultdict(list)
    for hamlet in places.every(session):
        if hamlet.successor_id:
            before[hamlet.successor_id].append(hamlet.id)
    return Lineage(before)
