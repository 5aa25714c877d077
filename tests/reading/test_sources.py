import hashlib
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from pypdf import PdfWriter

from contested.errors import InputError
from contested.model.documents import Document
from contested.reading.sources import read_all, read_documents

REPORT = "Oster Daily\nTuesday 4 March 2025\n\nGunmen attacked a patrol near Oster on Monday and killed two guards.\n"


def only(source: Path | str, **options: object) -> Document:
    (document,) = read_documents(str(source), **options)  # type: ignore[arg-type]
    return document


def refusal(source: Path | str) -> str:
    with pytest.raises(InputError) as caught:
        list(read_documents(str(source)))
    assert "\n" not in str(caught.value)
    return str(caught.value)


def pdf_of(objects: list[str]) -> bytes:
    body, offsets = "%PDF-1.4\n", []
    for number, words in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{words}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    return f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Root 1 0 R/Size {size}>>\nstartxref\n{len(body)}\n%%EOF".encode()


def test_plain_text_is_kept_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "day.txt"
    path.write_bytes(REPORT.replace("\n", "\r\n").encode())
    document = only(path)
    assert document.text == REPORT.replace("\n", "\r\n")
    assert (document.id, document.name, document.title, document.published) == ("day", "day.txt", "Oster Daily", date(2025, 3, 4))
    assert document.date_line == "Tuesday 4 March 2025"
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b" \n ", "it is empty. Give a file with a report in it."),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", "it is a binary file, not text."),
        ("a.pdf", b"%PDF-1.4 nothing", "the PDF is damaged."),
        ("a.docx", b"PK\x03\x04 nothing", "the archive is damaged."),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "it is an old Word or Office file. Save it as .docx"),
        ("a.html", b"<html><body>" + b"<div>" * 100_000 + b"x", "its tags are nested more than 1000 deep."),
        ("a.html", b"<html><script>var a = 1;</script></html>", "there is no article text in the page."),
        ("a.json", b"[]", "there are no documents in it."),
        ("a.txt", "Des hommes ont attaqué le village dans la nuit et les ont tués, selon la police de la ville qui enquête sur ce fait avec les autorités.".encode(), "it is in French"),
    ],
)  # fmt: skip
def test_refusals_say_what_to_do(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert message in refusal(path)


def test_missing_file_folder_and_large_file(tmp_path: Path) -> None:
    assert "there is no such file. Check the path." in refusal(tmp_path / "none.txt")
    assert f"it is a folder. Give its files: {tmp_path}/*" in refusal(tmp_path)
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(50_000_001)
    assert "it is larger than 50 MB. Split it" in refusal(tmp_path / "big.txt")


def test_html_without_scripts_and_with_its_date(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<html><head><title>Raid in Oster</title><meta property='article:published_time' content='2024-05-06T10:00:00Z'>"
        "<meta property='og:site_name' content='Oster Courier'></head><body><nav>Home</nav><article><h1>Raid in Oster</h1>"
        "<p>Gunmen attacked a patrol near Oster on Monday and killed two guards, police said.</p><script>alert('x')</script>"
        "<h2>Reaction</h2><ul><li>The army denied that any of its men was there.</li></ul></article></body></html>"
    )
    document = only(path)
    assert (document.title, document.publisher, document.published) == ("Raid in Oster", "Oster Courier", date(2024, 5, 6))
    assert "alert" not in document.text
    assert "== Reaction ==\n- The army denied" in document.text


def test_word_document_and_zip_bomb(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Raid in Oster", 0)
    document.add_heading("Monday", 1)
    document.add_paragraph("Gunmen attacked a patrol near Oster.")
    document.save(str(tmp_path / "a.docx"))
    assert only(tmp_path / "a.docx").text.split("\n") == [
        "= Raid in Oster =", "", "", "== Monday ==", "Gunmen attacked a patrol near Oster.", "", "",
    ]  # fmt: skip
    with zipfile.ZipFile(tmp_path / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 210_000_000)
    assert "it unpacks to 210 MB" in refusal(tmp_path / "bomb.docx")


def test_pdf_without_text_asks_for_ocr(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(tmp_path / "a.pdf")
    assert "the PDF holds no text, only pictures of pages. Run OCR on it first." in refusal(tmp_path / "a.pdf")


def pages_of(pages: list[list[str]]) -> bytes:
    """Write a PDF with these lines on its pages."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    for n, lines in enumerate(pages):
        stream = "BT /F1 12 Tf 14 TL 50 700 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {5 + 2 * n} 0 R/Resources<</Font<</F1 3 0 R>>>>>>")
        objects.append(f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream")
    return pdf_of(objects)


def test_pdf_lines_become_paragraphs(tmp_path: Path) -> None:
    lines = ["Gunmen attacked a patrol near the town of Oster on Monday evening and", "killed two guards. The army denied it."]
    (tmp_path / "a.pdf").write_bytes(pages_of([lines]))
    assert only(tmp_path / "a.pdf").text == " ".join(lines) + "\n"


def test_heads_of_pages_are_dropped_and_a_paragraph_goes_on_over_them(tmp_path: Path) -> None:
    told = ["Gunmen attacked a patrol near the town of Oster on Monday evening and", "killed two guards of the mine who were on their way to the market of the"]
    pages = [["A/51/207", *told, f"51-0207 {n}/3"] for n in (1, 2)] + [["A/51/207", "town. The army denied it.", "51-0207 3/3"]]
    (tmp_path / "a.pdf").write_bytes(pages_of(pages))
    assert only(tmp_path / "a.pdf").text == " ".join([*told, *told, "town. The army denied it."]) + "\n"


def test_a_cut_off_json_line_costs_the_others_nothing(tmp_path: Path) -> None:
    good = {"id": "one", "title": "Raid", "date": "2024-05-06", "text": "Gunmen attacked Oster.", "publisher": "Courier"}
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(good) + '\n{"id": "two", "text": "Gunm\n' + json.dumps(good | {"id": 3}) + '\n{"id": "x"}\n')
    found = [d.id if isinstance(d, Document) else str(d) for d in read_all([str(path)])]
    assert found[0] == "one"
    assert found[1] == f"{path}:2: the JSON is damaged or cut off. Repair or remove that line."
    assert found[2] == "3"
    assert found[3].startswith(f'{path}:4: there is no "text".')


def test_json_fields_are_kept_and_a_wrong_date_is_refused() -> None:
    lines = b'[{"text": "Gunmen attacked Oster.", "date": "2024-05-06", "url": "http://x.invalid/a", "publisher": "Courier"},\n {"text": "b", "date": "soon"}]'
    first, second = read_all(["-"], stdin=io.BytesIO(lines))
    assert isinstance(first, Document)
    assert (first.id, first.published, first.url, first.publisher) == ("stdin-1", date(2024, 5, 6), "http://x.invalid/a", "Courier")
    assert str(second).startswith("standard input:2: \"date\" is 'soon', not a day.")


def test_one_bad_source_costs_the_next_nothing(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(REPORT)
    found = list(read_all([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]))
    assert [type(f).__name__ for f in found] == ["InputError", "Document"]


def test_half_characters_are_refused() -> None:
    (found,) = read_all(["-"], stdin=io.BytesIO(b'{"text": "Gunmen \\ud800 attacked."}'))
    assert "character 8 is no character" in str(found)
