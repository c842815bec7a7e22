"""What two or more plugins use: errors, front matter, files, references, text."""
