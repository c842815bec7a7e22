"""Pictures: each original in content/images/ as WebP and JPEG in the widths that phones ask for."""

from plugins.images.model import Picture, Pictures
from plugins.images.variants import flaw_of, make_variants, picture_problems, publish_variants, variant_file

__all__ = ["Picture", "Pictures", "flaw_of", "make_variants", "picture_problems", "publish_variants", "variant_file"]
