"""The panel of the tray icon: what waits, the counters, and the way to everything else."""

from habitcoach.ui.tray_panel.panel import TrayPanel

__all__ = ["TrayPanel"]
