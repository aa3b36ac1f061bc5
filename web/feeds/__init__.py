"""`/feed/...atom`: what an edition changed, and which months of payments came."""
