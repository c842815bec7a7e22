"""Articles and pages: what editors may write in their front matter."""
