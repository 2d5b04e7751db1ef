// META: title=fetch(): blocked ports
// META: spec=https://fetch.spec.whatwg.org/#port-blocking
// META: spec=https://fetch.spec.whatwg.org/#concept-main-fetch
"use strict";

const badPorts = [
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102,
  103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465,
  512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993,
  995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668,
  6669, 6679, 6697, 10080,
];

// Nobody answers at the limited broadcast address and no packet is sent to it, so that a runtime
// which does not block a port fails to connect. That too is a TypeError. What can tell the two
// apart is a body: main fetch blocks a request before anything is sent, so its stream must not be
// pulled. A runtime that looks at the body only once it is connected passes without blocking:
// without a server at such a port this cannot be seen. Neither can it where streams are not sent.
async function assert_blocked(t, url) {
  const { signal } = controllerFor(t);
  await promise_rejects_js(t, TypeError, fetch(url, { signal }));
  const { pulled } = await send(t, url);
  assert_false(pulled, "a body was pulled");
}

// What has become of a stream that was to be sent.
async function send(t, url) {
  const { signal } = controllerFor(t);
  let pulled = false;
  const body = new ReadableStream(
    {
      pull() {
        pulled = true;
      },
    },
    { highWaterMark: 0 },
  );
  await fetch(url, { method: "POST", body, duplex: "half", signal }).catch(() => {});
  return { pulled, locked: body.locked };
}

function controllerFor(t) {
  const controller = new AbortController();
  t.add_cleanup(() => {
    controller.abort();
  });
  return controller;
}

for (const port of badPorts) {
  promise_test(
    (t) => assert_blocked(t, `http://255.255.255.255:${port}/`),
    `port ${port} is blocked`,
    { requirements: ["port-blocked"] },
  );
}

for (const port of [1, 25, 6667, 10080]) {
  promise_test(
    (t) => assert_blocked(t, `https://255.255.255.255:${port}/`),
    `port ${port} is blocked for https:`,
    { requirements: ["port-blocked-https"] },
  );
}

promise_test(
  async (t) => {
    // Main fetch gives a network error for a blocked port; only HTTP-network fetch, which it does not
    // come to, gets a reader of the body's stream.
    const { locked } = await send(t, "http://255.255.255.255:25/");
    assert_false(locked);
  },
  "the body of a request to a blocked port stays unlocked",
  { requirements: ["port-body"] },
);

promise_test(
  async () => {
    assert_equals(new Request("http://host.example:25/").url, "http://host.example:25/");
  },
  "a request to a blocked port can be constructed",
  { requirements: ["port-request"] },
);
