"""Figures on labeled data: `make eval` prints them."""
