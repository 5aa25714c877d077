"""Give each audience what it may have: names of private people, fine places, contacts and sensitive documents left away.

``public``: private names and contacts withheld. ``partner``: names told, contacts
withheld. ``internal``: all, with the documents' texts. Only ``internal`` holds data of others that may not be passed on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from html import unescape
from pathlib import Path

from contested.errors import WithheldError
from contested.exchange.manifest import ReleaseTerms
from contested.exchange.readings import Keyed, Reading, Readings
from contested.exchange.release.contacts import WITHHELD as CONTACT_WITHHELD
from contested.exchange.release.contacts import find_contacts
from contested.exchange.release.cutting import CutText, Edit, cut, quoted
from contested.exchange.release.people import find_people, name_parts
from contested.exchange.release.places import WITHHELD as PLACE_WITHHELD
from contested.exchange.release.places import PlaceLevel, coarsen, is_finer
from contested.exchange.release.rewriting import rewrite_coding
from contested.exchange.release.scan import find_in_text, find_leaks
from contested.exchange.release.sites import sites_in
from contested.exchange.release.words import Finder, Key, capital_words, key
from contested.exchange.schemes import find_country, fixed_words
from contested.model.documents import Document, Sensitivity
from contested.model.events import Coding

NAME_WITHHELD = "[name withheld]"


class Audience(StrEnum):
    """Whom an export is for."""

    PUBLIC = "public"
    PARTNER = "partner"
    INTERNAL = "internal"


_ORDER = (Sensitivity.PUBLIC, Sensitivity.PARTNER, Sensitivity.INTERNAL)


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a release.

    ``places`` is the finest level of place; ``public_figures`` are names that are told although nothing in the documents
    says that they hold an office; ``withhold`` are further names to leave away; ``drop_sources`` are names, ids or
    publishers of documents that are left away whole.
    """

    audience: Audience = Audience.PUBLIC
    places: PlaceLevel = PlaceLevel.EXACT
    public_figures: tuple[str, ...] = ()
    withhold: tuple[str, ...] = ()
    drop_sources: tuple[str, ...] = ()


PUBLIC = Terms()


class Release:
    """The readings that an audience is given; goes through the readings once to learn the names, and once a time it is gone through.

    ``cut_texts`` leaves documents the stretches of their texts that are quoted, with offsets that count in those; without it
    only ``internal`` is given texts, and offsets count in the texts as they were.
    """

    def __init__(self, readings: Readings, terms: Terms, *, cut_texts: bool = False) -> None:
        self._readings, self._terms, self._cut_texts = readings, terms, cut_texts
        self._dropped = {key(s) for s in terms.drop_sources}
        self._private: set[Key] = {key(n) for n in terms.withhold}
        self._places: set[Key] = set()
        self._told: set[str] = set()
        self._seen: set[str] = set()
        self._documents_dropped = 0
        self._learn()
        self._names, self._sites = Finder(self._private), Finder(self._places - self._private)

    def __iter__(self) -> Iterator[Reading]:
        return (keyed.reading for keyed in self.keyed())

    def keyed(self) -> Iterator[Keyed]:
        """Give the readings with the ids that they have in the store, which are not to be told."""
        for document, coding in self._readings:
            if self._wanted(document):
                yield Keyed(document.id, tuple(e.id for e in coding.events), self._released((document, coding)))

    def withholds(self, text: str) -> bool:
        """Does a text hold a name of a person or place that is withheld?"""
        return any(True for finder in (self._names, self._sites) for _ in finder.find(text))

    def check(self, folder: Path) -> None:
        """Search the written files for what is withheld.

        Raises: WithheldError: something was found; names the files, not the words.
        """
        leaks = find_leaks(folder, self._withheld())
        if leaks:
            files = ", ".join(sorted({file for file, _ in leaks}))
            raise WithheldError(
                f"{len(leaks)} withheld names stand in the written files ({files}), so nothing was exported", where=str(folder.name),
                fix="Name what may be told with --public-figures, or report this fault.",
            )  # fmt: skip

    def check_page(self, html: str, frame: str, where: str) -> None:
        """Search a page for what is withheld; ``frame`` is what stands on such a page whatever it holds.

        Raises: WithheldError: something was found.
        """
        withheld = self._withheld()
        leaks = find_in_text(unescape(html), withheld) - find_in_text(unescape(frame), withheld)
        if leaks:
            raise WithheldError(
                f"{len(leaks)} withheld names would stand on the page, so nothing was written", where=where,
                fix="Look at the title that you gave; name what may be told with --public-figures, or report this fault.",
            )  # fmt: skip

    def _withheld(self) -> set[Key]:
        parts = {(p,) for name in self._private for p in name_parts(" ".join(name)) if self._tells(p) and p not in self._seen}
        return self._private | self._places | parts

    def summary(self) -> ReleaseTerms:
        """Say for the manifest what was withheld."""
        return ReleaseTerms(
            audience=self._terms.audience.value, places=self._terms.places.value, documents_dropped=self._documents_dropped,
            names_withheld=len(self._private),
        )  # fmt: skip

    def _wanted(self, document: Document) -> bool:
        if self._dropped and not self._dropped.isdisjoint({key(document.name), key(document.id), key(document.publisher or "-")}):
            return False
        if document.licensed and self._terms.audience is not Audience.INTERNAL:
            return False
        return _ORDER.index(document.sensitivity) <= _ORDER.index(Sensitivity(self._terms.audience.value))

    def _learn(self) -> None:
        public, found = frozenset(key(n) for n in self._terms.public_figures), set[Key]()
        others: set[Key] = set()
        coarse: set[Key] = set()
        for reading in self._readings:
            if not self._wanted(reading[0]):
                self._documents_dropped += 1
                continue
            if self._terms.audience is Audience.PUBLIC:
                people = find_people(reading, public)
                found |= {key(n) for n in people.private}
                others |= {key(n) for n in people.others}
            coarse |= self._learn_places(reading[1])
        fixed = fixed_words()
        self._private |= {n for n in found - public if len(n) > 1 or n[0] not in fixed}
        self._places -= coarse
        told = {w for n in others | coarse | public for w in n} | fixed
        self._told = told - {n[0] for n in self._private if len(n) == 1}

    def _learn_places(self, coding: Coding) -> set[Key]:
        coarse: set[Key] = set()
        for place in (e.place for e in coding.events if e.place):
            if is_finer(place, self._terms.places):
                self._places.add(key(place.name))
            else:
                coarse.add(key(place.name))
            country = find_country(place.country)
            coarse |= {key(n) for n in (place.admin1, place.country, country.name if country else None) if n}
        if any(e.place and is_finer(e.place, self._terms.places) for e in coding.events):
            self._places |= set(sites_in(coding, coarse))
        return coarse

    def _tells(self, part: str) -> bool:
        """Does this word of a private name tell the person: it is in no name that is told?"""
        return part not in self._told

    def _released(self, reading: Reading) -> Reading:
        document, coding = reading
        if self._terms.audience is Audience.INTERNAL and not self._names and not self._sites:
            return reading
        edits = self._editor(reading)

        def change(text: str) -> str:
            changed = CutText(text, edits(text)).text
            self._seen.update(capital_words(changed))
            return changed

        told = None
        if self._cut_texts and document.text and self._terms.audience is not Audience.INTERNAL:
            told = cut(document.text, quoted(coding), edits(document.text))
            self._seen.update(capital_words(told.text))
        places = {e.id: coarsen(e.place, self._terms.places) for e in coding.events if e.place}
        events = tuple(e.model_copy(update={"place": places[e.id]}) if e.id in places else e for e in coding.events)
        cut_document = self._cut(document, change, told.text if told else "")
        return cut_document, rewrite_coding(coding.model_copy(update={"events": events}), change, told)

    def _cut(self, document: Document, change: Callable[[str], str], text: str) -> Document:
        """Put another text in place of a document's, and leave away an address with a name in it."""
        if self._terms.audience is Audience.INTERNAL:
            return document
        url, archive = (u if u and change(u) == u else None for u in (document.url, document.archive_url))
        title, publisher, issuer = (change(t) if t else t for t in (document.title, document.publisher, document.issuer))
        ident = document.id if change(document.id) == document.id else f"document-{document.sha256[:12]}"
        return replace(
            document, id=ident, name=change(document.name), text=text, title=title, publisher=publisher, date_line=None,
            url=url, issuer=issuer, blocks=(), infobox=(), archive_url=archive,
        )  # fmt: skip

    def _editor(self, reading: Reading) -> Callable[[str], list[Edit]]:
        """Give a function that says what of a text is to be replaced: fine places, then names, then ways to reach a person."""
        parts = self._parts_in(reading)
        contacts = self._terms.audience is not Audience.INTERNAL

        def edits(text: str) -> list[Edit]:
            found = [Edit(h.start, h.end, PLACE_WITHHELD) for h in self._sites.find(text)]
            found += _free(found, (Edit(h.start, h.end, NAME_WITHHELD) for h in self._names.find(text, parts)))
            found += _free(found, (Edit(*span, CONTACT_WITHHELD) for span in find_contacts(text)) if contacts else ())
            return found

        return edits

    def _parts_in(self, reading: Reading) -> dict[str, Key]:
        """Give the words that alone tell a private person named in the document."""
        document, coding = reading
        if not self._names:
            return {}
        texts = (coding.model_dump_json(), document.name, document.title or "", document.url or "")
        hits = {h.key for t in texts for h in self._names.find(t.replace("\\n", " "))}
        return {p: (p,) for name in hits for p in name_parts(" ".join(name)) if self._tells(p)}


def _free(taken: Sequence[Edit], further: Iterable[Edit]) -> list[Edit]:
    return [e for e in further if not any(e.start < t.end and t.start < e.end for t in taken)]
