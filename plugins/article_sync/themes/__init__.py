"""Article themes: how a text looks in WeChat, read from one small style sheet each."""

from plugins.article_sync.themes.theme import DEFAULT_THEME, Theme, load_theme, theme_names

__all__ = ["DEFAULT_THEME", "Theme", "load_theme", "theme_names"]
