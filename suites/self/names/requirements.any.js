// META: title=Requirements that a subtest names in its properties
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#defining-tests
// EXPECT: OK
// EXPECT-COUNT: PASS 9
"use strict";

// Whatever stands there, the subtest is reported; the log has what is a text in an array.
test(() => {}, "two", { requirements: ["first", 'second "quoted"'] });
test(() => {}, "none", { requirements: [] });
test(() => {}, "not a list", { requirements: "first" });
test(() => {}, "of other types", {
  requirements: [1, null, Symbol("s"), { toString: null }, "first"],
});
test(() => {}, "too many", { requirements: new Array(1000).fill("first") });

test(() => {}, "a getter that throws", {
  get requirements() {
    throw new Error("nobody reads it");
  },
});

test(() => {}, "an array whose length throws", {
  requirements: new Proxy([], {
    get() {
      throw new Error("nobody reads it");
    },
  }),
});

const { proxy, revoke } = Proxy.revocable([], {});
revoke();
test(() => {}, "a proxy that is revoked", { requirements: proxy });

test((t) => {
  t.properties = null;
}, "properties that are taken away");
