// META: title=Request constructor: members of init
// META: spec=https://fetch.spec.whatwg.org/#requestinit
// META: spec=https://fetch.spec.whatwg.org/#dom-request
"use strict";

const url = "http://host.example/";

const enumerations = {
  redirect: ["follow", "error", "manual"],
  cache: ["default", "no-store", "reload", "no-cache", "force-cache"],
  referrerPolicy: [
    "",
    "no-referrer",
    "no-referrer-when-downgrade",
    "same-origin",
    "origin",
    "strict-origin",
    "origin-when-cross-origin",
    "strict-origin-when-cross-origin",
    "unsafe-url",
  ],
};

for (const [name, values] of Object.entries(enumerations)) {
  for (const value of values) {
    test(
      () => {
        assert_equals(new Request(url, { [name]: value })[name], value);
      },
      `${name} can be ${format_value(value)}`,
      { requirements: ["request-enum-values"] },
    );
  }
}

for (const [name, values] of Object.entries({
  redirect: ["", "Follow", "none", null],
  cache: ["DEFAULT", "only", null],
  referrerPolicy: ["Origin", "never", null],
  mode: ["", "CORS", "websocket", null],
  credentials: ["", "Omit", null],
  duplex: ["", "full", "HALF", null],
  priority: ["", "High", "medium", null],
})) {
  for (const value of values) {
    test(
      () => {
        assert_throws_js(TypeError, () => new Request(url, { [name]: value }));
      },
      `${name} cannot be ${format_value(value)}`,
      { requirements: ["request-enum-invalid"] },
    );
  }
}

for (const priority of ["high", "low", "auto"]) {
  test(
    () => {
      let read = 0;
      const request = new Request(url, {
        get priority() {
          read += 1;
          return priority;
        },
      });
      assert_equals(request.url, url);
      assert_equals(read, 1, "the member is read");
    },
    `priority can be ${priority}`,
    { requirements: ["request-priority"] },
  );
}

test(
  () => {
    assert_throws_js(TypeError, () => new Request(url, { mode: "navigate" }));
  },
  "mode navigate is a value of the enumeration, and refused",
  { requirements: ["request-mode-navigate"] },
);

test(
  () => {
    assert_throws_js(TypeError, () => new Request(url, { cache: "only-if-cached" }));
  },
  "cache only-if-cached is refused without mode same-origin",
  { requirements: ["request-only-if-cached"] },
);

test(
  () => {
    const request = new Request(url, { cache: "only-if-cached", mode: "same-origin" });
    assert_equals(request.cache, "only-if-cached");
  },
  "cache only-if-cached is allowed with mode same-origin",
  { requirements: ["request-only-if-cached"] },
);

for (const [value, expected] of [
  ["sha256-abc", "sha256-abc"],
  ["", ""],
  ["anything at all", "anything at all"],
  [null, "null"],
  [5, "5"],
]) {
  test(
    () => {
      assert_equals(new Request(url, { integrity: value }).integrity, expected);
    },
    `integrity ${format_value(value)} is kept as a string`,
    { requirements: ["request-integrity"] },
  );
}

for (const [value, expected] of [
  [true, true],
  [false, false],
  [0, false],
  ["false", true],
  [null, false],
  [{}, true],
]) {
  test(
    () => {
      assert_equals(new Request(url, { keepalive: value }).keepalive, expected);
    },
    `keepalive ${format_value(value).replace(/^object.*/, "{}")} is converted to ${expected}`,
    { requirements: ["request-keepalive"] },
  );
}

test(
  () => {
    assert_equals(new Request(url, { referrer: "" }).referrer, "");
  },
  "an empty referrer means no referrer",
  { requirements: ["request-no-referrer"] },
);

test(
  () => {
    assert_equals(new Request(url, { referrer: "about:client" }).referrer, "about:client");
  },
  "referrer about:client is the default",
  { requirements: ["request-referrer-client"] },
);

test(
  () => {
    assert_throws_js(TypeError, () => new Request(url, { referrer: "http://[" }));
  },
  "a referrer that is no valid URL throws a TypeError",
  { requirements: ["request-referrer-invalid"] },
);

test(
  () => {
    assert_equals(new Request(url, { window: null }).url, url);
  },
  "window can be null",
  { requirements: ["request-window"] },
);

for (const value of [{}, "client", 0, false]) {
  test(
    () => {
      assert_throws_js(TypeError, () => new Request(url, { window: value }));
    },
    `window cannot be ${format_value(value).replace(/^object.*/, "an object")}`,
    { requirements: ["request-window"] },
  );
}
