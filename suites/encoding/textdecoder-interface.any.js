// META: title=TextDecoder: constructor and attributes
// META: spec=https://encoding.spec.whatwg.org/#interface-textdecoder
// META: spec=https://encoding.spec.whatwg.org/#interface-mixin-textdecodercommon
// META: script=resources/bytes.js
"use strict";

test(() => {
  const decoder = new TextDecoder();
  assert_equals(decoder.encoding, "utf-8");
  assert_equals(decoder.fatal, false);
  assert_equals(decoder.ignoreBOM, false);
}, "the defaults are utf-8, not fatal, not ignoreBOM");

test(() => {
  assert_equals(new TextDecoder(undefined).encoding, "utf-8");
}, "an undefined label is utf-8");

test(() => {
  assert_throws_js(RangeError, () => new TextDecoder(null));
}, "a null label is the string null, which is no label");

test(() => {
  assert_equals(new TextDecoder({ toString: () => "latin1" }).encoding, "windows-1252");
}, "an object as label is converted with toString");

test(() => {
  assert_equals(new TextDecoder(866).encoding, "ibm866");
}, "a number as label is converted");

test(() => {
  assert_throws_js(TypeError, () => new TextDecoder(Symbol("utf-8")));
}, "a symbol as label throws a TypeError");

test(() => {
  assert_throws_js(TypeError, () => TextDecoder("utf-8"));
}, "the constructor needs new");

for (const option of ["fatal", "ignoreBOM"]) {
  const other = option === "fatal" ? "ignoreBOM" : "fatal";

  test(() => {
    const decoder = new TextDecoder("utf-16be", { [option]: true });
    assert_equals(decoder[option], true);
    assert_equals(decoder[other], false);
    assert_equals(decoder.encoding, "utf-16be");
  }, `${option} can be set alone`);

  test(() => {
    for (const [value, expected] of [
      [1, true],
      ["false", true],
      [{}, true],
      [0, false],
      ["", false],
      [null, false],
      [undefined, false],
    ]) {
      assert_equals(new TextDecoder("utf-8", { [option]: value })[option], expected);
    }
  }, `${option} is converted to a boolean`);

  test(() => {
    assert_true(new TextDecoder("utf-8", Object.create({ [option]: true }))[option]);
  }, `${option} may be inherited by the options object`);

  test(() => {
    const decoder = new TextDecoder();
    assert_throws_js(TypeError, () => {
      decoder[option] = true;
    });
    assert_equals(decoder[option], false);
  }, `${option} is read-only`);
}

test(() => {
  const decoder = new TextDecoder();
  assert_throws_js(TypeError, () => {
    decoder.encoding = "utf-16le";
  });
  assert_equals(decoder.encoding, "utf-8");
}, "encoding is read-only");

test(() => {
  const options = { fatal: true };
  const decoder = new TextDecoder("utf-8", options);
  options.fatal = false;
  assert_true(decoder.fatal);
}, "the options object is read once");

test(() => {
  assert_equals(new TextDecoder("utf-8", null).fatal, false);
  assert_equals(new TextDecoder("utf-8", undefined).fatal, false);
}, "null and undefined are options without members");

test(() => {
  assert_throws_js(TypeError, () => new TextDecoder("utf-8", true));
  assert_throws_js(TypeError, () => new TextDecoder("utf-8", "fatal"));
}, "a primitive value as options throws");

test(() => {
  const read = [];
  const options = {
    get ignoreBOM() {
      read.push("ignoreBOM");
      return false;
    },
    get fatal() {
      read.push("fatal");
      return false;
    },
  };
  assert_throws_js(RangeError, () => new TextDecoder("no-label", options));
  assert_array_equals(read, ["fatal", "ignoreBOM"]);
}, "the options are converted in alphabetical order, before the label is looked up");

for (const member of ["encoding", "fatal", "ignoreBOM"]) {
  test(() => {
    const descriptor = Object.getOwnPropertyDescriptor(TextDecoder.prototype, member);
    assert_true(descriptor.enumerable);
    assert_throws_js(TypeError, () => descriptor.get.call({}));
  }, `${member} is an enumerable accessor of the prototype that wants a TextDecoder`);
}

test(() => {
  assert_throws_js(TypeError, () => TextDecoder.prototype.decode.call({}, bytes("41")));
}, "decode() throws for another receiver");

test(() => {
  assert_equals(TextDecoder.length, 0);
  assert_equals(TextDecoder.prototype.decode.length, 0);
}, "the lengths of the constructor and decode() are 0");

test(() => {
  assert_equals(Object.prototype.toString.call(new TextDecoder()), "[object TextDecoder]");
}, "the class string is TextDecoder");
