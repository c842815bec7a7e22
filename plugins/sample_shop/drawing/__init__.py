"""Draws the pictures of the sample shop, so that every one of them is our own.

`python -m plugins.sample_shop.drawing` redraws content/images/; names after it (`products/dahongpao`) redraw
only those. A picture is a pure function of its name, so the same library versions give the same bytes.
"""
