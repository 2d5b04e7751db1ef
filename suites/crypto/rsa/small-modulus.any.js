// META: title=RSA: a modulus that has no room for the hash
// META: spec=https://w3c.github.io/webcrypto/#rsassa-pkcs1-operations-sign
// META: spec=https://w3c.github.io/webcrypto/#rsa-pss-operations-sign
// META: script=../resources/helpers.js
"use strict";

const { subtle } = globalThis.crypto ?? {};

// A key of 512 bits, made for these tests.
const small_pkcs8 = hex(`
  30820156020100300d06092a864886f70d0101010500048201403082013c020100024100d1ef6bd0e422d797c6bb
  ebdcb04329fd2c2422f28369f67029ab28650185c16303ae41fc127debd0037e0fe0a693950c8c6cb6e66838f004
  df2cc20614f7134b02030100010241008f15dc2a5813d755bf423e14009f0673642e8d1335b6771d238960d2d722
  cf16ec600f132a347280b7062d43d2184fd4173c408ee4e6fd025960e1cc0cc08e81022100fad36f99cb76242c2d
  78433701acc2c7d61610f7adb0fc81484c6dd6ff9743f1022100d6440c9df74cf087ed8cbb86c7846507ab4f4a60
  4fe5c561c302be57c29cd6fb02210090d0ae686f2e20a859004c5e5fdb2d024fbaa1c53e4527244567cb2b0c9a7b
  21022039f5ae740cb1835f41a3101725616af2e8244aba42e2a4c20d3e70becca62081022100c491725da5969dcd
  1cf265e9e03d492f7c261bd4a77e629715ef24e523504764
`);
const small = (name, hash, usage) =>
  subtle.importKey("pkcs8", small_pkcs8, { name, hash }, true, [usage]);

// RFC 8017, section 9.2: 19 bytes of DigestInfo, 11 of padding and the hash are 94 bytes.
promise_test(
  async (t) => {
    const key = await small("RSASSA-PKCS1-v1_5", "SHA-512", "sign");
    const promise = subtle.sign("RSASSA-PKCS1-v1_5", key, ascii("data"));
    await promise_rejects_dom(t, "OperationError", promise);
  },
  "RSASSA-PKCS1-v1_5: OperationError for SHA-512 with 512 bits",
  { requirements: ["rsassa-sign-too-long"] },
);

promise_test(
  async (t) => {
    const key = await small("RSA-PSS", "SHA-512", "sign");
    const promise = subtle.sign({ name: "RSA-PSS", saltLength: 0 }, key, ascii("data"));
    await promise_rejects_dom(t, "OperationError", promise);
  },
  "RSA-PSS: OperationError for SHA-512 with 512 bits",
  { requirements: ["pss-sign-too-long"] },
);

promise_test(
  async () => {
    const key = await small("RSASSA-PKCS1-v1_5", "SHA-256", "sign");
    assert_equals(key.algorithm.modulusLength, 512);
    const signature = await subtle.sign("RSASSA-PKCS1-v1_5", key, ascii("data"));
    assert_equals(signature.byteLength, 64);
  },
  "RSASSA-PKCS1-v1_5: a key of 512 bits signs with SHA-256",
  { requirements: ["rsassa-sign"] },
);
