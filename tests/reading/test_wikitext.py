
import pytest

from contested.errors import InputError
from contested.reading.wikitext import render_wikitext

ARTICLE = """{{Short description|x}}
{{Infobox militant organization
| native_name = {{lang|ar|جبهة النهر}}
| leader = [[Ann Moor (general)|Ann Moor]]<br>{{small|(deputy)}}
| founded = {{start date|2019|3|4}}
| allies = {{flagicon|X}} [[Hill Army]]{{plainlist|
* [[A Front]]}}
| wars = [[Ostrian war]]
* [[Siege of Oster]]
** [[Second siege]]
| logo = [[File:x.png|22px]]
}}
'''River Front''' ({{lang-ar|جبهة النهر}}) is a [[militia]].<ref name=a>{{cite web|x}}</ref><ref name="a/b" /> It holds {{convert|2|km}} of road.
== History ==
On 4 March it attacked [[Oster]].{{citation needed}}<!-- why -->
* 1 May: first
** nested
{| class=wikitable
! Date !! Place
|-
| 1 May || Oster
|}
[[Category:X]]
"""


def test_article_in_the_plain_shape() -> None:
    assert render_wikitext(ARTICLE, "River Front", "a.wiki").splitlines() == [
        "= River Front =",
        "",
        "River Front",
        "- Native Name: جبهة النهر",
        "- Leader: Ann Moor, (deputy)",
        "- Founded: 2019-03-04",
        "- Allies: Hill Army, * A Front",
        "- Wars: Ostrian war, * Siege of Oster, ** Second siege",
        "",
        "River Front (جبهة النهر) is a militia. It holds 2 km of road.",
        "",
        "== History ==",
        "On 4 March it attacked Oster.",
        "- 1 May: first",
        "  - nested",
        "- 1 May | Oster",
    ]


def test_template_left_open_costs_its_own_words_only() -> None:
    text = render_wikitext("{{Infobox war\n| place = Oster\n'''River war''' began in [[Oster\n== May ==\nMen fled {{from", "River war", "a.wiki")
    assert text.splitlines()[2:] == ["River war began in Oster", "", "== May ==", "Men fled"]


@pytest.mark.parametrize("piece", ["{{", "[[", "{{a|", "'''", "<div>", "{|\n|-\n", "<ref>x", "<ref", "[http://x ", "{{{", "[[a|{{b|"])
def test_hostile_wikitext_costs_nothing_of_the_text_before_it(piece: str) -> None:
    assert "The war began." in render_wikitext("The war began.\n\n" + piece * 20_000, "x", "a.wiki")


def test_redirect_is_refused() -> None:
    with pytest.raises(InputError, match="no article text in the wikitext"):
        render_wikitext("#REDIRECT [[River war]]", "x", "a.wiki")
