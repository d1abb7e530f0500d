"""Which cards are the same person; names, companies, addresses and phones brought to one form."""
