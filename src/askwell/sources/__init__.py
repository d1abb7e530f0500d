"""Reading files: LinkedIn, contacts, mail, calendars. Nothing here writes, and nothing here knows the store."""
