// One key pair for each NIST curve, in every format it can be imported from: the keys of RFC 6979,
// appendix A.2.5 to A.2.7.
"use strict";

const ec_keys = {
  "P-256": {
    public_jwk: {
      kty: "EC",
      crv: "P-256",
      x: "YP7UuiVanTHJYet0xjVtaMBJuJI7Yfps5mliLmDyn7Y",
      y: "eQP-EAi4vJmkGunpVii8ZPLxsgwtfp9Rd6PClNRGIpk",
    },
    d: "ya-p2EW6dRZrXCFXZ7HWk05Qw9s26JsSe4piKxIPZyE",
    raw: hex(`
      0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb67903fe1008b8bc99a41ae9e9
      5628bc64f2f1b20c2d7e9f5177a3c294d4462299
    `),
    spki: hex(`
      3059301306072a8648ce3d020106082a8648ce3d0301070342000460fed4ba255a9d31c961eb74c6356d68c049
      b8923b61fa6ce669622e60f29fb67903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d44622
      99
    `),
    pkcs8: hex(`
      308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420c9afa9d845ba75166b
      5c215767b1d6934e50c3db36e89b127b8a622b120f6721a1440342000460fed4ba255a9d31c961eb74c6356d68
      c049b8923b61fa6ce669622e60f29fb67903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4
      462299
    `),
  },
  "P-384": {
    public_jwk: {
      kty: "EC",
      crv: "P-384",
      x: "7DpOQVtOGaRWhhgCn0J_pdqai8SukuAuBqrlKGswDGTe-PDqkFWGYGSiVFFUgLwT",
      y: "gBXZty19VyROqO-awMYhiWcIpZNn-d-59UyoSz8cnbEoiyMcOuDU_nNE_SUzJkcg",
    },
    d: "a509rS4bjBwFsZh1tmWfTeI8O2Z78pe6mqR3QHhxN9iW1XJOTHCoJfhyyepg0u31",
    raw: hex(`
      04ec3a4e415b4e19a4568618029f427fa5da9a8bc4ae92e02e06aae5286b300c64def8f0ea9055866064a25451
      5480bc138015d9b72d7d57244ea8ef9ac0c621896708a59367f9dfb9f54ca84b3f1c9db1288b231c3ae0d4fe73
      44fd2533264720
    `),
    spki: hex(`
      3076301006072a8648ce3d020106052b8104002203620004ec3a4e415b4e19a4568618029f427fa5da9a8bc4ae
      92e02e06aae5286b300c64def8f0ea9055866064a254515480bc138015d9b72d7d57244ea8ef9ac0c621896708
      a59367f9dfb9f54ca84b3f1c9db1288b231c3ae0d4fe7344fd2533264720
    `),
    pkcs8: hex(`
      3081b6020100301006072a8648ce3d020106052b8104002204819e30819b02010104306b9d3dad2e1b8c1c05b1
      9875b6659f4de23c3b667bf297ba9aa47740787137d896d5724e4c70a825f872c9ea60d2edf5a16403620004ec
      3a4e415b4e19a4568618029f427fa5da9a8bc4ae92e02e06aae5286b300c64def8f0ea9055866064a254515480
      bc138015d9b72d7d57244ea8ef9ac0c621896708a59367f9dfb9f54ca84b3f1c9db1288b231c3ae0d4fe7344fd
      2533264720
    `),
  },
  "P-521": {
    public_jwk: {
      kty: "EC",
      crv: "P-521",
      x: [
        "AYlFUNB4WTLgDqojtpTyE_jDEh-G3JegTlpxZ9tOW803ESPUbkXba11TcKfyD7YzFV04_6FtK9dh3KxHS5ovUC",
        "Ok",
      ].join(""),
      y: [
        "AEkxAclizU0v3feCKF5kWEE5wvkbR_h_-CNU1mMPdGoooNsldBtbNKgoAIsirMI_kk-q-9TTP4HqZpVt_qor_f",
        "z1",
      ].join(""),
    },
    d: "APrQbapiujsl0vtAEz2nVyBd5n9bsAGP7oyG4baMfnXKqJbrMvH0fHCFWDam0W_MFGb22PvsZ9uJ7AwIsOmWuDU4",
    raw: hex(`
      0401894550d0785932e00eaa23b694f213f8c3121f86dc97a04e5a7167db4e5bcd371123d46e45db6b5d5370a7
      f20fb633155d38ffa16d2bd761dcac474b9a2f5023a400493101c962cd4d2fddf782285e64584139c2f91b47f8
      7ff82354d6630f746a28a0db25741b5b34a828008b22acc23f924faafbd4d33f81ea66956dfeaa2bfdfcf5
    `),
    spki: hex(`
      30819b301006072a8648ce3d020106052b81040023038186000401894550d0785932e00eaa23b694f213f8c312
      1f86dc97a04e5a7167db4e5bcd371123d46e45db6b5d5370a7f20fb633155d38ffa16d2bd761dcac474b9a2f50
      23a400493101c962cd4d2fddf782285e64584139c2f91b47f87ff82354d6630f746a28a0db25741b5b34a82800
      8b22acc23f924faafbd4d33f81ea66956dfeaa2bfdfcf5
    `),
    pkcs8: hex(`
      3081ee020100301006072a8648ce3d020106052b810400230481d63081d3020101044200fad06daa62ba3b25d2
      fb40133da757205de67f5bb0018fee8c86e1b68c7e75caa896eb32f1f47c70855836a6d16fcc1466f6d8fbec67
      db89ec0c08b0e996b83538a18189038186000401894550d0785932e00eaa23b694f213f8c3121f86dc97a04e5a
      7167db4e5bcd371123d46e45db6b5d5370a7f20fb633155d38ffa16d2bd761dcac474b9a2f5023a400493101c9
      62cd4d2fddf782285e64584139c2f91b47f87ff82354d6630f746a28a0db25741b5b34a828008b22acc23f924f
      aafbd4d33f81ea66956dfeaa2bfdfcf5
    `),
  },
};
for (const key of Object.values(ec_keys)) {
  key.private_jwk = { ...key.public_jwk, d: key.d };
}

function import_ec_public(name, namedCurve, usages) {
  const { spki } = ec_keys[namedCurve];
  return crypto.subtle.importKey("spki", spki, { name, namedCurve }, true, usages);
}

function import_ec_private(name, namedCurve, usages) {
  const { pkcs8 } = ec_keys[namedCurve];
  return crypto.subtle.importKey("pkcs8", pkcs8, { name, namedCurve }, true, usages);
}
