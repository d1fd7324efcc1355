"""Counts its visitors in Redis."""

import os
import signal
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import redis

# region redis
cache = redis.Redis.from_url(
    os.environ["REDIS_URL"], socket_timeout=1, socket_connect_timeout=1
)
# endregion


class Counter(BaseHTTPRequestHandler):
    def do_GET(self):
        try:
            if self.path == "/health":
                cache.ping()
                self.answer(200, "ok")
            else:
                # region count
                visits = cache.incr("visits")
                self.answer(200, f"You are visitor number {visits}.")
                # endregion
        except redis.RedisError as error:
            print(error, file=sys.stderr, flush=True)
            self.answer(503, "The counter cannot be reached.")

    def answer(self, status, text):
        body = f"{text}\n".encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_request(self, code="-", size="-"):
        if self.path != "/health":
            print(self.command, self.path, int(code), flush=True)


def stop(signal_number, frame):
    sys.exit(0)


signal.signal(signal.SIGTERM, stop)
ThreadingHTTPServer(("", 8000), Counter).serve_forever()
