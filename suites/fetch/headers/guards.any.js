// META: title=Headers guards
// META: spec=https://fetch.spec.whatwg.org/#concept-headers-guard
// META: spec=https://fetch.spec.whatwg.org/#headers-validate
"use strict";

const immutable = [
  ["Response.error()", async () => Response.error().headers],
  ["Response.redirect()", async () => Response.redirect("http://host.example/").headers],
  ["a clone of Response.error()", async () => Response.error().clone().headers],
  ["a response of fetch()", async () => (await fetch("data:,text")).headers],
  ["a clone of a response of fetch()", async () => (await fetch("data:,text")).clone().headers],
];

for (const [label, get] of immutable) {
  promise_test(
    async () => {
      const headers = await get();
      const before = JSON.stringify([...headers]);
      assert_throws_js(TypeError, () => headers.append("x-new", "1"));
      assert_throws_js(TypeError, () => headers.set("x-new", "1"));
      assert_throws_js(TypeError, () => headers.set("content-type", "text/css"));
      assert_equals(JSON.stringify([...headers]), before);
    },
    `append() and set() on the headers of ${label} throw a TypeError`,
    { requirements: ["guard-immutable-change"] },
  );

  promise_test(
    async () => {
      const headers = await get();
      assert_throws_js(TypeError, () => headers.delete("content-type"));
      assert_throws_js(TypeError, () => headers.delete("x-absent"));
    },
    `delete() on the headers of ${label} throws a TypeError, even for an absent name`,
    { requirements: ["guard-immutable-delete"] },
  );
}

test(
  () => {
    const { headers } = Response.redirect("http://host.example/next");
    assert_equals(headers.get("location"), "http://host.example/next");
    assert_true(headers.has("Location"));
    assert_array_equals([...headers.keys()], ["location"]);
  },
  "immutable headers can be read",
  { requirements: ["guard-immutable-read"] },
);

test(
  () => {
    const copy = new Headers(Response.redirect("http://host.example/").headers);
    copy.set("location", "changed");
    assert_equals(copy.get("location"), "changed");
  },
  "a copy of immutable headers is mutable",
  { requirements: ["guard-copy"] },
);

test(
  () => {
    const { headers } = new Response(null, {
      headers: Response.redirect("http://host.example/").headers,
    });
    headers.append("x-new", "1");
    assert_equals(headers.get("x-new"), "1");
  },
  "a response constructed with immutable headers has mutable ones",
  { requirements: ["guard-copy"] },
);

test(
  () => {
    const { headers } = new Response(null, { headers: { "x-a": "1" } });
    headers.append("x-a", "2");
    headers.set("x-b", "3");
    headers.delete("x-a");
    assert_equals(JSON.stringify([...headers]), '[["x-b","3"]]');
  },
  "the headers of a constructed response are mutable",
  { requirements: ["guard-response"] },
);

test(
  () => {
    const { headers } = new Response(null, { headers: { "x-a": "1" } }).clone();
    headers.set("x-a", "2");
    assert_equals(headers.get("x-a"), "2");
  },
  "the headers of a clone of a constructed response are mutable",
  { requirements: ["guard-response"] },
);

test(
  () => {
    const { headers } = Response.json({});
    headers.set("content-type", "application/problem+json");
    assert_equals(headers.get("content-type"), "application/problem+json");
  },
  "the headers of Response.json() are mutable",
  { requirements: ["guard-response-json"] },
);

test(
  () => {
    const { headers } = new Request("http://host.example/", { headers: { "x-a": "1" } });
    headers.append("x-a", "2");
    headers.set("x-b", "3");
    assert_equals(headers.get("x-a"), "1, 2");
    headers.delete("x-a");
    assert_equals(JSON.stringify([...headers]), '[["x-b","3"]]');
  },
  "the headers of a request are mutable",
  { requirements: ["guard-request"] },
);

test(
  () => {
    const request = new Request("http://host.example/", { headers: { "x-a": "1" } });
    const copy = request.clone();
    copy.headers.set("x-a", "2");
    assert_equals(copy.headers.get("x-a"), "2");
    assert_equals(request.headers.get("x-a"), "1");
  },
  "the headers of a clone of a request are mutable and its own",
  { requirements: ["guard-request-clone"] },
);

for (const [label, make] of [
  ["a request", () => new Request("http://host.example/")],
  ["a response", () => new Response()],
]) {
  test(
    () => {
      const { headers } = make();
      assert_throws_js(TypeError, () => headers.append("bad name", "1"));
      assert_throws_js(TypeError, () => headers.append("name", "a\nb"));
      assert_equals([...headers].length, 0);
    },
    `the headers of ${label} validate names and values`,
    { requirements: ["guard-validates"] },
  );
}
