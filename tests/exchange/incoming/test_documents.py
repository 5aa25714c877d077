"""Channels, feeds and archives as documents."""

import json
from datetime import date
from pathlib import Path

import pytest

from contested.errors import InputError
from contested.exchange.incoming.detect import read_import
from contested.exchange.incoming.record import Incoming, Remark
from contested.model.documents import Document

PIECES: list[object] = [
    "Gunmen raided Upper Vale on 4 May 2023 and two guards died. ",
    {"type": "bold", "text": "The mayor confirmed it."},
    {"type": "link", "text": "https://vale.example/news"}, {"type": "mention", "text": "@vale_desk"},
    {"type": "text_link", "text": " Read on", "href": "https://t.me/vale"},
    {"type": "bank_card", "text": "4111 1111 1111 1111"}, " Help us: IBAN DE44500105175407324931, call +49 151 2345678 or write to desk@vale.example.",
]  # fmt: skip


def documents(path: Path) -> list[Document]:
    return [f.document for f in read_import(path) if isinstance(f, Incoming)]


def test_a_message_is_a_document_without_ways_to_reach_anybody(tmp_path: Path) -> None:
    messages = [
        {"id": 7, "type": "message", "date": "2023-05-05T08:00:00", "text": PIECES},
        {"id": 8, "type": "service", "date": "2023-05-05T09:00:00", "text": ""},
    ]
    path = tmp_path / "result.json"
    path.write_text(json.dumps({"name": "Vale Watch", "type": "public_channel", "id": 99, "messages": messages}))
    found = list(read_import(path))
    assert found[1:] == [Remark(str(path), "1 messages of 'Vale Watch' have no words and were left away")]
    document = documents(path)[0]
    assert (document.publisher, document.published, document.id.startswith("telegram-99-7-")) == ("Vale Watch", date(2023, 5, 5), True)
    assert document.text == "Gunmen raided Upper Vale on 4 May 2023 and two guards died. The mayor confirmed it. Read on Help us: IBAN , call or write to ."


def test_a_whole_export_has_all_its_channels(tmp_path: Path) -> None:
    chats = [{"name": n, "id": i, "messages": [{"id": 1, "type": "message", "text": "Shells fell on the old market."}]} for i, n in enumerate("AB")]
    (tmp_path / "result.json").write_text(json.dumps({"chats": {"list": chats}}))
    assert [d.publisher for d in documents(tmp_path / "result.json")] == ["A", "B"]


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Vale Herald</title><item><title>Raid on Upper Vale</title>
<link>https://vale.example/1</link><pubDate>Fri, 05 May 2023 08:00:00 +0000</pubDate>
<description>&lt;p&gt;Gunmen raided the post.&lt;/p&gt;&lt;script&gt;evil()&lt;/script&gt;&lt;p&gt;Two guards died.&lt;/p&gt;</description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Vale Herald</title><entry><id>tag:1</id><title>Raid on Upper Vale</title>
<link rel="alternate" href="https://vale.example/1"/><updated>2023-05-05T08:00:00Z</updated>
<content type="html">&lt;p&gt;Gunmen raided the post.&lt;/p&gt;&lt;p&gt;Two guards died.&lt;/p&gt;</content></entry></feed>"""


@pytest.mark.parametrize("markup", [RSS, ATOM])
def test_feeds_give_a_document_an_item(markup: str, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(markup)
    (document,) = documents(tmp_path / "feed.xml")
    assert document.text == "Raid on Upper Vale\n\nGunmen raided the post.\n\nTwo guards died."
    assert (document.url, document.published, document.publisher) == ("https://vale.example/1", date(2023, 5, 5), "Vale Herald")


def test_a_feed_with_entities_is_refused(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text('<!DOCTYPE rss [<!ENTITY a "aaaa">]><rss><channel><item><title>&a;</title></item></channel></rss>')
    with pytest.raises(InputError, match="declares a document type"):
        list(read_import(tmp_path / "feed.xml"))


def test_the_archivers_own_csv_keeps_address_and_hash(tmp_path: Path) -> None:
    metadata = "{'url': 'https://vale.example/1', 'title': 'Raid', 'content': 'Gunmen raided the post and two guards died.', 'timestamp': datetime.datetime(2023, 5, 5, 8, 0, tzinfo=datetime.timezone.utc)}"
    media = f"[{{'filename': 'a.html', 'urls': ['https://archive.example/a'], 'properties': {{'hash': 'SHA-256:{'ab' * 32}'}}}}]"
    (tmp_path / "db.csv").write_text(f'status,metadata,media\nsuccess,"{metadata}","{media}"\n')
    (document,) = documents(tmp_path / "db.csv")
    assert (document.archive_url, document.archive_sha256) == ("https://archive.example/a", "ab" * 32)
    assert (document.url, document.published, document.title) == ("https://vale.example/1", date(2023, 5, 5), "Raid")


def test_the_archivers_spreadsheet_is_known_too(tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_text(
        "Link,Archive status,Archive location,Upload timestamp,Upload title,Text content,Hash\n"
        f"https://vale.example/1,success,https://archive.example/a,2023-05-05,Raid,Gunmen raided the post.,{'cd' * 32}\n"
        "https://vale.example/2,success,https://archive.example/b,,,,\n"
    )
    found = list(read_import(tmp_path / "sheet.csv"))
    assert isinstance(found[0], Incoming)
    assert (found[0].document.archive_url, found[0].document.archive_sha256) == ("https://archive.example/a", "cd" * 32)
    assert found[1] == Remark(str(tmp_path / "sheet.csv"), "1 archived pages have no words and were left away")


def test_a_file_of_no_known_kind_says_what_is_known(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a,b\n1,2\n")
    with pytest.raises(InputError, match=r"no known layout\. Give an ACLED or UCDP GED file"):
        list(read_import(tmp_path / "x.csv"))


def test_a_sentence_with_another_day_is_no_date_line(tmp_path: Path) -> None:
    (tmp_path / "posts.jsonl").write_text('{"id": "a", "text": "On 3 May 2024 the army denied an ambush near Kaya.", "date": "2024-05-05"}\n')
    (found,) = [f for f in read_import(tmp_path / "posts.jsonl") if isinstance(f, Incoming)]
    assert (str(found.document.published), found.document.date_line) == ("2024-05-05", None)
