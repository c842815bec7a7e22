"""Measures builds side by side with other generators."""
