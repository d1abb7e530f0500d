"""One module for each page: what it shows, what can be changed on it, and its addresses."""
