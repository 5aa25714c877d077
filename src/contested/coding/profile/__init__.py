"""The profile of the actor that a document is about (codebook 7): from its infobox and its prose."""

from __future__ import annotations

from functools import cache

from contested.coding.profile.infobox import read_items, read_span, read_wars, without_repeats
from contested.coding.profile.opposing import find_opponents
from contested.coding.profile.prose import (
    designators,
    find_leaders,
    find_span,
    find_structure,
    find_subgroups,
    find_supporters,
)
from contested.coding.profile.related import find_related
from contested.coding.profile.subject import find_subject
from contested.coding.profile.tables import ProfileTables
from contested.model.documents import Document
from contested.model.events import Profile
from contested.model.spans import Evidence
from contested.model.syntax import Analysis

Life = dict[str, tuple[str, Evidence]]

__all__ = ["ProfileTables", "code_profile"]


@cache
def _default_tables() -> ProfileTables:
    return ProfileTables.load()


def _finer(prose: Life, box: Life) -> Life:
    """Let the infobox beat the prose, unless the prose gives the same date more finely."""
    return prose | {name: told for name, told in box.items() if not (name in prose and prose[name][0].startswith(told[0]))}


def code_profile(document: Document, analysis: Analysis, tables: ProfileTables | None = None) -> Profile | None:
    """Code the profile of the actor that a document is about; None where it is about none.

    The infobox beats the prose, and where there is none the prose tells the opponents; every item bears its words. Dates are ISO prefixes ("2011-10").
    """
    tables = tables or _default_tables()
    subject = find_subject(document, tables)
    if subject is None:
        return None
    boxed = read_items(document, tables)
    told = find_opponents(analysis, subject, tables, boxed["opponents"])
    life = _finer(find_span(analysis, subject), read_span(document, tables))
    aliases = without_repeats([a for a in (*boxed["aliases"], *subject.aliases) if a.name != subject.name])
    return Profile(
        name=subject.name, aliases=aliases, leaders=find_leaders(analysis, subject, tables, boxed["leaders"]),
        founded=life["founded"][0] if "founded" in life else None, dissolved=life["dissolved"][0] if "dissolved" in life else None,
        ideology=boxed["ideology"], designated_by=without_repeats([*boxed["designated_by"], *designators(analysis, subject)]),
        allies=boxed["allies"], opponents=boxed["opponents"] if document.infobox else told,
        opponents_in_text=told if document.infobox else (), wars=read_wars(document, tables),
        subgroups=without_repeats([*boxed["subgroups"], *find_subgroups(analysis, subject, tables)]),
        supporters=without_repeats([*boxed["supporters"], *find_supporters(analysis, subject, tables)]),
        planned_structure=find_structure(analysis, subject, tables), related=without_repeats([*find_related(document), *boxed["related"]]),
        evidence={"name": subject.evidence, **{field: (words,) for field, (_, words) in life.items()}},
    )  # fmt: skip
