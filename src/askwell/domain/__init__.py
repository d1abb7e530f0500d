"""The nouns: frozen values that every other room speaks in. They import nothing of Askwell but each other."""
