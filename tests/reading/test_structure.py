
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contested.model.documents import BlockKind
from contested.reading.headings import heading_words
from contested.reading.structure import find_blocks, find_infobox


def shape(text: str) -> list[tuple[str, str]]:
    return [(str(b.kind), text[b.start : b.end]) for b in find_blocks(text)]


LINES = st.lists(
    st.one_of(
        st.text(max_size=120),
        st.sampled_from(["= T =", "== S ==", "- Key: value", "- item", "12 May", "NORTH", "", "  ", "# M", "OSTER, May 3 - Men fled.", "See also", "END"]),
    ),
    max_size=30,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n", "\x0b"]))
@settings(max_examples=300, deadline=None)
def test_blocks_are_ordered_and_do_not_overlap_in_any_text(lines: list[str], joint: str) -> None:
    text = joint.join(lines)
    at = 0
    for n, block in enumerate(find_blocks(text)):
        assert at <= block.start < block.end <= len(text)
        assert all(h < n for h in block.headings)
        at = block.end


@given(LINES)
@settings(max_examples=200, deadline=None)
def test_no_words_fall_between_the_blocks(lines: list[str]) -> None:
    text = "\n".join(lines)
    covered = bytearray(len(text))
    for block in find_blocks(text):
        covered[block.start : block.end] = b"\1" * (block.end - block.start)
    assert not "".join(c for c, seen in zip(text, covered, strict=True) if not seen).strip()


def test_headings_stand_over_what_follows() -> None:
    text = "= Hill War =\n\nLead line here.\n\n== 2020 ==\n=== May ===\nOn the 3rd men fled.\n== See also ==\n- Lake War\n"
    blocks = find_blocks(text)
    assert [heading_words(text, blocks[h]) for h in blocks[4].headings] == ["Hill War", "2020", "May"]
    assert blocks[-1].kind is BlockKind.REFERENCE


def test_infobox_values_have_their_offsets() -> None:
    text = "= Hill Front =\n\nHill Front\n- Leader: Ann Moor\n- Allies: , 24px Lake Army\n- Dates: 2019\n\nThe Hill Front is a militia.\n"
    fields = find_infobox(text, find_blocks(text))
    assert [(f.key, f.value) for f in fields] == [("Leader", "Ann Moor"), ("Allies", ", 24px Lake Army"), ("Dates", "2019")]
    assert all(text[f.start : f.end] == f.value for f in fields)


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = "On Monday a patrol of the border guard came under fire\nnear the village of Osterholm. Two guards were wounded and\nwere taken to the district hospital.\n"
    assert [kind for kind, _ in shape(text)] == ["paragraph"]


def test_lines_that_had_room_for_the_next_word_are_paragraphs_of_their_own() -> None:
    text = "Report of the coast desk\n\nNorth: three dead and two wounded on the coastal road, police said.\nSouth: no incident.\nEast: one dead in the port, where a boat was shot at by a patrol.\n"
    assert [kind for kind, _ in shape(text)] == ["title", "paragraph", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("2. On the lakes", "heading"),
        ("[3] Ministry of Interior, Sunday 14 February", "heading"),
        ("7. OUTLOOK (3 days)", "heading"),
        ("Tuesday 4 March 2025", "heading"),
        ("**North**", "heading"),
        ("A man was shot in the port.", "paragraph"),
    ],
)
def test_headings_by_form(heading: str, kind: str) -> None:
    text = f"Weekly report\n\nA first paragraph of some length stands here.\n\n{heading}\n\nThe patrol came under fire in the evening near the old mill.\n"
    assert shape(text)[2] == (kind, heading)


def test_numbered_lists_are_items() -> None:
    text = "Weekly report\n\nThree things happened.\n\n1. Patrol shot at\n2. Bridge blown up\n3. Port closed\n"
    assert [kind for kind, _ in shape(text)][2:] == ["item", "item", "item"]


def test_stamp_marking_and_subject_of_a_cable() -> None:
    text = "UNCLASSIFIED\n031200Z MAY 91\nSUBJECT: OSTRIA -- ROUNDUP\n\nOSTER\n\nOSTER, 2 MAY 91 (RADIO OSTER) -- MEN FIRED ON A BUS.\n\nEND\n"
    assert [kind for kind, _ in shape(text)] == ["boilerplate", "dateline", "title", "heading", "dateline", "paragraph", "boilerplate"]


@pytest.mark.parametrize(
    ("piece", "times", "blocks"), [("The men attacked. They fled to Oster.\n\n", 30_000, 30_000), ("=", 1_000_000, 1), ("- Key: v\n", 100_000, 100_000), ("(", 1_000_000, 1)]
)
def test_long_texts_are_taken_apart(piece: str, times: int, blocks: int) -> None:
    assert len(find_blocks(piece * times)) == blocks


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Date | Place\n--- | ---\n3 May | Kani\n", "boilerplate boilerplate paragraph"),
        ("Date\tPlace\n3 May\tKani\n5 May\tGety\n", "boilerplate paragraph paragraph"),
        ("Raid in Kani\n\nBy Ana Ruiz and Tom Okafor\n\nPhoto: A burned car in Kani. (Ruiz)\n\nGunmen raided Kani.\n", "title boilerplate boilerplate paragraph"),
        ("Gunmen raided Kani on 3 May.[1][2]\n\n[1] A resident.\n", "paragraph item"),
        ("Gun-\nmen raided\nKani.\n", "paragraph"),
    ],
)
def test_rows_captions_and_footnotes_are_known(text: str, kinds: str) -> None:
    assert " ".join(b.kind for b in find_blocks(text)) == kinds
