"""Case files that leave one store and come into another: rows with their texts and originals.

:mod:`collecting` gathers them, :mod:`checking` judges what somebody else's file says, :mod:`bringing` keeps
it beside what a store has. How a bundle lies in a file is not this package's matter.
"""

from casefile.store.bundles.content import BundleContent, BundleReceipt
from casefile.store.bundles.errors import BadBundleError

__all__ = ["BadBundleError", "BundleContent", "BundleReceipt"]
