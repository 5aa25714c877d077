"""Wikitext -> plain text in the one shape: title, infobox as ``- Key: value``, sections; templates and references dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from contested.errors import InputError
from contested.reading.encoding import decode
from contested.reading.raw import Raw, Rendered
from contested.reading.wikibrackets import balance_brackets
from contested.resources import read_table

_DROPPED = re.compile(
    r"<!--.*?(?:-->|\Z)|<ref[^>]{0,500}/>|<(ref|gallery|math|timeline|score|syntaxhighlight|imagemap)\b[^>]{0,500}>.*?(?:</\1\s*>|\n\n|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_BREAK = re.compile(r"<(?:br|hr)\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_QUOTES = re.compile(r"'{2,}")
_EXTERNAL = re.compile(r"\[(?:https?:)?//[^\s\]\[]{1,2000}(?:[ \t]+([^\]\[\n]{0,500}))?\]")
_MAGIC = re.compile(r"__[A-Z]+__|-\{|\}-")
_NO_WORDS = ("file:", "image:", "category:", "media:")
_LIST = re.compile(r"^([*#:;]+)[ \t]*")
_SPACES = re.compile(r"[ \t\u00a0]+")
_MARKUP_LINE = re.compile(r"^(?:\||\}\}|\{\{|\{\||\}|!(?!\w+\s\w+\s\w+))")
_COMMAS = re.compile(r"(?:\s*,\s*){2,}")
_EMPTY_BRACKETS = re.compile(r"\s*\((?:[\s,;:–-]*)\)|(?<=\()[\s,;:]+")


def read_wikitext(raw: Raw) -> Rendered:
    """Render an article given as wikitext; its title is the name of the file."""
    title = raw.id.replace("_", " ")
    return Rendered(render_wikitext(decode(raw.data, raw.where, raw.encoding), title, raw.where), "text/x-wiki", title)


def render_wikitext(source: str, title: str, where: str) -> str:
    """Render wikitext as plain text.

    Raises: InputError: nothing is left, as in a redirect or a page of templates.
    """
    import mwparserfromhell

    code = mwparserfromhell.parse(balance_brackets(_without_tags(source)), skip_style_tags=True)
    infobox = next((t for t in code.filter_templates(recursive=False) if _name(t).startswith("infobox")), None)
    fields = list(_fields(infobox)) if infobox is not None else []
    body = list(_body(_words(code)))
    if not any(line and not line.startswith("=") for line in body):
        raise InputError("there is no article text in the wikitext", where=where, fix="Give the page itself, not a redirect.")
    return "\n".join([f"= {title} =", "", *([title, *fields, ""] if fields else []), *body]) + "\n"


def _without_tags(source: str) -> str:
    """Drop references, comments, tags and quote marks; entities hide the signs that the parser would try in vain."""
    plain = _BREAK.sub("\n", _DROPPED.sub("", source))
    plain = _EXTERNAL.sub(lambda m: m[1] or "", _TAG.sub("", plain))
    return _QUOTES.sub("", _MAGIC.sub("", plain)).replace("<", "&lt;").replace("://", "&#58;//")


@cache
def _templates() -> Mapping[str, str]:
    return {row["template"]: row["how"] for row in read_table("wiki_templates.csv", ("template", "how"))}


def _name(template: Any) -> str:
    return str(template.name).strip().lower().replace("_", " ")


def _fields(infobox: Any) -> Iterator[str]:
    """Give the lines of an infobox: the key in title case, the value on one line, items after commas."""
    for parameter in infobox.params:
        value = _one_line(_words(parameter.value))
        key = str(parameter.name).strip().replace("_", " ").title()
        if value and parameter.showkey and key:
            yield f"- {key}: {value}"


def _one_line(words: str) -> str:
    items = [_SPACES.sub(" ", line).strip() for line in words.split("\n")]
    return _COMMAS.sub(", ", ", ".join(item for item in items if item.strip("*#:; "))).strip(" ,")


def _words(code: Any) -> str:
    """Give the words of parsed wikitext."""
    return "".join(_node_words(node) for node in code.nodes)


def _node_words(node: Any) -> str:
    kind = type(node).__name__
    if kind == "Text":
        return str(node.value)
    if kind == "Wikilink":
        return _link_words(node)
    if kind == "Template":
        return _template_words(node)
    if kind == "Heading":
        mark = "=" * min(6, max(2, node.level))
        return f"\n{mark} {_words(node.title).strip()} {mark}\n"
    if kind == "HTMLEntity":
        return str(node.normalize())
    if kind == "Tag":
        return _tag_words(node)
    return ""


def _link_words(link: Any) -> str:
    target = str(link.title).strip()
    if target.lower().startswith(_NO_WORDS):
        return ""
    return _words(link.text) if link.text is not None and str(link.text).strip() else target.lstrip(":")


def _template_words(template: Any) -> str:
    """Read the templates that carry words, as the table says."""
    how = _templates().get(_name(template), "")
    values = [p.value for p in template.params if not p.showkey]
    if not how or how.startswith("text:"):
        return how[5:]
    if how.isdigit():
        return _words(values[int(how) - 1]) if len(values) >= int(how) else ""
    words = [w for value in values if (w := _words(value).strip())]
    if how == "date":
        return "-".join(w.zfill(2) for w in words[:3] if w.isdigit())
    if how == "last":
        return words[-1] if words else ""
    return " ".join(words) if how == "words" else "".join(f"\n{w}" for w in words)


def _tag_words(tag: Any) -> str:
    """Read a table, one row a line; keep the mark of a list item; the marks of other tags are dropped."""
    if tag.wiki_markup and tag.wiki_markup in "*#:;":
        return str(tag.wiki_markup)
    if str(tag.tag) == "table":
        rows = (node for node in tag.contents.nodes if type(node).__name__ == "Tag" and str(node.tag) == "tr")
        return "\n" + "".join(f"- {row}\n" for row in map(_row_words, rows) if row)
    return _words(tag.contents) if tag.contents is not None else ""


def _row_words(row: Any) -> str:
    cells = (_one_line(_words(c.contents)) for c in row.contents.nodes if type(c).__name__ == "Tag")
    return " | ".join(cell for cell in cells if cell)


def _body(words: str) -> Iterator[str]:
    """Give the lines of the text: one paragraph a line, lists with dashes, markup that was left open dropped."""
    for line in words.split("\n"):
        line = _EMPTY_BRACKETS.sub("", _SPACES.sub(" ", line)).strip()
        if not line or _MARKUP_LINE.match(line) or line.lower().startswith("#redirect"):
            continue
        if line.startswith("==") and line.endswith("=="):
            yield from ("", line)
        elif mark := _LIST.match(line):
            dash = "  " * (len(mark[1]) - 1) + "- " if mark[1].strip(":;") else ""
            yield dash + line[mark.end() :]
        else:
            yield line
