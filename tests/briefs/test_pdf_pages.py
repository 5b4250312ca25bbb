from hypothesis import given
from hypothesis import strategies as st

from casefile.briefs.pdf.pages import fill_pages
from casefile.briefs.pdf.strips import Strip


def made(height: float, before: float, keep_with_next: bool, snaps: bool) -> Strip:
    return Strip(height, before=before, keep_with_next=keep_with_next, snaps=snaps)


STRIPS = st.builds(
    made,
    height=st.floats(min_value=0, max_value=120),
    before=st.floats(min_value=0, max_value=40),
    keep_with_next=st.booleans(),
    snaps=st.booleans(),
)


@given(st.lists(STRIPS, max_size=60))
def test_every_strip_is_placed_once_in_order_and_within_the_body(strips: list[Strip]) -> None:
    pages = fill_pages(strips, 140)
    assert [placed.strip for page in pages for placed in page] == strips
    assert all(placed.y + placed.strip.height <= 140.001 for page in pages for placed in page)
    for page in pages:
        ends = [placed.y + placed.strip.height for placed in page]
        assert all(end <= placed.y + 0.001 for end, placed in zip(ends, page[1:], strict=False))


def test_a_heading_goes_over_with_what_it_heads() -> None:
    heading = Strip(20, keep_with_next=True)
    pages = fill_pages([Strip(70), heading, Strip(20)], 100)
    assert [len(page) for page in pages] == [1, 2]


def test_a_header_is_set_again_on_each_page_that_its_rows_reach() -> None:
    header = Strip(10, keep_with_next=True)
    rows = [Strip(30, header=(header,)) for _ in range(7)]
    pages = fill_pages([header, *rows], 100)
    assert [[placed.repeated for placed in page].count(True) for page in pages] == [0, 1, 1]
    assert all(page[0].strip is header for page in pages)


def test_white_space_vanishes_at_the_top_of_a_page() -> None:
    pages = fill_pages([Strip(90), Strip(20, before=50)], 100)
    assert pages[1][0].y == 0


def test_no_strips_make_one_page() -> None:
    assert fill_pages([], 100) == [[]]
