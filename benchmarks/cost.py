"""Print what ``contested code`` costs beside the language model alone: the same text, the same process, least of several runs.

Usage: python benchmarks/cost.py [TEXT...]     (default: the sample reports)
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from contested.batch.pipeline import load_pipeline
from contested.language.syntax import load_parser
from contested.model.documents import BlockKind, Document
from contested.reading.sources import read_documents
from contested.store.database import open_store
from contested.store.keep import keep_coding

SAMPLES = Path(__file__).parents[1] / "src/contested/samples/documents"
STAGES = ("analyse", "mentions", "read", "link", "assess")
LEAST_WORDS = 4000
TIMES = 5
BAR_RATIO, BAR_TENFOLD = 1.5, 11.0
BAR_HELP_S = 0.3
_YEAR = re.compile(r"\b(19|20)\d\d\b")


def enlarged(texts: Sequence[str], words: int) -> str:
    """Repeat texts up to a number of words; every round tells of other years, so that its events are others."""
    parts: list[str] = []
    for round_ in count():
        for text in texts:
            if sum(len(p.split()) for p in parts) >= words:
                return "\n\n".join(parts)
            parts.append(_YEAR.sub(lambda m: str(int(m[0]) - round_), text))  # noqa: B023
    raise AssertionError


def read_text(text: str, folder: Path) -> Document:
    """Read a text as ``contested code`` does."""
    file = folder / "text.txt"
    file.write_text(text, encoding="utf-8")
    (document,) = read_documents(str(file))
    return document


def without_references(text: str, folder: Path) -> str:
    """Cut a text where its references begin: they are not parsed, and would make coding look cheaper than it is."""
    references = [b.start for b in read_text(text, folder).blocks if b.kind is BlockKind.REFERENCE]
    return text[: min(references, default=len(text))]


def seconds(work: Callable[[], object]) -> float:
    """Time one call in seconds of the processor: what other programs take away does not count."""
    begin = process_time()
    work()
    return process_time() - begin


class Clock:
    """Adds up the seconds spent in each stage of a pipeline."""

    def __init__(self, pipeline: Any) -> None:
        self.spent = dict.fromkeys(STAGES, 0.0)
        for stage in STAGES:
            setattr(pipeline, stage, self._timed(stage, getattr(pipeline, stage)))

    def _timed(self, stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any) -> Any:
            begin = process_time()
            try:
                return work(*arguments)
            finally:
                self.spent[stage] += process_time() - begin

        return timed


class Bench:
    """The pipeline and the language model it uses, measured on one text after the other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.parser = load_parser()
        self.pipeline = load_pipeline(parser=self.parser)
        self._store = open_store(str(folder / "bench.db"))
        self._numbers = count()

    def model_alone(self, text: str) -> float:
        """Time the language model on the paragraphs of a text."""
        paragraphs = [p for p in text.split("\n") if p.strip()]
        return seconds(lambda: list(self.parser.pipe(paragraphs)))

    def code(self, text: str) -> float:
        """Time reading, coding and keeping a text."""
        return seconds(lambda: self._code(text))

    def _code(self, text: str) -> None:
        document = read_text(text, self._folder)
        document = replace(document, id=f"{document.id}-{next(self._numbers)}")
        keep_coding(self._store, document, self.pipeline.code(document), who="bench")


def least(bench: Bench, text: str, times: int) -> tuple[float, float]:
    """Give the least seconds of the model alone and of coding, taken in turn: what other programs take away counts least."""
    pairs = [(bench.model_alone(text), bench.code(text)) for _ in range(times)]
    return min(p[0] for p in pairs), min(p[1] for p in pairs)


def started(*arguments: str) -> float:
    """Time a Python process on the clock, the least of several."""

    def wall() -> float:
        begin = perf_counter()
        subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
        return perf_counter() - begin

    return min(wall() for _ in range(TIMES))


def main(files: Sequence[str]) -> None:
    """Measure and print."""
    texts = [Path(f).read_text(encoding="utf-8") for f in files] or [
        f.read_text(encoding="utf-8") for f in sorted(SAMPLES.glob("*.txt"))
    ]
    with tempfile.TemporaryDirectory() as folder:
        texts = [without_references(t, Path(folder)) for t in texts]
        once = enlarged(texts, LEAST_WORDS)
        tenfold = enlarged(texts, 10 * len(once.split()))
        bench = Bench(Path(folder))
        bench.code(once)
        alone, coding = least(bench, once, TIMES)
        _, ten = least(bench, tenfold, 2)
        clock = Clock(bench.pipeline)
        whole = bench.code(once)
    words, ten_words = len(once.split()), len(tenfold.split())
    print(f"text: {words} words; {TIMES} runs in turn, the least of each")
    print(f"language model alone      {alone:8.3f} s  {words / alone:8.0f} words/s")
    print(f"contested code            {coding:8.3f} s  {words / coding:8.0f} words/s")
    _bar("code over model alone", coding / alone, BAR_RATIO)
    _bar(f"cost of {ten_words / words:.1f} times the text", ten / coding, BAR_TENFOLD)
    print("\nstage       seconds   of the model alone")
    for stage, spent in {**clock.spent, "other": whole - sum(clock.spent.values())}.items():
        print(f"{stage:10s} {spent:8.3f}   {spent / alone:6.2f}")
    empty, helped = started("-c", "pass"), started("-m", "contested.cli", "--help")
    print(f"\ncontested --help {helped:.2f} s (bar {BAR_HELP_S}), an empty Python {empty:.2f} s: {helped / empty:.1f} times")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _bar(name: str, value: float, bar: float) -> None:
    print(f"{name:25s} {value:8.2f}    at most {bar}: {'met' if value <= bar else 'MISSED'}")


if __name__ == "__main__":
    main(sys.argv[1:])
