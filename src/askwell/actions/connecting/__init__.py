"""Connecting servers: who may be asked, where what lets her in is kept, and bringing in what is new there."""
