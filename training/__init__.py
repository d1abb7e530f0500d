"""The sentences that the two small models are trained on, and the script that trains them: ``python -m training``."""
