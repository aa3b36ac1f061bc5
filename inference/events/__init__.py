"""What followed when a council changed who delivers."""
