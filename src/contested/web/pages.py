"""Render pages from templates: everything that comes from a document or an address is escaped."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from contested import __version__
from contested.model.vocabulary import Status
from contested.report.labels import words
from contested.web.browsers import browser_name
from contested.web.shown import KINDS
from contested.web.visitor import asking

STATIC = resources.files("contested.web").joinpath("static")
WORLD = "world.json"


def page(template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """Render a template as an answer."""
    return HTMLResponse(environment().get_template(template).render(**context), status)


@cache
def environment() -> Environment:
    """Give the environment that all templates share."""
    made = Environment(loader=PackageLoader("contested.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.globals.update(version=__version__, asset=_asset, kinds=KINDS, asking=asking, statuses=[s.value for s in Status])
    made.filters.update(words=words, browser=browser_name, path=lambda part: quote(part, safe="/"), query=lambda part: quote(part, safe=""))
    return made


@cache
def _asset(name: str) -> str:
    """Give the address of a built file, with its hash, so that a new version is never taken from a browser's store."""
    found = static_file(name)
    if found is None:
        raise FileNotFoundError(f"{name} is not built: run npm ci && npm run build in web/")
    return f"/static/{name}?v={hashlib.sha256(found.read_bytes()).hexdigest()[:10]}"


def static_file(name: str) -> Traversable | None:
    """Find a built file, or the world outline that the offline report draws too; None for any other name."""
    if name == WORLD:
        return resources.files("contested.report").joinpath("assets", WORLD)
    return next((entry for entry in STATIC.iterdir() if entry.name == name), None)
