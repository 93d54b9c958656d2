"""HabitCoach: a desktop habit coach for customer-service agents."""

# A constant, because importlib.metadata costs 37 ms at every start.
__version__ = "0.1.0"
