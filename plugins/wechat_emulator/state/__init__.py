"""What the emulated accounts hold, and the rules that WeChat's servers apply to it: one noun per file."""
