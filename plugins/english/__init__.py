"""The English view of the site: the same pages under /en/, in words of a table and texts of content/en/."""
