"""Write one offline HTML page of codings: events, timeline, map, claims, actors, and what was left out."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from contested import __version__
from contested.assessing.policies.reading import own_policies
from contested.exchange.folder import write_atomically
from contested.exchange.manifest import ReleaseTerms
from contested.exchange.readings import Readings
from contested.exchange.release.releasing import Release, Terms
from contested.linking.actors.identities import NOBODY, Identities, known_by
from contested.model.documents import Document
from contested.model.events import Coding
from contested.model.spans import Evidence
from contested.model.vocabulary import Status
from contested.report.actors import tally_actors, view_profile
from contested.report.excerpts import Excerpts
from contested.report.ties import draw_ties, met_in
from contested.report.views import EventView, view_event

SCRIPTS = ("quotes.js", "filters.js", "timeline.js", "killed.js", "map.js", "start.js")


def write_report(readings: Readings, terms: Terms, path: Path, *, title: str, identities: Identities = NOBODY) -> ReleaseTerms:
    """Write the page for the audience that the terms name, and say what was withheld; it opens without any outside request.

    Only ``internal`` is given words of the documents that no coding quotes.
    Args:   readings: gone through several times, so no one-time iterator. identities: names under which actors are counted.
    Raises: OutputError: the file cannot be written. WithheldError: a withheld name would stand on the page; nothing is written.
    """
    release = Release(readings, terms, cut_texts=True)
    told = list(release)
    page = render_report([c for _, c in told], [d for d, _ in told], title=title, terms=release.summary(), identities=identities.without(release.withholds))
    release.check_page(page, render_report((), (), title="") + _asset("world.json"), str(path))
    write_atomically(path, page)
    return release.summary()


def render_report(
    codings: Sequence[Coding], documents: Sequence[Document], *, title: str, terms: ReleaseTerms | None = None, identities: Identities = NOBODY
) -> str:
    """Render the page as HTML; the same codings give the same text.

    Args: documents: needed for the text around quotations only; a coding without its document shows bare quotations.
    """
    codings, texts = _tell_apart(codings, documents)
    excerpts = Excerpts(texts)
    pairs = [(coding, event) for coding in codings for event in coding.events]
    events = [view_event(i, coding, event, excerpts) for i, (coding, event) in enumerate(pairs)]
    profiles = [p for p in (view_profile(c, excerpts) for c in codings) if p]
    told = [event for _, event in pairs]
    known = [c.profile for c in codings if c.profile]
    graphs = {name: draw_ties([p for p in known if p.name == name], met_in(name, told)) for name in dict.fromkeys(p.name for p in known)}
    left_out = [(c.document, o, _left_out_ref(c, o.start, o.end, o.text, excerpts)) for c in codings for o in c.left_out]
    described = [_describe(c, texts.get(c.document)) for c in codings]
    titles = {d["name"]: d["title"] for d in described}
    style, script = _asset("base.css") + _asset("page.css"), "\n".join(_asset(name) for name in SCRIPTS)
    return _environment().get_template("page.html.j2").render(
        title=title,
        terms=terms,
        version=__version__,
        events=sorted(events, key=lambda e: (e.sort_date or "9999", e.number)),
        contested=sorted((e for e in events if e.matrix.rows), key=_claims_order),
        documents=described,
        policies=[(p.name, p.title) for p in own_policies()],
        profiles=profiles,
        graphs=graphs,
        actors=tally_actors([known_by(e, identities) for _, e in pairs]),
        left_out=left_out,
        why_left_out=Counter(o.why for _, o, _ in left_out).most_common(),
        statuses=[(s.value, sum(e.status == s.value for e in events)) for s in Status],
        acts=Counter(e.act for e in events).most_common(),
        data=_json({"excerpts": excerpts.records, "events": [e.point for e in events], "titles": titles}),
        world=Markup(_asset("world.json").replace("<", "\\u003c")) if _has_points(events) else Markup("null"),
        style=Markup(style), script=Markup(script), style_hash=_csp_hash(style), script_hash=_csp_hash(script),
    )  # fmt: skip


def _claims_order(event: EventView) -> tuple[bool, int, str, int]:
    """Disputed events first, then those with most speakers."""
    return event.status != Status.DISPUTED, -len(event.matrix.speakers), event.sort_date, event.number


def _has_points(events: Sequence[EventView]) -> bool:
    return any(e.point["lat"] is not None for e in events)


def _tell_apart(
    codings: Sequence[Coding], documents: Sequence[Document]
) -> tuple[Sequence[Coding], Mapping[str, Document]]:
    """Give each coding a document name of its own, and the document by that name: of one name, that of the same hash."""
    named: dict[str, list[Document]] = {}
    for document in documents:
        for key in {document.id, document.name}:
            named.setdefault(key, []).append(document)
    apart: list[Coding] = []
    texts: dict[str, Document] = {}
    taken: set[str] = set()
    for coding in codings:
        candidates = sorted(named.get(coding.document, ()), key=lambda d: d.sha256 != coding.sha256)
        name = coding.document if coding.document not in taken else f"{coding.document} ({coding.sha256[:6]})"
        taken.add(name)
        if candidates:
            texts[name] = candidates[0]
        apart.append(coding.model_copy(update={"document": name}))
    return apart, texts


def _describe(coding: Coding, document: Document | None) -> dict[str, Any]:
    return {
        "name": coding.document, "title": (document and document.title) or coding.document,
        "publisher": document.publisher if document else None,
        "published": document.published.isoformat() if document and document.published else None,
        "events": len(coding.events), "coder": coding.coder, "sha256": coding.sha256,
    }  # fmt: skip


def _left_out_ref(coding: Coding, start: int, end: int, text: str, excerpts: Excerpts) -> str:
    return excerpts.refs(coding.document, (Evidence(start=start, end=end, text=text),))


def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(_asset), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _asset(name: str) -> str:
    return resources.files(__package__).joinpath("assets", name).read_text(encoding="utf-8")


def _json(data: Any) -> Markup:
    """Write JSON that cannot end the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def _csp_hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
