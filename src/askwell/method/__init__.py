"""The method: exactly seven modules, one per tip."""
