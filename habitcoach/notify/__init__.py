"""Native notifications through plyer, with a Linux backend of our own."""
