"""Casefile's window. Imports casefile; casefile never imports this."""
