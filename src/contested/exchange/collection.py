"""What a layout writes: the readings that an audience is given, and the incidents that a policy makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contested.assessing.policies.records import Policy
from contested.exchange.incidents import Grouping, Incident, assemble
from contested.exchange.readings import Reading
from contested.exchange.release.releasing import Release
from contested.linking.across.records import Ref


@dataclass(frozen=True, slots=True)
class Collection:
    """Readings as they are released; goes through them anew for each question."""

    release: Release
    policy: Policy
    grouping: Grouping

    def __iter__(self) -> Iterator[Reading]:
        return iter(self.release)

    def incidents(self) -> Iterator[Incident]:
        """Give the incidents as the policy has them."""
        return assemble(self.release.keyed(), self.grouping, self.policy)

    def incident_keys(self) -> Iterator[tuple[Reading, tuple[str, ...]]]:
        """Give the readings, each with the keys of its events' incidents."""
        for keyed in self.release.keyed():
            yield keyed.reading, tuple(self.grouping.key(Ref(keyed.document_id, e)) for e in keyed.event_ids)
