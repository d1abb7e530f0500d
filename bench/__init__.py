"""Benchmarks: how long the program takes for large input, beside the best programs that do comparable work."""
