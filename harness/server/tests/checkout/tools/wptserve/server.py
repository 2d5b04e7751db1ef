"""Says what it was asked, in two parts."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        host, tone = self.headers["Host"], self.headers.get_all("X-Tone", [])
        self.send_response(418, "Short and Stout")
        self.send_header("Set-Cookie", "a=1")
        self.send_header("Set-Cookie", "b=2")
        if "strange" in host:
            # No valid HTTP.
            self.send_header("X-Feed", "\f")
        self.end_headers()
        self.wfile.write(f"{self.command} {self.server.scheme}://{host}{self.path}".encode())
        self.wfile.flush()
        self.wfile.write(f" {tone} {body}".encode())

    do_GET = do_CHICKEN = do_POST = answer

    def log_message(self, *words):
        pass


class WebTestHttpd:
    def __init__(self, host, port, **config):
        self.httpd = ThreadingHTTPServer((host, port), Handler)

    def start(self):
        threading.Thread(target=self.httpd.serve_forever, daemon=True).start()
