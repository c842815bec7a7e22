"""Weizhan's plugins: always imported as ``plugins.<name>``."""
