"""Database engines that refuse every query outside an open scope."""
