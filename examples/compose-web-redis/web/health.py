"""Exits with an error unless the application next to it says that it is well."""

from urllib.request import urlopen

urlopen("http://localhost:8000/health", timeout=1)
