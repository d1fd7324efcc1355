"""Tells which container it runs in."""

import signal
import socket
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Hello(BaseHTTPRequestHandler):
    def do_GET(self):
        body = f"Hello from {socket.gethostname()}\n".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def stop(signal_number, frame):
    sys.exit(0)


signal.signal(signal.SIGTERM, stop)
ThreadingHTTPServer(("", 8000), Hello).serve_forever()
