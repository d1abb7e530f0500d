"""Reading servers: mail over IMAP, contacts over CardDAV, calendars over CalDAV or as a feed. Nothing is ever written.

`look` goes on where the last look ended and tells what it read, where the next one goes on, and what stood in the way.
What is missing on a server is no reason to delete anything here: a look can only bring something.
"""

from askwell.sources.servers.apart import Apart, Beyond
from askwell.sources.servers.looking import look, probe
from askwell.sources.servers.patience import Patience
from askwell.sources.servers.reach import Reach
from askwell.sources.servers.seen import Key, Seen, Wanted
from askwell.sources.servers.troubles import Trouble

__all__ = ["Apart", "Beyond", "Key", "Patience", "Reach", "Seen", "Trouble", "Wanted", "look", "probe"]
