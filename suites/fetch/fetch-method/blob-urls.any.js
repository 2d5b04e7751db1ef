// META: title=fetch(): blob: URLs
// META: spec=https://fetch.spec.whatwg.org/#concept-scheme-fetch
// META: spec=https://w3c.github.io/FileAPI/#url
"use strict";

function blobURL(t, parts = ["abcdef"], type = "text/css") {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  t.add_cleanup(() => URL.revokeObjectURL(url));
  return url;
}

promise_test(
  async (t) => {
    const url = blobURL(t);
    const response = await fetch(url);
    assert_equals(response.status, 200);
    assert_equals(response.statusText, "OK");
    assert_equals(response.type, "basic");
    assert_equals(response.url, url);
    assert_equals(await response.text(), "abcdef");
  },
  "the response has the bytes of the blob",
  { requirements: ["blob-response"] },
);

promise_test(
  async (t) => {
    const { headers } = await fetch(blobURL(t));
    assert_equals(headers.get("content-type"), "text/css");
    assert_equals(headers.get("content-length"), "6");
  },
  "Content-Type and Content-Length are those of the blob",
  { requirements: ["blob-headers"] },
);

promise_test(
  async (t) => {
    const { headers } = await fetch(blobURL(t, [], ""));
    // Scheme fetch, "blob": the header list holds (Content-Type, type), even for an empty type.
    assert_equals(headers.get("content-type"), "");
    assert_equals(headers.get("content-length"), "0");
  },
  "a blob without type and bytes has an empty Content-Type and length 0",
  { requirements: ["blob-headers"] },
);

promise_test(
  async (t) => {
    assert_equals(await (await fetch(`${blobURL(t)}#part`)).text(), "abcdef");
  },
  "a fragment is ignored",
  { requirements: ["blob-fragment"] },
);

promise_test(
  async (t) => {
    const url = blobURL(t);
    URL.revokeObjectURL(url);
    await promise_rejects_js(t, TypeError, fetch(url));
  },
  "a revoked URL rejects with a TypeError",
  { requirements: ["blob-revoked"] },
);

promise_test(
  async (t) => {
    const url = "blob:null/00000000-0000-4000-8000-000000000000";
    await promise_rejects_js(t, TypeError, fetch(url));
  },
  "a URL that was never created rejects with a TypeError",
  { requirements: ["blob-revoked"] },
);

for (const method of ["HEAD", "POST", "Chicken"]) {
  promise_test(
    async (t) => {
      await promise_rejects_js(t, TypeError, fetch(blobURL(t), { method }));
    },
    `method ${method} rejects with a TypeError`,
    { requirements: ["blob-method"] },
  );
}

promise_test(
  async (t) => {
    const url = blobURL(t);
    const promise = fetch(url);
    URL.revokeObjectURL(url);
    assert_equals(await (await promise).text(), "abcdef");
  },
  "revoking the URL after the call makes no difference",
  { requirements: ["blob-entry"] },
);

promise_test(
  async (t) => {
    const url = blobURL(t);
    const request = new Request(url);
    URL.revokeObjectURL(url);
    // The URL parser stores the blob URL entry in the URL record when the request is made.
    assert_equals(await (await fetch(request)).text(), "abcdef");
  },
  "a request made before its URL was revoked can be fetched",
  { requirements: ["blob-entry"] },
);

for (const [range, expected, text] of [
  ["bytes=1-3", "bytes 1-3/6", "bcd"],
  ["bytes=0-0", "bytes 0-0/6", "a"],
  ["bytes=2-", "bytes 2-5/6", "cdef"],
  ["bytes=-2", "bytes 4-5/6", "ef"],
  ["bytes=4-100", "bytes 4-5/6", "ef"],
]) {
  promise_test(
    async (t) => {
      const response = await fetch(blobURL(t), { headers: { range } });
      assert_equals(response.status, 206);
      assert_equals(response.headers.get("content-range"), expected);
      assert_equals(response.headers.get("content-length"), String(text.length));
      assert_equals(response.headers.get("content-type"), "text/css");
      assert_equals(await response.text(), text);
    },
    `range ${range} gives ${expected}`,
    { requirements: ["blob-range"] },
  );
}

promise_test(
  async (t) => {
    const response = await fetch(blobURL(t), { headers: { range: "bytes=1-3" } });
    // Scheme fetch, "blob": "Set response's status message to `Partial Content`".
    assert_equals(response.statusText, "Partial Content");
  },
  "the status message of a range is Partial Content",
  { requirements: ["blob-range"] },
);

for (const range of [
  "bytes=6-",
  "bytes=3-2",
  "bytes=-",
  "bytes=1-2,4-5",
  "items=0-1",
  "bytes=a-b",
]) {
  promise_test(
    async (t) => {
      await promise_rejects_js(t, TypeError, fetch(blobURL(t), { headers: { range } }));
    },
    `range ${range} rejects with a TypeError`,
    { requirements: ["blob-range-invalid"] },
  );
}
