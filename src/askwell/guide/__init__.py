"""What the method makes possible: today, ranking, drafts, review, cues."""
