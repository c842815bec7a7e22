"""The search measured: recall, precision, bytes and time, beside two other engines where they are installed."""
