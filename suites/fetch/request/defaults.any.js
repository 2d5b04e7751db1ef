// META: title=Request defaults
// META: spec=https://fetch.spec.whatwg.org/#request-class
"use strict";

const expected = {
  method: "GET",
  url: "http://host.example/",
  destination: "",
  referrer: "about:client",
  referrerPolicy: "",
  mode: "cors",
  cache: "default",
  redirect: "follow",
  integrity: "",
  keepalive: false,
  isReloadNavigation: false,
  isHistoryNavigation: false,
  duplex: "half",
  body: null,
  bodyUsed: false,
};

for (const [name, value] of Object.entries(expected)) {
  test(
    () => {
      assert_equals(new Request("http://host.example/")[name], value);
    },
    `${name} is ${format_value(value)} by default`,
    { requirements: ["request-defaults"] },
  );
}

test(
  () => {
    const { headers } = new Request("http://host.example/");
    assert_true(headers instanceof Headers);
    assert_equals([...headers].length, 0);
  },
  "headers are empty by default",
  { requirements: ["request-defaults"] },
);

test(
  () => {
    const { signal } = new Request("http://host.example/");
    assert_true(signal instanceof AbortSignal);
    assert_false(signal.aborted);
  },
  "signal is a signal that is not aborted by default",
  { requirements: ["request-default-signal"] },
);

for (const name of ["headers", "signal"]) {
  test(
    () => {
      const request = new Request("http://host.example/");
      assert_equals(typeof request[name], "object");
      assert_equals(request[name], request[name]);
    },
    `${name} is the same object each time`,
    { requirements: ["request-same-object"] },
  );
}

test(
  () => {
    const request = new Request("http://host.example/", {
      body: undefined,
      method: undefined,
      headers: undefined,
      redirect: undefined,
      cache: undefined,
      integrity: undefined,
      signal: undefined,
      window: undefined,
    });
    assert_equals(request.method, "GET");
    assert_equals(request.redirect, "follow");
    assert_equals(request.integrity, "");
    assert_equals(request.body, null);
  },
  "members of init that are undefined count as absent",
  { requirements: ["request-init-undefined"] },
);

test(
  () => {
    const request = new Request("http://host.example/");
    for (const name of ["method", "url", "headers", "redirect", "signal", "body", "bodyUsed"]) {
      const value = request[name];
      assert_throws_js(TypeError, () => {
        request[name] = "changed";
      });
      assert_equals(request[name], value, name);
    }
  },
  "attributes cannot be assigned",
  { requirements: ["request-readonly"] },
);
