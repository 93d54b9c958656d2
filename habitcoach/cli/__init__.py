"""The command line. Data on stdout, messages on stderr; no Qt but in the commands that open a window."""
