"""What circumstances lead one to expect, and how far a council stands from it."""
