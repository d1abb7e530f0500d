"""A made-up search from a seed: the files a seeker would have, so that the demo walks the same way as real life."""

from askwell.demo.search import make

__all__ = ["make"]
