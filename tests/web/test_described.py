"""Whatever fits or does not fit the OpenAPI document is answered as it says, and never by a fault of the server."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import InvalidArgument, Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from contested.batch.pipeline import Pipeline
from contested.store.ask import find_events
from contested.store.database import open_store
from web.conftest import served_live

EXAMPLES = 12


@dataclass(frozen=True)
class Described:
    """A server with its OpenAPI document, a session at it, and an event of its store."""

    base: str
    session: requests.Session
    document: str
    event: str


@pytest.fixture(scope="module")
def described(coded: Path, tmp_path_factory: pytest.TempPathFactory, pipeline: Pipeline) -> Iterator[Described]:
    path = tmp_path_factory.mktemp("described") / "contested.db"
    shutil.copy(coded, path)
    store = open_store(str(path))
    found = find_events(store)[0]
    with served_live(store, pipeline, fetching=False) as live, requests.Session() as session:
        session.headers["origin"] = live.base
        assert session.get(live.opening).status_code == 200
        yield Described(live.base, session, found.document, found.event.id)
    store.close()


def ask(described: Described, case: Any) -> None:
    """Make a request, as often as not about what is there, and check its answer."""
    known = {"document": described.document, "event": described.event}
    for name, value in (case.path_parameters or {}).items():
        if len(str(value)) % 2:
            case.path_parameters[name] = known.get(name, value)
    answer = case.call(base_url=described.base, session=described.session, timeout=30)
    case.validate_response(answer, checks=[not_a_server_error, response_schema_conformance, content_type_conformance])


def test_every_request_is_answered_as_described(described: Described) -> None:
    openapi = schemathesis.openapi.from_dict(described.session.get(f"{described.base}/openapi.json").json())
    operations = [found.ok() for found in openapi.get_all_operations()]
    assert len(operations) > 20
    for operation in operations:
        for mode in GenerationMode:

            @given(case=operation.as_strategy(generation_mode=mode))
            @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck))
            def asks(case: Any) -> None:
                ask(described, case)

            try:
                asks()
            except (Unsatisfiable, InvalidArgument):
                assert mode is GenerationMode.NEGATIVE, operation.label  # nothing can be wrong about it
