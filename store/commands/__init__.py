"""The sub-commands of ``communique``: they need no screen and never import Qt.

Data goes to standard output, messages to standard error. Exit status: 0 done or found, 1 refused or
nothing found, 2 misuse, 130 interrupted.
"""
