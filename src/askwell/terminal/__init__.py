"""How the command line shows things: tables, progress, colors where they help."""
