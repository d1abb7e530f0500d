"""Evidence that two cards are one person's, weighed as Fellegi and Sunter did: what few people share says much."""
