"""Drawings over articles: a time axis, a calendar, a network. They are pages as the others are, in tabs.

How one is made. Its address is that of a page: a kind of ``Link`` and a key that says all that is chosen (of
whom, rows by what, which year), so that tabs, going back and the next session need nothing else. ``kinds.py``
names for each kind what reads it: a function that is called off the GUI thread and returns a ``Drawing`` (or
``None`` where there is nothing). The ``Drawing`` (``drawing.py``) is the answer and how it is drawn:

* ``page``: the same as text (``store.across.page.Page``). It is shown by the switch "As text", is what is
  copied, and what a screen reader reads; so it must say all that the drawing does.
* ``lay_out(room, zoom, look)``: puts everything into place, in pixels, for a view of that room. At zoom 1 the
  whole fits into the room as far as that makes sense. It sets ``size`` and ``marks``. Letters do not grow
  with the zoom unless the drawing wants that: the view never scales, it lays out again.
* ``paint(painter, exposed, look)``: paints what is in ``exposed``. There are no items for single marks.
* ``paint_over(painter, view, look)``: what stays in view when the rest is scrolled (axes, names of rows);
  ``view`` is the part that is seen, in the same coordinates.
* ``marks``: what can be reached by Tab, by arrows and by a click: a box, a stable key, the articles (or the
  ``Link``) that it opens. ``told(mark)`` says it in one line; it is asked only for one mark at a time.
* ``step(mark, towards)``: where an arrow key leads; nearest in that direction unless overridden.
* ``choices``: groups of links among which one is taken ("Rows: pairs | people"), drawn as buttons in the bar;
  each leads to another address, which takes the place of this one in its tab.
* ``legend``: pairs of a function that paints a sign and its words.
* ``nothing``: why there is nothing to draw, as a title and a sentence; the empty page says it.

The frame does the rest: ``canvas.py`` (a ``QGraphicsView``: zoom, pan, focus ring, hover, keys, speech),
``bar.py`` (the buttons above), ``opening.py`` (what a mark opens), ``saving.py`` (SVG, PDF, paper).
Colours are roles of the theme, asked from ``Look.colour``; nothing moves by itself.
"""
