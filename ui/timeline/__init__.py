"""The drawing of a timeline: what stands where is casefile.timeline's, how it looks and is driven is here."""
