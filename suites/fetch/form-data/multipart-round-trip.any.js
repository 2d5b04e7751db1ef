// META: title=A FormData as body, read back with formData()
// META: spec=https://fetch.spec.whatwg.org/#dom-body-formdata
// META: spec=https://fetch.spec.whatwg.org/#concept-bodyinit-extract
// META: spec=https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
// META: script=../resources/body.js
"use strict";

// How a parser undoes the escapes in names (%22, %0D, %0A) is not settled, as RFC 7578 does not
// say it. The names here need none.
const formOf = (...entries) => {
  const form = new FormData();
  for (const entry of entries) form.append(...entry);
  return form;
};

for (const holder of bodyHolders) {
  promise_test(
    async () => {
      const form = formOf(["a", "1"], ["b", "2"], ["a", "3"]);
      const read = await holder.make(form).formData();
      assert_true(read instanceof FormData);
      assert_not_equals(read, form);
      assert_equals(JSON.stringify([...read]), '[["a","1"],["b","2"],["a","3"]]');
    },
    `${holder.name}: strings come back in order`,
    { requirements: ["multipart-round-trip"] },
  );

  promise_test(
    async () => {
      assert_equals([...(await holder.make(new FormData()).formData())].length, 0);
    },
    `${holder.name}: an empty form comes back empty`,
    { requirements: ["multipart-round-trip"] },
  );

  promise_test(
    async () => {
      const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
      const form = formOf(["f", new File([bytes], "all.bin", { type: "image/png" })]);
      const file = (await holder.make(form).formData()).get("f");
      assert_true(file instanceof File);
      assert_equals(file.name, "all.bin");
      assert_equals(file.type, "image/png");
      assert_bytes(new Uint8Array(await file.arrayBuffer()), bytes);
    },
    `${holder.name}: a file comes back with name, type and bytes`,
    { requirements: ["multipart-round-trip-file"] },
  );
}

for (const [label, name, value] of [
  ["characters beyond ASCII", "\u00e9\u{1f600}", "\u2603"],
  ["backslashes", "a\\b\\", "\\"],
  ["percent signs and quotation marks in a value", "a", '100% %22%0A "b"'],
  ["percent signs in a name that are no escapes of it", "%41%c3%a9%", "value"],
  ["an empty name", "", "value"],
  ["an empty value", "name", ""],
  ["semicolons and equals signs", "a;filename=b", "c=d; e"],
  ["spaces around", " a ", " b "],
  ["lines like a delimiter", "a", "--\r\n--x\r\n--x--\r\n"],
  ["a trailing line break", "a", "b\r\n"],
  ["a byte order mark", "a", "\ufeffb"],
  ["a NUL", "a", "b\0c"],
]) {
  promise_test(
    async () => {
      const read = await new Response(formOf([name, value])).formData();
      assert_equals(JSON.stringify([...read]), JSON.stringify([[name, value]]));
    },
    `an entry with ${label} comes back the same`,
    { requirements: ["multipart-round-trip"] },
  );
}

for (const [label, value, expected] of [
  ["a lone line feed", "a\nb", "a\r\nb"],
  ["a lone carriage return", "a\rb", "a\r\nb"],
  ["a line feed before a carriage return", "a\n\rb", "a\r\n\r\nb"],
  ["a carriage return and line feed", "a\r\nb", "a\r\nb"],
  ["a lone surrogate", "a\ud800", "a\ufffd"],
]) {
  promise_test(
    async () => {
      const read = await new Response(formOf(["name", value])).formData();
      assert_equals(read.get("name"), expected);
    },
    `${label} in a value comes back as ${format_value(expected)}`,
    { requirements: ["multipart-newlines"] },
  );
}

for (const [label, makeEntry, name, type, text] of [
  ["a Blob without file name", () => [new Blob(["x"], { type: "a/b" })], "blob", "a/b", "x"],
  [
    "a Blob with a file name",
    () => [new Blob(["x"], { type: "a/b" }), "n.txt"],
    "n.txt",
    "a/b",
    "x",
  ],
  ["a renamed File", () => [new File(["x"], "old"), "new"], "new", "application/octet-stream", "x"],
  ["a File without type", () => [new File(["x"], "n")], "n", "application/octet-stream", "x"],
  ["an empty File", () => [new File([], "n", { type: "a/b" })], "n", "a/b", ""],
  ["a File without name", () => [new File(["x"], "", { type: "a/b" })], "", "a/b", "x"],
  [
    "a file name beyond ASCII",
    () => [new File(["x"], "\u00e9\u{1f600}", { type: "a/b" })],
    "\u00e9\u{1f600}",
    "a/b",
    "x",
  ],
  [
    "a file of many lines",
    () => [new File(["a\nb\r\nc\r"], "n", { type: "a/b" })],
    "n",
    "a/b",
    "a\nb\r\nc\r",
  ],
]) {
  promise_test(
    async () => {
      const file = (await new Response(formOf(["f", ...makeEntry()])).formData()).get("f");
      assert_true(file instanceof File);
      assert_equals(file.name, name, "name");
      assert_equals(file.type, type, "type");
      assert_equals(await file.text(), text, "text");
    },
    `${label} comes back named ${format_value(name)} with type ${type}`,
    { requirements: ["multipart-round-trip-file"] },
  );
}

promise_test(
  async () => {
    const form = formOf(["a", "1"], ["f", new File(["x"], "n")], ["b", "2"], ["f", "text"]);
    const read = await new Response(form).formData();
    assert_array_equals([...read.keys()], ["a", "f", "b", "f"]);
    assert_true(read.getAll("f")[0] instanceof File);
    assert_equals(read.getAll("f")[1], "text");
  },
  "strings and files keep their order",
  { requirements: ["multipart-round-trip"] },
);
