"""The offline page: no outside request, all text escaped, every value with its quotation."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from contested.errors import OutputError, WithheldError
from contested.exchange.readings import bare_document
from contested.exchange.release.releasing import PUBLIC, Audience, Terms
from contested.linking.actors.identities import Identities
from contested.linking.actors.records import ActorRelation, Bond
from contested.model.documents import Document
from contested.model.events import (
    Casualty,
    Claim,
    Coding,
    Event,
    EventDate,
    EventPlace,
    LeftOut,
    Party,
    Profile,
    ProfileItem,
)
from contested.model.spans import Evidence
from contested.model.vocabulary import Basis, CasualtyKind, DatePrecision, PlacePrecision, Stance, Status
from contested.report.page import render_report, write_report

TEXT = "On 4 May 2023 the <b>Front</b> shelled Upper Vale. The Coast Guard denied that nine died. حركة قد تعود."


def span(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(start=start, end=start + len(words), text=words)


def coding(**changes: object) -> Coding:
    event = Event(
        id="e1", action="shelling", action_evidence=(span("shelled"),),
        date=EventDate(
            start=date(2023, 5, 4), end=date(2023, 5, 4), precision=DatePrecision.DAY, basis=Basis.REPORT,
            evidence=(span("4 May 2023"),),
        ),
        place=EventPlace(
            text="Upper Vale", name="Upper Vale", country="ZZ", latitude=9.5, longitude=-13.7,
            precision=PlacePrecision.REGION, evidence=(span("Upper Vale"),),
        ),
        perpetrators=(Party(name="</script><b>Front</b>", text="<b>Front</b>", evidence=(span("<b>Front</b>"),)),),
        casualties=(Casualty(kind=CasualtyKind.KILLED, low=9, high=9, asserted_by="villagers", evidence=(span("nine"),)),),
        claims=(Claim(party="Coast Guard", stance=Stance.DENIES, about="killed", evidence=(span("denied"),)),),
        status=Status.DISPUTED, because=("Coast Guard denies the number killed",),
    )  # fmt: skip
    words = span("حركة قد تعود")
    left = LeftOut(text=words.text, start=words.start, end=words.end, why="predicted", detail="قد")
    given = {"profile": Profile(name="حركة", founded="2020"), "events": (event,), "left_out": (left,), **changes}
    return Coding.model_validate({"document": "vale.txt", "sha256": "ab" * 32, "coder": "rules 1", **given})


def page(*codings: Coding) -> str:
    document = Document(id="vale.txt", name="vale.txt", text=TEXT, sha256="ab" * 32, title="Vale")
    return render_report(codings, [document], title="Vale & <coast>")


def stored(html: str) -> dict[str, list[list[str]]]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    return dict(json.loads(found[1]))


def test_the_page_asks_nothing_of_the_outside() -> None:
    html = page(coding())
    addresses = set(re.findall(r"https?://[^\s\"'<>)]+", html)) - {"http://www.w3.org/2000/svg"}
    assert addresses == set()
    assert not re.search(r"<(?:link|img|iframe|script src)|@import|url\(", html)
    assert "default-src 'none'" in html


def test_text_is_escaped() -> None:
    html = page(coding())
    assert "<b>Front" not in html
    assert "&lt;b&gt;Front" in html
    assert "<title>Vale &amp; &lt;coast&gt;</title>" in html
    assert html.count("</script>") == 3


def test_each_value_opens_its_words() -> None:
    html = page(coding())
    excerpts = stored(html)["excerpts"]
    cited = set()
    for index, start, end in re.findall(r"(\d+):(\d+):(\d+)", " ".join(re.findall(r'data-q="([^"]*)"', html))):
        cited.add(str(excerpts[int(index)][1])[int(start) : int(end)])
    assert cited >= {"4 May 2023", "Upper Vale", "<b>Front</b>", "nine", "denied", "shelled", "حركة قد تعود"}


def test_a_coarse_place_is_drawn_as_an_area() -> None:
    (point,) = stored(page(coding()))["events"]
    assert (point["lat"], point["lon"], point["km"], point["coarse"]) == (9.5, -13.7, 75, True)  # type: ignore[call-overload]


def test_status_is_told_by_word_and_shape() -> None:
    html = page(coding())
    assert (
        '<td class="status disputed"><svg class="glyph disputed" aria-hidden="true"><use href="#g-disputed"/></svg>disputed</td>'
        in html
    )
    assert "Coast Guard denies the number killed" in html


def test_the_matrix_has_facts_as_rows_and_speakers_as_columns() -> None:
    html = page(coding())
    matrix = html[html.index('<article class="matrix"') :]
    matrix = matrix[: matrix.index("</article>")]
    assert re.findall(r'scope="col"><bdi>(.*?)</bdi>', matrix) == ["Coast Guard", "villagers"]
    assert re.findall(r'scope="row">(.*?)</th>', matrix) == ["killed"]
    assert '<span class="pos against">' in matrix


def test_without_the_document_the_bare_words_are_shown() -> None:
    html = render_report([coding()], [], title="Vale")
    assert ["vale.txt", "Upper Vale", False, False] in stored(html)["excerpts"]


def test_documents_of_one_name_are_told_apart() -> None:
    other = Document(id="2", name="vale.txt", text=TEXT.replace("nine", "five"), sha256="cd" * 32, title="Second")
    first = Document(id="1", name="vale.txt", text=TEXT, sha256="ab" * 32, title="First")
    second = coding(sha256="cd" * 32, events=(), profile=None)
    html = render_report([coding(), second], [other, first], title="Vale")
    data = stored(html)
    assert data["titles"] == {"vale.txt": "First", "vale.txt (cdcdcd)": "Second"}
    assert {e[0]: "nine died" in e[1] for e in data["excerpts"]} == {"vale.txt": True, "vale.txt (cdcdcd)": False}


def test_no_events_make_a_page_that_says_so() -> None:
    html = page(coding(events=(), left_out=(), profile=None))
    assert "Nothing that names an act was left out." in html
    assert 'id="world">null</script>' in html


def test_the_page_is_the_same_each_time_and_light(tmp_path: Path) -> None:
    assert page(coding()) == page(coding())
    write_report([(bare_document(coding()), coding())], Terms(Audience.INTERNAL), tmp_path / "page.html", title="Vale")
    assert (tmp_path / "page.html").stat().st_size < 400_000


def test_an_unwritable_path_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        write_report([(bare_document(coding()), coding())], PUBLIC, tmp_path / "file" / "page.html", title="Vale")


LETTER = "Residents met at noon.\nOn 4 May 2023 gunmen shot Yusuf al-Idrisi, 34, near Kayes. Call +223 70 12 34 56.\nMariam Sow was away."


def private() -> tuple[Document, Coding]:
    def quote(words: str) -> tuple[Evidence, ...]:
        return (Evidence(start=LETTER.index(words), end=LETTER.index(words) + len(words), text=words),)

    event = Event(
        id="e1", action="shooting", evidence=quote("On 4 May 2023 gunmen shot Yusuf al-Idrisi, 34, near Kayes."),
        date=EventDate(start=date(2023, 5, 4), end=date(2023, 5, 4), precision=DatePrecision.DAY, basis=Basis.REPORT, evidence=quote("4 May 2023")),
        targets=(Party(name="Yusuf al-Idrisi", text="Yusuf al-Idrisi", kind="person", evidence=quote("al-Idrisi")),),
        claims=(Claim(party="Harrow Front", stance=Stance.DENIES, about="event", evidence=quote("Call +223 70 12 34 56.")),),
    )  # fmt: skip
    document = Document(id="yusuf-al-idrisi.txt", name="yusuf-al-idrisi.txt", text=LETTER, sha256="cd" * 32, title="Yusuf al-Idrisi shot")
    return document, Coding(document=document.name, sha256=document.sha256, coder="rules 1", events=(event,))


def test_a_page_for_the_public_shows_quotations_in_their_sentences_without_private_names(tmp_path: Path) -> None:
    write_report([private()], PUBLIC, tmp_path / "page.html", title="Vale")
    html = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert [w for w in ("idrisi", "yusuf", "70 12", "mariam", "residents met") if w in html.casefold()] == []
    assert ["yusuf" in html.casefold(), "Made for: public. Withheld: 1 names" in html] == [False, True]
    sentence = "On 4 May 2023 gunmen shot [name withheld], 34, near Kayes."
    excerpts = [e[1] for e in stored(html)["excerpts"]]
    assert sentence in excerpts
    refs = re.findall(r'data-refs="(\d+):(\d+):(\d+)"', html) or re.findall(r"(\d+):(\d+):(\d+)", html)
    assert "[name withheld]" in {excerpts[int(n)][int(a) : int(b)] for n, a, b in refs if int(n) < len(excerpts)}


def test_an_internal_page_shows_all(tmp_path: Path) -> None:
    write_report([private()], Terms(Audience.INTERNAL), tmp_path / "page.html", title="Vale")
    assert "Yusuf al-Idrisi" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_a_page_that_would_tell_a_withheld_name_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(WithheldError, match="1 withheld names would stand on the page"):
        write_report([private()], PUBLIC, tmp_path / "page.html", title="The death of YUSUF AL IDRISI")
    assert list(tmp_path.iterdir()) == []


def test_an_actor_is_counted_under_the_name_that_was_decided(tmp_path: Path) -> None:
    bond = Bond("Harrow Front", "Harrow Valley Front", ActorRelation.SAME)
    write_report([private()], PUBLIC, tmp_path / "page.html", title="Vale", identities=Identities((bond,)))
    assert "Harrow Valley Front" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_each_event_has_its_figures_by_policy_and_each_profile_its_ties() -> None:
    allied = Profile(name="Coast Front", allies=(ProfileItem(name="Hill Front", qualifier="alleged"),))
    html = page(coding(profile=allied))
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    assert json.loads(found[1])["events"][0]["k"]["ucdp"] == [9, 9, 9]
    assert '<path class="tie ally alleged"' in html
    assert '<option value="acled"' in html


def test_two_profiles_of_one_name_share_their_ties() -> None:
    one = coding(profile=Profile(name="Coast Front", allies=(ProfileItem(name="Hill Front"),)))
    other = coding(document="hill.txt", profile=Profile(name="Coast Front", opponents=(ProfileItem(name="Coast Guard"),)))
    html = page(one, other)
    assert html.count('class="tie ally"') == html.count('class="tie opponent"') == 2
