"""Whole tasks through the real window: key and mouse events go in, what a person would see comes out.

No service is called from here. ``driver`` holds the window, ``hands`` its keyboards and pointer, ``attendant``
answers its dialogs, ``person`` speaks in the operator's acts, ``paper`` reads the PDF with independent readers.
"""
