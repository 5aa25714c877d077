"""Feed the readers bytes that nobody wrote: each input gives documents whose parts fit their text, or a clear error.

Usage: python benchmarks/fuzz_readers.py [SECONDS] [FOLDER]     (default: 600 seconds, a temporary folder)

Needs atheris (``pip install atheris``). FOLDER keeps the inputs found between runs; an input that makes a reader
fault, or hang for more than ten seconds, stops the run and is left in FOLDER as crash-* or timeout-*.
"""

from __future__ import annotations

import io
import sys
import tempfile
import zipfile
from itertools import pairwise
from pathlib import Path

try:
    import atheris
except ImportError:
    sys.exit("atheris is not installed: pip install atheris")

with atheris.instrument_imports(include=["contested", "pypdf", "docx", "trafilatura", "charset_normalizer"]):
    import docx
    import pypdf  # noqa: F401
    import trafilatura  # noqa: F401

    from contested.errors import InputError
    from contested.model.documents import Document
    from contested.reading.formats import read_raw
    from contested.reading.raw import Raw

SAMPLES = Path(__file__).parents[1] / "src/contested/samples/documents"
ENDINGS = ("txt", "html", "wiki", "pdf", "docx", "jsonl", "md", "")
SECONDS, HANGING, LONGEST = 600, 10, 20_000

PAGE = b"<html><head><title>Raid</title><script>x()</script></head><body><p>Gunmen raided a camp on 3 May 2024.</p></body></html>"
WIKI = b"{{Infobox militant organization|name=River Front|leader=[[Amin]]}}\n'''River Front''' raided a post.<ref>{{cite web}}</ref>\n"
LINES = b'{"id":"a","title":"Raid","date":"2024-05-03","text":"Gunmen raided a camp near the river."}\n'
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" \
    b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n" \
    b"4 0 obj<</Length 62>>stream\nBT /F 12 Tf 9 700 Td (Gunmen raided a camp near the river.) Tj ET\nendstream endobj\n" \
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Courier>>endobj\ntrailer<</Root 1 0 R>>\n"  # fmt: skip


def word_file() -> bytes:
    """Make a small .docx."""
    file, kept = docx.Document(), io.BytesIO()
    file.add_heading("Raid", 1)
    file.add_paragraph("Gunmen raided a camp near the river on 3 May 2024.")
    file.save(kept)
    return kept.getvalue()


def plain_zip() -> bytes:
    """Make an archive that is no document."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return kept.getvalue()


def write_seeds(folder: Path) -> None:
    """Write an input of every format; the first byte says which ending the name has."""
    seeds = [(0, f.read_bytes()) for f in sorted(SAMPLES.glob("*.txt"))]
    seeds += [(1, PAGE), (2, WIKI), (3, PDF), (4, word_file()), (4, plain_zip()), (5, LINES), (6, b"# Raid\n\n- one\n"), (7, PAGE)]
    for n, (ending, data) in enumerate(seeds):
        (folder / f"seed-{n}").write_bytes(bytes([ending]) + data[: LONGEST - 1])


def read_one(data: bytes) -> None:
    """Read one input; raises AssertionError where what was read does not fit together."""
    if not data:
        return
    name = f"input.{ENDINGS[data[0] % len(ENDINGS)]}"
    for found in read_raw(Raw(data[1:], name, "input", name)):
        if isinstance(found, Document):
            check(found)
        else:
            assert isinstance(found, InputError), found
            assert "\n" not in str(found), found


def check(document: Document) -> None:
    """Hold that blocks are in order and inside the text, that infobox values stand where they say, and that it can be stored."""
    document.text.encode()
    assert all(0 <= b.start < b.end <= len(document.text) for b in document.blocks), document.blocks
    assert all(a.end <= b.start for a, b in pairwise(document.blocks)), document.blocks
    assert all(document.text[f.start : f.end] == f.value for f in document.infobox), document.infobox
    assert all(h < n for n, b in enumerate(document.blocks) for h in b.headings), document.blocks


def main() -> None:
    """Run the fuzzer over the seeds."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(tempfile.mkdtemp(prefix="fuzz-readers-"))
    folder.mkdir(parents=True, exist_ok=True)
    write_seeds(folder)
    limits = [f"-max_total_time={seconds}", f"-timeout={HANGING}", f"-max_len={LONGEST}", "-rss_limit_mb=2048", "-close_fd_mask=0"]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={folder}/", str(folder)], read_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
