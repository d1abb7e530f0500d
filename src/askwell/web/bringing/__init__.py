"""What the page Bring my people says: how to get the files, how far the work is, and what came of it in figures."""
