# A server with one worker, which runs the test.

using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "test", worker = .test),
    # Whom tests may reach is not for the configuration to say: any address.
    (
      name = "internet",
      network = (
        allow = ["0.0.0.0/0", "::/0"],
        tlsOptions = (trustBrowserCas = true, trustedCertificates = [embed "authority.pem"]),
      ),
    ),
  ],
  # Without a limit of its own a test could take all memory of the machine.
  v8Flags = ["--max-heap-size=1024"],
);

const test :Workerd.Worker = (
  modules = [(name = "host.js", esModule = embed "host.js")],
  bindings = [
    # No text: workerd shows bindings that are text to the test as environment variables.
    (name = "request", data = embed "/request.json"),
    (name = "scripts", unsafeEval = void),
    (name = "self", service = "test"),
  ],
  compatibilityDate = "{option:date}",
  compatibilityFlags = [{option:flags}],
);
