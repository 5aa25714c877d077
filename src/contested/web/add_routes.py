"""The requests that add documents, and how far they are."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter, HTTPException, UploadFile
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import HTMLResponse

from contested.errors import InputError, UsageError
from contested.model.documents import Document
from contested.reading.raw import Raw
from contested.web.adding import Adding, Job, Reader, safe_name
from contested.web.pages import page
from contested.web.person import Person

ENDINGS = (".txt", ".text", ".md", ".html", ".htm", ".wiki", ".wikitext", ".pdf", ".docx", ".json", ".jsonl")
FILES_AT_ONCE = 50


class PastedText(BaseModel):
    """Text to be coded, and a name for it."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1, max_length=50_000)
    name: str = Field(default="pasted text", min_length=1, max_length=200)


class Address(BaseModel):
    """An http(s) address, or wikipedia:TITLE."""

    model_config = ConfigDict(extra="forbid")

    address: str = Field(pattern=r"^(https?://|wikipedia:)\S.*$", max_length=2000)


def add_routes(adding: Adding) -> APIRouter:
    """Give the routes that add documents."""
    routes = APIRouter(tags=["adding"])

    def added(name: str, reader: Reader, who: str) -> Job:
        try:
            return adding.add(name, reader, who)
        except UsageError as err:
            raise HTTPException(503, str(err)) from err

    @routes.get("/add", include_in_schema=False)
    def add() -> HTMLResponse:
        return page("add.html.j2", jobs=adding.jobs(), endings=ENDINGS, fetching=adding.fetching)

    @routes.get("/add.json", summary="What was added since the server started, and how far it is")
    def add_json() -> list[Job]:
        return adding.jobs()

    @routes.post("/add/files", summary="Add files", status_code=202)
    async def add_files(files: list[UploadFile], who: Person) -> list[Job]:
        if len(files) > FILES_AT_ONCE:
            raise HTTPException(422, f"These are {len(files)} files; add {FILES_AT_ONCE} at a time.")
        named = [(safe_name(f.filename or ""), f) for f in files]
        unfit = [name for name, _ in named if not name.lower().endswith(ENDINGS)]
        if unfit:
            raise HTTPException(422, f"{', '.join(unfit)}: only files of these kinds can be read: {', '.join(ENDINGS)}.")
        return [added(name, _Reading(await file.read(), name), who) for name, file in named]

    @routes.post("/add/text", summary="Add pasted text", status_code=202)
    def add_text(pasted: PastedText, who: Person) -> Job:
        name = safe_name(pasted.name)
        return added(name, _Reading(pasted.text.encode("utf-8", "replace"), name if name.endswith(".txt") else f"{name}.txt"), who)

    @routes.post("/add/address", summary="Add the report at an address", status_code=202)
    def add_address(given: Address, who: Person) -> Job:
        if not adding.fetching:
            raise HTTPException(403, "This server fetches no addresses: save the page and add the file.")
        return added(given.address, _Fetching(given.address), who)

    return routes


class _Reading:
    """Read the bytes of a file that a browser sent."""

    def __init__(self, data: bytes, name: str) -> None:
        self._raw = Raw(data, name, name.rsplit(".", 1)[0], name)

    def __call__(self) -> Iterator[Document | InputError]:
        from contested.reading.formats import read_raw

        return iter(read_raw(self._raw))


class _Fetching:
    """Fetch and read what is at an address of the open internet."""

    def __init__(self, address: str) -> None:
        self._address = address

    def __call__(self) -> Iterator[Document | InputError]:
        from contested.reading.guarded import guarded_client
        from contested.reading.sources import read_all

        with guarded_client() as client:
            yield from read_all([self._address], client=client)


