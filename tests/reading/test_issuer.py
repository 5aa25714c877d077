import pytest

from contested.reading.issuer import find_issuer


@pytest.mark.parametrize(
    ("line", "party"),
    [
        ("Communiqué of the Free Hill Brigades", "Free Hill Brigades"),
        ("Military communiqué no. 14 of the People's Army of Oster", "People's Army of Oster"),
        ("Weekly file, issued at Oster by the press cell of the Ostrian Army's Western Command", "Ostrian Army"),
        ("Statement by the General Command of the River Front", "River Front"),
        ("Ministry of Defence of Ostria: press release", "Ministry of Defence of Ostria"),
        ("Press release of the Ministry of Defence of Ostria, 4 March 2024", "Ministry of Defence of Ostria"),
        ("Statement by the Oster Rights Observatory", None),
        ("The army issued a statement on Monday.", None),
        ("Log of statements of the River Front", None),
        ("Review: statement of the River Front", None),
    ],
)
def test_issuer_of_a_first_line(line: str, party: str | None) -> None:
    assert find_issuer([line]) == party


@pytest.mark.parametrize(
    ("lines", "party"),
    [
        (["REPUBLIC OF OSTRIA", "MINISTRY OF THE INTERIOR", "Statement of Tuesday, 9 March 2021"], "MINISTRY OF THE INTERIOR"),
        (["OSTRIAN ARMED FORCES - GENERAL STAFF", "Bulletin of operations, week of 3 March"], "OSTRIAN ARMED FORCES"),
        (["General Staff of the Armed Forces - Evening update, 17 May 2023"], "General Staff of the Armed Forces"),
        (["Oster Rights Observatory", "Weekly bulletin"], None),
        (["Army kills ten in Oster", "Statement by residents"], None),
        (["The army said on Monday that it had won.", "Bulletin of the day"], None),
        (["Statement of 9 March 2021"], None),
    ],
)
def test_issuer_of_a_letterhead(lines: list[str], party: str | None) -> None:
    assert find_issuer(lines) == party
