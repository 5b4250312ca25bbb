"""Laws and their articles."""

import pytest

from casefile.extraction.laws import find_provisions
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gegen Art. 15 Abs. 1 lit. h i. V. m. Art. 22 DSGVO", [("GDPR", "15"), ("GDPR", "22")]),
        (
            "articles 5, 6, 12 and 13 of Regulation (EU) 2016/679",
            [("GDPR", number) for number in ("5", "6", "12", "13")],
        ),
        ("Article 15(1)(h) and Article 22 of the GDPR", [("GDPR", "15"), ("GDPR", "22")]),
        ("los artículos 5.1.f), 32 y 33 del RGPD", [("GDPR", "5"), ("GDPR", "32"), ("GDPR", "33")]),
        ("breached GDPR Art. 5", [("GDPR", "5")]),
        ("Section 5 of the FTC Act", [("FTC Act", "5")]),
        (
            "en violation de l’article 82 de la loi Informatique et Libertés",
            [("Loi Informatique et Libertés", "82")],
        ),
        ("under the Online Safety Act", [("Online Safety Act", "")]),
        ("the Robot Safety Act 2027", [("Robot Safety Act 2027", "")]),
        ("on page 5 of the report", []),
    ],
)
def test_a_law_with_its_articles(text: str, found: list[tuple[str, str]]) -> None:
    mentions = find_provisions(Article(text, SourceMetadata()))
    got = [(mention.instrument, mention.article) for mention in mentions]
    assert [article for _, article in got] == [article for _, article in found]
    assert all(mine[0].startswith(theirs[0].split()[0]) for mine, theirs in zip(got, found, strict=True))
