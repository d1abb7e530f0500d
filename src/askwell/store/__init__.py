"""The only place that knows the database: `setup` opens it, `scope` says whose rows, `read` and `write` do the rest."""

from askwell.store.place import Place, close, here, setup

__all__ = ["Place", "close", "here", "setup"]
