"""Use cases, one verb each; the clock is read here and nowhere below."""
