"""Reading apart: files from outside are read, and mail is searched for cues, by workers that nothing depends on.

A worker is a process of its own, bounded in time and memory, without the database and without its address. Whatever a
file does to it, the file alone is told as unreadable, and the next one is read by a fresh worker.
"""
