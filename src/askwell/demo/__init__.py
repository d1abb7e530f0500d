"""A made-up search from a seed."""
