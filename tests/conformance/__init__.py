"""Whether a brief is what it claims to be: PDF/UA-1 and PDF/A-3a, by checkers that are not ours."""
