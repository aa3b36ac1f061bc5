"""Where one council stands among others: word, rank, stability, trend."""
