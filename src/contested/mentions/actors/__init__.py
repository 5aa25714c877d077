"""Bodies, groups and persons: tables of them, and where a document mentions them."""

from contested.mentions.actors.find import find_actors
from contested.mentions.actors.tables import Actor, ActorTables

__all__ = ["Actor", "ActorTables", "find_actors"]
