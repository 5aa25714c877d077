"""Both databases that a store can be: tests that ask for ``store_address`` run once on each."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import make_url

if TYPE_CHECKING:
    from databases import Server

DATABASES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """Give a running PostgreSQL server, or skip the test and say why."""
    if importlib.util.find_spec("psycopg") is None:
        pytest.skip('the driver of PostgreSQL is not installed: pip install "contested[postgres]"')
    from databases import NO_SERVER, programs, running

    found = programs()
    if found is None:
        pytest.skip(NO_SERVER)
    with running(found) as server:
        yield server


@pytest.fixture(scope="session")
def postgres_store(postgres: Server) -> str:
    """Give the name of a database that holds an empty store, to make others like it."""
    from contested.store.database import open_store

    address = postgres.new_database()
    open_store(address).close()
    return make_url(address).database or ""


@pytest.fixture(params=DATABASES)
def store_address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the address of a store of its own, on each database in turn."""
    if request.param == "sqlite":
        yield str(tmp_path / "contested.db")
        return
    server: Server = request.getfixturevalue("postgres")
    address = server.new_database(request.getfixturevalue("postgres_store"))
    yield address
    server.drop(address)


@pytest.fixture(params=DATABASES)
def new_address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Give a function that gives addresses of databases in which there is nothing yet."""
    if request.param == "sqlite":
        numbers = iter(range(1000))
        yield lambda: str(tmp_path / f"new{next(numbers)}.db")
        return
    server: Server = request.getfixturevalue("postgres")
    made: list[str] = []

    def new() -> str:
        made.append(server.new_database())
        return made[-1]

    yield new
    for address in made:
        server.drop(address)
