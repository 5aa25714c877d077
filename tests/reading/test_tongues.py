import pytest

from contested.errors import LanguageError
from contested.reading.tongues import require_english

FRENCH = "Des hommes armés ont attaqué le village dans la nuit et ont tué trois paysans, selon les autorités de la ville, qui ont ouvert une enquête sur cette attaque."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (FRENCH, "French"),
        ("هاجم مسلحون مجهولون نقطة تفتيش في المدينة", "Arabic"),
        ("Боевики атаковали блокпост вчера вечером", "Russian"),
        ("Бойовики атакували блокпост і вбили їх", "Ukrainian"),
        ("武装分子昨晚袭击了检查站", "Chinese"),
    ],
)
def test_refusal_names_the_language(text: str, name: str) -> None:
    with pytest.raises(LanguageError, match=f"it is in {name}, and only English can be coded"):
        require_english(text, "a.txt")


@pytest.mark.parametrize("text", ["x2 sdrs KIA nr Oster, x1 veh lost, own cas nil", "The River Front (جبهة النهر) is a militia.", "12:00 15/3"])
def test_telegraphic_and_mixed_texts_pass(text: str) -> None:
    assert require_english(text, "a.txt") == "en"
