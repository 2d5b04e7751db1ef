// META: title=Response constructor
// META: spec=https://fetch.spec.whatwg.org/#dom-response
// META: spec=https://fetch.spec.whatwg.org/#initialize-a-response
"use strict";

const expected = {
  type: "default",
  url: "",
  redirected: false,
  status: 200,
  ok: true,
  statusText: "",
  body: null,
  bodyUsed: false,
};

for (const [name, value] of Object.entries(expected)) {
  test(
    () => {
      assert_equals(new Response()[name], value);
    },
    `${name} is ${format_value(value)} by default`,
    { requirements: ["response-defaults"] },
  );
}

test(
  () => {
    const response = new Response();
    assert_true(response.headers instanceof Headers);
    assert_equals([...response.headers].length, 0);
    assert_equals(response.headers, response.headers);
  },
  "headers are empty by default, and the same object each time",
  { requirements: ["response-default-headers"] },
);

test(
  () => {
    const response = new Response("text");
    for (const name of Object.keys(expected)) {
      const value = response[name];
      assert_throws_js(TypeError, () => {
        response[name] = "changed";
      });
      assert_equals(response[name], value, name);
    }
  },
  "attributes cannot be assigned",
  { requirements: ["response-readonly"] },
);

test(
  () => {
    assert_throws_js(TypeError, () => Response());
  },
  "the constructor cannot be called without new",
  { requirements: ["response-needs-new"] },
);

for (const init of [undefined, null, {}, () => {}]) {
  test(
    () => {
      assert_equals(new Response("text", init).status, 200);
    },
    `init may be ${typeof init === "function" ? "a function" : format_value(init)}`,
    { requirements: ["response-init-dictionary"] },
  );
}

for (const init of [200, "OK", true]) {
  test(
    () => {
      assert_throws_js(TypeError, () => new Response("text", init));
    },
    `init cannot be ${format_value(init)}`,
    { requirements: ["response-init-dictionary"] },
  );
}

for (const body of [null, undefined]) {
  test(
    () => {
      const response = new Response(body);
      assert_equals(response.body, null);
      assert_false(response.headers.has("content-type"));
    },
    `${body} as body means no body`,
    { requirements: ["response-no-body"] },
  );
}

test(
  () => {
    const response = new Response("");
    assert_true(response.body instanceof ReadableStream);
    assert_equals(response.headers.get("content-type"), "text/plain;charset=UTF-8");
  },
  "an empty string is a body",
  { requirements: ["response-empty-body"] },
);

test(
  () => {
    const response = new Response("text", { headers: { "Content-Type": "text/css" } });
    assert_equals(response.headers.get("content-type"), "text/css");
  },
  "a Content-Type in init wins over that of the body",
  { requirements: ["response-content-type"] },
);

test(
  () => {
    const response = new Response("text", { headers: { "content-TYPE": "" } });
    assert_equals(response.headers.get("content-type"), "");
  },
  "even an empty Content-Type in init wins over that of the body",
  { requirements: ["response-content-type"] },
);

test(
  () => {
    const response = new Response(null, { headers: [["x-one", "1"]] });
    assert_equals(response.headers.get("x-one"), "1");
  },
  "headers in init may be a sequence",
  { requirements: ["response-headers-init"] },
);

test(
  () => {
    const headers = new Headers({ "x-one": "1" });
    const response = new Response(null, { headers });
    assert_not_equals(response.headers, headers);
    headers.set("x-one", "changed");
    assert_equals(response.headers.get("x-one"), "1");
  },
  "headers in init are copied",
  { requirements: ["response-headers-init"] },
);

for (const headers of [null, "x-one: 1", 1]) {
  test(
    () => {
      assert_throws_js(TypeError, () => new Response(null, { headers }));
    },
    `headers in init cannot be ${format_value(headers)}`,
    { requirements: ["response-headers-invalid"] },
  );
}

test(
  () => {
    const first = new Response("text", {
      status: 404,
      statusText: "None",
      headers: { "x-a": "1" },
    });
    const second = new Response("other", first);
    assert_equals(second.status, 404);
    assert_equals(second.statusText, "None");
    assert_equals(second.headers.get("x-a"), "1");
  },
  "a response can serve as init of another",
  { requirements: ["response-init-dictionary"] },
);

test(
  () => {
    const log = [];
    const init = {};
    for (const name of ["statusText", "status", "headers"]) {
      Object.defineProperty(init, name, {
        get() {
          log.push(name);
          return undefined;
        },
      });
    }
    new Response(null, init);
    assert_array_equals(log, ["headers", "status", "statusText"]);
  },
  "members of init are read once each, in the order of their names",
  { requirements: ["response-init-order"] },
);

test(
  () => {
    const error = new Error("from toString()");
    const body = {
      toString() {
        throw error;
      },
    };
    assert_throws_exactly(error, () => new Response(body, { status: 1000 }));
  },
  "the body is converted before init is validated",
  { requirements: ["response-convert-first"] },
);
