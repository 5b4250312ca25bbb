"""Text to proposals: pure functions, no store, no files but the shipped lexicons.

May import the ground (values, terms, metadata, proposals, paths) and nothing else of ours.
"""
