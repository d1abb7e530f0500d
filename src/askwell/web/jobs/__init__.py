"""Long work beside the pages: an import is a process of its own, and a folder that survives whatever ends it."""
