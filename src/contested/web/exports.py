"""Export what a view shows: the events that pass its filters, in a layout, for an audience, as one ZIP file."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Query
from pydantic import Field
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, HTMLResponse

from contested.assessing.policies.reading import read_policy
from contested.batch.exporting import StoredReadings, stored_grouping
from contested.errors import ContestedError
from contested.exchange.layouts import LAYOUTS, export
from contested.exchange.manifest import manifest_hash
from contested.exchange.release.places import PlaceLevel
from contested.exchange.release.releasing import Audience, Terms
from contested.store.ask import EventFilter
from contested.store.browse import count_events
from contested.store.journal import recorded_export
from contested.store.remembering import Remembered
from contested.store.schema import POLICIES
from contested.web.pages import page
from contested.web.person import Asking
from contested.web.questions import EventsAsked
from contested.web.rights import audiences_for


class ExportAsked(EventsAsked):
    """The filters of a view, and how the events that pass them are to be written."""

    layout: str = Field(default="csv", description=f"One of {', '.join(LAYOUTS)}.")
    audience: Audience = Field(default=Audience.PUBLIC, description="public withholds names of private people and contacts, partner contacts, internal nothing.")
    places: PlaceLevel = Field(default=PlaceLevel.EXACT, description="The finest level of place that is told.")
    by: str | None = Field(default=None, description="The policy that decides tolls; without it, the layout's own.")


_OWN = ExportAsked.model_fields.keys() - EventsAsked.model_fields.keys()


def export_routes(remembered: Remembered) -> APIRouter:
    """Give the routes of export; every export is logged as made by the person whose session it is."""
    routes = APIRouter(tags=["export"])

    @routes.get("/export", include_in_schema=False)
    def choose(asked: Annotated[EventsAsked, Query()], who: Asking) -> HTMLResponse:
        shown, total = (remembered.ask(count_events, wanted) for wanted in (asked.filter(remembered.store), EventFilter()))
        return page(
            "export.html.j2", asked=asked, shown=shown, total=total, layouts=tuple(LAYOUTS.values()), audiences=audiences_for(who), levels=tuple(PlaceLevel),
            policies=POLICIES,
        )  # fmt: skip

    @routes.post("/export.zip", summary="Export the events that pass filters", response_class=FileResponse)
    def write(asked: Annotated[ExportAsked, Form()], who: Asking) -> FileResponse:
        if asked.audience not in audiences_for(who):
            raise HTTPException(403, f"Your account is that of a {who.role}: it may not export for the audience {asked.audience}.")
        if asked.layout not in LAYOUTS or asked.by not in (None, "", *POLICIES):
            raise HTTPException(422, f"Choose a layout of {', '.join(LAYOUTS)}, and a policy of {', '.join(POLICIES)} or none.")
        folder = Path(tempfile.mkdtemp(prefix="contested-export-"))
        try:
            made = _written(remembered, asked, who.name, folder)
        except ContestedError as err:
            shutil.rmtree(folder, ignore_errors=True)
            raise HTTPException(409, str(err)) from err
        return FileResponse(
            made, media_type="application/zip", filename=f"contested-{asked.layout}-{asked.audience}.zip", background=BackgroundTask(shutil.rmtree, folder, True)
        )

    return routes


def _written(remembered: Remembered, asked: ExportAsked, who: str, folder: Path) -> Path:
    """Write the export and pack it; the store's log has a line before and after."""
    store, filters = remembered.store, "&".join(f"{name}={value}" for name, value, _ in asked.asked() if name not in _OWN)
    told = f"{asked.layout} for {asked.audience} from the application" + (f", filtered by {filters}" if filters else "")
    policy = read_policy(asked.by) if asked.by else None
    readings = StoredReadings(store, asked.filter(store) if filters else None)
    with recorded_export(store, who, told, lambda: None) as came_of_it:
        manifest = export(readings, asked.layout, folder / "export", Terms(asked.audience, asked.places), policy, stored_grouping(store))
        came_of_it += [f"{manifest.events} events", f"{manifest.documents} documents", manifest_hash(folder / "export")]
    packed = folder / "export.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as into:
        for file in sorted((folder / "export").iterdir()):
            into.write(file, f"contested-{asked.layout}/{file.name}")
    return packed
