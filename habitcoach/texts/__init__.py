"""Codes and parameters become sentences here, for windows and command line alike."""
