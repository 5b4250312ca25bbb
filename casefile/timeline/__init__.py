"""Where everything stands on a timeline, for whatever draws it: no widgets, no store. Imports the ground."""
