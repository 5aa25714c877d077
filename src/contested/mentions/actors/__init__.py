"""Bodies, groups and persons: tables of them, and where a document mentions them."""

from contested.mentions.actors.checks import Problem, check_tables, show
from contested.mentions.actors.find import find_actors
from contested.mentions.actors.tables import Actor, ActorTables

__all__ = ["Actor", "ActorTables", "Problem", "check_tables", "find_actors", "show"]
