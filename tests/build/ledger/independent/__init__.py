"""Published files of payments read again in plain Python: nothing of it is the build's reader."""
