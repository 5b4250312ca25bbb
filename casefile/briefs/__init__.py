"""Briefs: what is said (model), what the store has to say (assemble), and how it is printed (pdf)."""
