"""The pages: one module a page, on the same actions as the command line."""
