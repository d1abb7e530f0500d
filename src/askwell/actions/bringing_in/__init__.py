"""What bringing in files takes: reading all of it, telling who is who, and storing it as one batch."""
