"""The scenes of the tour, a module for each screen."""
