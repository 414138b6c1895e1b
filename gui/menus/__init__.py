"""Every action of the window, declared once, a module for each menu."""
