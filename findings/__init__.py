"""What is said of councils, asked of the edition and put into words: for pages and briefs alike."""
