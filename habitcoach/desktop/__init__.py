"""What ties the app to the desktop: paths, single instance, signals."""
