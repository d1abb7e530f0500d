"""A letter on its page: how it comes in from a form, is marked, and goes on to her own mail."""
