"""The agent's shift pattern as a grid, shared by the first run and Settings."""
