"""Now, or the moment that the environment's ``SOURCE_DATE_EPOCH`` (seconds since 1970) fixes."""

import os
from datetime import UTC, datetime


def now() -> datetime:
    """The moment that an export is as of, UTC, to the second."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now(UTC).replace(microsecond=0)
