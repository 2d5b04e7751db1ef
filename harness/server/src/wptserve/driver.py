"""Starts the web server of a web-platform-tests checkout, on free ports of this machine.

    python3 -c DRIVER CHECKOUT [CERTIFICATE KEY]

Prints one line of JSON with its ports when it answers, and ends when standard input does. It is the
checkout's own code, with its routes and wrappers; only names and ports are given from here, and are
those that winterproof's server has where no hosts file helps. The ports for TLS answer only where a
certificate is given; the one that is "behind" TLS is asked without any and believes that it is.
"""

import json
import logging
import os
import socket
import sys
import uuid

HOST = "localhost"
ALTERNATE = "127.0.0.1"


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def main(checkout, certificate=None, key=None):
    sys.path.insert(0, checkout)
    import tools.localpaths  # noqa: F401
    from tools.serve import serve
    from wptserve import server, stash

    logging.disable(logging.CRITICAL)
    logger = serve.get_logger("CRITICAL", [])

    class Config(serve.ConfigBuilder):
        """Ports as they are given; the host on the other site in place of each subdomain."""

        def _get_ports(self, data):
            return data["ports"]

        def _get_domains(self, data):
            names = {"": (HOST, ALTERNATE), "alt": (ALTERNATE, HOST)}
            return {
                key: {"": own, **{name: other for name in data["subdomains"]}}
                for key, (own, other) in names.items()
            }

        def _get_not_domains(self, data):
            return {
                key: {name: f"{name}.web-platform.test" for name in data["not_subdomains"]}
                for key in ("", "alt")
            }

    http1, http2, https1, https2, h2, behind, for_stash = free_ports(7)
    http, https = [http1, http2], [https1, https2]
    ports = {"http": http, "ws": http, "https": https, "wss": https, "h2": [h2]}
    builder = Config(
        logger,
        browser_host=HOST,
        alternate_hosts={"alt": ALTERNATE},
        doc_root=checkout,
        server_host="127.0.0.1",
        ports=ports,
        check_subdomains=False,
        ssl={"type": "none", "none": {}, "encrypt_after_connect": False},
    )
    with builder as config:
        routes = serve.RoutesBuilder().get_routes()
        with stash.StashServer(("127.0.0.1", for_stash), authkey=str(uuid.uuid4())):

            def start(port, scheme, **tls):
                one = server.WebTestHttpd(
                    host="127.0.0.1",
                    port=port,
                    doc_root=checkout,
                    routes=routes,
                    rewrites=serve.rewrites,
                    config=config,
                    **tls,
                )
                one.httpd.scheme = scheme
                one.start()

            for port in http:
                start(port, "http")
            start(behind, "https")
            if certificate:
                for port in https:
                    start(port, "https", use_ssl=True, certificate=certificate, key_file=key)
            # The port for HTTP/2 is only named: nothing is asked there.
            print(
                json.dumps({"http": http, "https": https, "h2": h2, "behind": behind}), flush=True
            )
            sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main(*map(os.path.abspath, sys.argv[1:]))
