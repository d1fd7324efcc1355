"""Takes orders from a queue. Where the queue is, the environment says."""

import os
import signal
import sys
import threading

stopped = threading.Event()
signal.signal(signal.SIGTERM, lambda *_: stopped.set())

queue = os.environ.get("QUEUE_URL")
if not queue:
    sys.exit("QUEUE_URL is not set: I do not know where the orders are")

print(f"taking orders from {queue}", flush=True)
while not stopped.wait(timeout=30):
    print("no new orders", flush=True)
print("stopped", flush=True)
