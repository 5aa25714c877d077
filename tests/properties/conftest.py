"""One pipeline for all tests of this folder."""

from __future__ import annotations

import pytest

from contested.batch.pipeline import Pipeline, load_pipeline


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return load_pipeline()
