"""The only place that knows the database: `setup` opens it, `scope` says whose rows, `read` and `write` do the rest."""

from askwell.store.lasting import Lasting, laid_aside
from askwell.store.place import Place, close, here, make_folder, setup, stay_closed

__all__ = ["Lasting", "Place", "close", "here", "laid_aside", "make_folder", "setup", "stay_closed"]
