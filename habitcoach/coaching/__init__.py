"""Use cases: what the agent and the alarm clock can make happen, on ports."""
