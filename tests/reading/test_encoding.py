import pytest

from contested.errors import InputError
from contested.reading.encoding import decode

RUSSIAN = "Боевики атаковали блокпост вчера вечером и убили четырёх солдат, сообщает местная полиция."


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Tibú\r\nwas calm", "utf-8"),
        ("Tibú was calm", "utf-8-sig"),
        ("Tibú was calm", "utf-16"),
        ("Tibú was calm", "utf-16-be"),
        ("Tibú — the army’s post — was calm on the day", "cp1252"),
        (RUSSIAN, "cp1251"),
    ],
)
def test_text_comes_back_unchanged(text: str, codec: str) -> None:
    assert decode(text.encode(codec), "a.txt") == text


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0", b"\x00\x01\x02\xff" * 50, bytes(range(1, 32)) * 9])
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.txt: it is a binary file"):
        decode(data, "a.txt")


def test_damaged_utf8_names_the_line() -> None:
    with pytest.raises(InputError, match=r"a\.txt:2: it is UTF-8 with damaged bytes"):
        decode("é è ê ë à\n".encode() + b"bad \xc3( end", "a.txt")
