"""APScheduler as the alarm clock, and the heartbeat that notices sleep and clock changes."""
