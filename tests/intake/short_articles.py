"""Articles too short to be taken for copies of each other."""


def short_article(respondent: str) -> str:
    """One sentence that proposes a fine against the respondent."""
    return f"The Dutch data protection authority has fined {respondent} 2.5 million euros on 3 March 2025.\n"
