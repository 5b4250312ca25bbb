"""Addresses in a person's own words: which become links, where they end, and how a page carries them."""

import re
from collections.abc import Callable
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.briefs.composition import BriefPart, BriefSection
from casefile.briefs.links import safe_link, with_links
from casefile.briefs.own_text import blocks_of
from casefile.briefs.pdf import render_pdf
from tests.briefs.conftest import ReadPdf, make_brief, unpacked

HOSTILE = (
    "javascript:alert(1)", "JavaScript:alert(1)", "java&#115;cript:x", "data:text/html,x", "file:///etc/passwd",
    "vbscript:x", "//host/share", "#note-1", "ftp://a.example/x", "https:/a.example", "mailto:",
    "https://a.example/\u202e", "https://a.example/\u200b",
)  # fmt: skip


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//host/share",
        "\\\\host\\share",
        "http://a b",
        "pdf:x",
        "",
        "ftp://a.example",
        "https://a.example/\x00",
        "https://a.example/(\u202e)",
        "https://a.example/" + "x" * 2000,
    ],
)
def test_other_addresses_are_no_links(url: str) -> None:
    assert safe_link(url) == ""


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://a.example/x?y=1&z=(2)#f", "https://a.example/x?y=1&z=(2)#f"),
        ("HTTP://a.example", "HTTP://a.example"),
        ("mailto:info@a.example", "mailto:info@a.example"),
        ("https://a.example/é", "https://a.example/%C3%A9"),
        ("https://a.example/%C3%A9", "https://a.example/%C3%A9"),
    ],
)
def test_web_and_mail_addresses_become_ascii_links(url: str, link: str) -> None:
    assert safe_link(url) == link


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://a.example/b.", "https://a.example/b"),
        ("(https://a.example/b_(c))", "https://a.example/b_(c)"),
        ("“https://a.example”, then", "https://a.example"),
        ("https://a.example/?q=1&r=2#s!", "https://a.example/?q=1&r=2#s"),
        ("write to mailto:info@a.example; now", "mailto:info@a.example"),
        ("HTTP://A.example/…", "HTTP://A.example/"),
        ("a,https://a.example/é", "https://a.example/é"),
    ],
)
def test_an_address_ends_before_the_marks_of_its_sentence(text: str, address: str) -> None:
    found = list(with_links(text))
    assert "".join(part for part, _ in found) == text
    assert [(part, link) for part, link in found if link] == [(address, safe_link(address))]


@pytest.mark.parametrize("text", ["xhttps://a.example", "https://", "mailto:x", "mailto:the boss", "http:a"])
def test_what_only_looks_like_an_address_stays_text(text: str) -> None:
    assert list(with_links(text)) == [(text, "")]


@given(st.text(st.sampled_from("htps:/.@mailo()[] \u202ex'"), max_size=40))
def test_any_text_is_kept_and_links_are_safe(text: str) -> None:
    found = list(with_links(text))
    assert "".join(part for part, _ in found) == text
    assert all(safe_link(part) == link for part, link in found if link)


def links_of(markdown: str) -> list[tuple[str, str]]:
    return [(run.text, run.link) for block in blocks_of(markdown) for run in block.runs if run.link]


def test_words_with_an_address_and_addresses_alone_are_links() -> None:
    assert links_of("See [the *register*](https://a.example/b 'title') and https://c.example/d_e_f.") == [
        ("the ", "https://a.example/b"), ("register", "https://a.example/b"),
        ("https://c.example/d_e_f", "https://c.example/d_e_f"),
    ]  # fmt: skip
    assert links_of("- **https://a.example**\n\n# [](mailto:a@b.example)") == [
        ("https://a.example", "https://a.example"), ("mailto:a@b.example", "mailto:a@b.example"),
    ]  # fmt: skip


@pytest.mark.parametrize("address", HOSTILE)
def test_other_schemes_stay_text(address: str) -> None:
    (block,) = blocks_of(f"See [words]({address}) and {address}")
    assert not any(run.link for run in block.runs)
    assert "[words](" in block.text


def own(text: str) -> bytes:
    return render_pdf(replace(make_brief(), sections=(BriefSection(BriefPart.TEXT, "Own", text),)))


def test_links_in_own_words_are_tagged_and_lead_to_their_address(read: Callable[[bytes], ReadPdf]) -> None:
    content = own("See [the register](https://a.example/b) and\n\n- https://c.example/d")
    assert read(content).says("See the register and")
    whole = unpacked(content)
    for address, words in (("https://a.example/b", "https://a.example/b"), ("https://c.example/d", "")):
        (annotation,) = re.findall(
            rf"<<[^<>]*/Subtype/Link[^<>]*/Contents[^<>]*/A<</S/URI/URI \({address}\)", whole
        )
        assert f"/Contents ({words or address})" in annotation
    assert len(re.findall(r"/S/Link\b", whole)) == 2
    assert len(re.findall(r"/Type/OBJR", whole)) == 2


def test_a_link_broken_over_lines_is_one_link_of_several_places() -> None:
    whole = unpacked(own(f"[{'many words ' * 30}](https://a.example/b)"))
    assert len(re.findall(r"/S/Link\b", whole)) == 1
    assert len(re.findall(r"/Subtype/Link\b", whole)) == len(re.findall(r"/Type/OBJR", whole)) > 2


@pytest.mark.parametrize("address", HOSTILE)
def test_no_page_leads_elsewhere(address: str) -> None:
    content = own(f"See [words]({address}) and {address}")
    assert "/URI" not in unpacked(content)
    assert "/Subtype/Link" not in unpacked(content)
    with pypdfium2.PdfDocument(content) as document:
        assert "[words]" in document[0].get_textpage().get_text_bounded()
