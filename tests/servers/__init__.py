"""Servers that tests talk to: real ones on free ports of the loopback, and scripted ones that misbehave."""
