"""How well the proposals do on articles with known answers: see ``report.py``."""
