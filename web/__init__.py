"""What stands between the network and the pages: files, headers, warm start."""
