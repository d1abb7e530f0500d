"""The sentences and mails that small models are trained on, and the scripts that train them: ``python -m training``."""
