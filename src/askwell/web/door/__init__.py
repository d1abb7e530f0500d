"""The door: starting the app, one window for a folder, signing in, and letting nobody else in."""
