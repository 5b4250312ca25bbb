"""Where the texts that people read stand in the source: marks, tables, the modules of the core that speak."""

import re

MARKS = {"tr", "N_"}
DECLARED = {
    "Command": ("", "text", "menu", "about"),
    "View": ("", "", "title", "about"),
    "FacetTitle": ("", "title"),
    "FirstStep": ("title", "text"),
    "Column": ("title",),
    "PartyListing": ("name", "one", "", "", "advice"),
}
"""Tables of texts that the window translates where it shows them: which are texts, "" for none."""
DECLARED_BY_NAME = {"text", "menu", "about", "title", "short", "submenu", "part", "name", "one", "advice"}
SPOKEN_BY = {
    "Because", "Finding", "Found", "KnownName", "Point", "Progress", "ReadItem", "Stage", "WarningProposal",
    "_Ground", "refused", "SearchField", "Kept", "_warn", "Problem",
}  # fmt: skip
"""What the core gives its words to, beside errors and steps, for somebody to read."""
WORDED = (
    "casefile/store/action_points.py", "casefile/store/appeal_chain.py", "casefile/store/beside.py",
    "casefile/store/duplicates.py", "casefile/store/errors.py", "casefile/store/facets.py",
    "casefile/store/facts.py", "casefile/store/field_values.py", "casefile/store/groups.py",
    "casefile/store/history.py", "casefile/store/lock.py", "casefile/store/opening.py",
    "casefile/store/party_detail.py", "casefile/store/party_points.py", "casefile/store/quote_facets.py",
    "casefile/store/scale_readings.py", "casefile/store/matches.py", "casefile/store/sum_points.py",
    "casefile/store/sums_beside.py", "casefile/store/side_by_side.py", "casefile/store/dates_beside.py",
    "casefile/intake/items.py", "casefile/intake/proposing.py", "casefile/intake/walking.py",
    "casefile/intake/workers.py", "casefile/intake/batch.py", "casefile/intake/action_lists.py",
    "casefile/store/search/fields.py", "casefile/store/search/parse.py", "casefile/store/search/values.py",
    "casefile/reading/errors.py", "casefile/extraction/standing.py", "casefile/extraction/unsigned.py",
    "casefile/extraction/warnings.py", "casefile/extraction/notices.py", "casefile/extraction/actions.py",
    "casefile/extraction/action_laws.py", "casefile/extraction/decision_dates.py",
    "casefile/extraction/events.py", "casefile/extraction/paraphrases.py",
    "casefile/extraction/speech_scene.py", "casefile/briefs/composition.py",
    "casefile/exchange/formats.py", "casefile/exchange/brought.py",
)  # fmt: skip
"""Modules of the core whose every sentence somebody reads."""
VALUES = ("casefile/identifiers.py",)
"""Modules whose errors for developers are what a form says."""
SILENT = (
    "casefile/cli/", "casefile/store/check/", "casefile/store/migrations/", "casefile/store/schema/",
    "casefile/briefs/pdf/",
)  # fmt: skip
"""Parts of the core that the window never lets speak."""
BUILT_IN = {
    "ValueError", "TypeError", "AttributeError", "RuntimeError", "OSError", "KeyError", "LookupError",
    "PermissionError", "NonsenseError", "IntegrityError", "NotImplementedError", "AssertionError",
    "getattr", "compile", "cast", "like", "TypeVar",
}  # fmt: skip

CODE = re.compile(
    r"^[a-z_-]+$|SELECT |PRAGMA |INSERT |UPDATE |%[YHd]|^[\[<\"\\]|\"\w+\":|\w\["
    r"|^\w+[A-Z]\w+$|^[A-Z]{3}$|\}\.\w+$"
)
"""What stands in the core's calls beside words: keys, statements, patterns, types."""
CALENDAR = {
    "month": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "season": ("Spring", "Summer", "Autumn", "Winter"),
    "period": ("day", "week", "month", "year"),
    "magnitude": ("tn", "bn", "m"),
}  # fmt: skip
"""The words of dates and of rounded sums, which the core and the window put together themselves."""
