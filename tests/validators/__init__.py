"""Programs and libraries of Debian that judge what this program makes, near or far.

On Windows they cannot run. A run under Wine is served by the machine below it (`dev.py windows` starts
:mod:`tests.validators.served`), so that a paper made there is judged by the same validators at the same moment.
"""
