"""INCEpTION's UIMA CAS JSON export: a text with spans and relations, as one coding."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from contested.errors import InputError
from contested.exchange.incoming.annotations import Annotated, Label, coded_annotations, utf16_offset
from contested.exchange.incoming.record import Import

_STRUCTURES = "%FEATURE_STRUCTURES"
_ENDS = (("@Governor", "@Dependent"), ("@source", "@target"))
_NO_LABEL = frozenset({"begin", "end", "sofa", "order"})


def is_inception(data: Any) -> bool:
    """Is a JSON value a CAS?"""
    return isinstance(data, dict) and _STRUCTURES in data


def read_inception(data: Any, where: str, coder: str | None) -> Import:
    """Give the coding of the text. A span's label is its first feature that is a word, else the name of its layer."""
    structures = data[_STRUCTURES]
    found = structures.values() if isinstance(structures, dict) else structures
    items = [s for s in found if isinstance(s, dict)]
    text = next((s["sofaString"] for s in items if isinstance(s.get("sofaString"), str)), None)
    if text is None:
        raise InputError("the CAS has no text", where=where, fix="Export it again as UIMA CAS JSON.")
    title = next((str(s["documentTitle"]) for s in items if s.get("documentTitle")), PurePath(where).stem)
    labels = tuple(label for s in items if (label := _label(text, s)))
    joins = tuple((str(s[a]), str(s[b])) for s in items for a, b in _ENDS if a in s and b in s)
    person = coder or "inception"
    yield coded_annotations(Annotated(f"{title}@{person}", text, labels, joins), person)


def _label(text: str, structure: dict[str, Any]) -> Label | None:
    kind = str(structure.get("%TYPE", ""))
    if not kind.startswith(("webanno.custom.", "custom.", "inception.custom.")) and not kind.endswith(("NamedEntity", "SemArg", "SemPred")):
        return None
    if "begin" not in structure or "end" not in structure or any(a in structure for a, _ in _ENDS):
        return None
    words = [v for k, v in structure.items() if k[0] not in "%@^" and k not in _NO_LABEL and isinstance(v, str)]
    start, end = (utf16_offset(text, int(structure[k])) for k in ("begin", "end"))
    return Label(str(structure.get("%ID", f"{start}-{end}")), start, end, words[0] if words else kind.rpartition(".")[2])
