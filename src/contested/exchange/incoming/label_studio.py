"""Label Studio's JSON export: tasks with a text, and one coding for each person who annotated it."""

from __future__ import annotations

from typing import Any

from contested.errors import InputError
from contested.exchange.incoming.annotations import Annotated, Label, coded_annotations, utf16_offset
from contested.exchange.incoming.record import Import, Incoming, short_hash


def is_label_studio(data: Any) -> bool:
    """Is a JSON value a list of tasks?"""
    return isinstance(data, list) and bool(data) and isinstance(data[0], dict) and "data" in data[0] and ("annotations" in data[0] or "completions" in data[0])


def read_label_studio(data: Any, where: str, coder: str | None) -> Import:
    """Give a coding for each finished annotation; one that was cancelled is left away."""
    for number, task in enumerate(data, 1):
        at = f"{where}: task {number}"
        text = next((v for v in (task.get("data") or {}).values() if isinstance(v, str) and " " in v), None)
        if text is None:
            yield InputError("the task has no text", where=at, fix="Export tasks whose data hold the text itself.")
            continue
        for annotation in task.get("annotations") or task.get("completions") or ():
            if not annotation.get("was_cancelled"):
                yield _coding(task, text, annotation, at, coder)


def _coding(task: Any, text: str, annotation: Any, at: str, coder: str | None) -> Incoming | InputError:
    who = annotation.get("completed_by")
    person = coder or (who.get("email") or who.get("id") if isinstance(who, dict) else who) or "label-studio"
    try:
        labels = tuple(_label(text, r, at) for r in annotation.get("result", ()) if r.get("type", "labels") == "labels")
        joins = tuple((str(r["from_id"]), str(r["to_id"])) for r in annotation.get("result", ()) if r.get("type") == "relation")
    except (KeyError, TypeError, IndexError) as err:
        return InputError(f"an annotation lacks {err}", where=at, fix="Export again as JSON.")
    except InputError as err:
        return err
    name = f"label-studio-{task.get('id', short_hash(text))}@{person}"
    return coded_annotations(Annotated(name, text, labels, joins), str(person))


def _label(text: str, result: Any, at: str) -> Label:
    value = result["value"]
    start, end = int(value["start"]), int(value["end"])
    said = value.get("text")
    if said is not None and text[start:end] != said:
        start, end = utf16_offset(text, start), utf16_offset(text, end)
        if text[start:end] != said:
            raise InputError(f"the span {value['start']}-{value['end']} does not hold {said[:40]!r}", where=at, fix="Export again from the same text.")
    return Label(str(result["id"]), start, end, str(value["labels"][0]))
