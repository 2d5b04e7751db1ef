// META: title=Hosts: IPv4 addresses
// META: spec=https://url.spec.whatwg.org/#concept-ipv4-parser
// META: spec=https://url.spec.whatwg.org/#ends-in-a-number-checker
// META: spec=https://url.spec.whatwg.org/#concept-ipv4-serializer
// META: script=resources/tables.js
"use strict";

host_table("http", [
  ["four decimal parts", "192.168.0.1", "192.168.0.1"],
  ["three parts: the last one fills two bytes", "192.168.257", "192.168.1.1"],
  ["two parts: the last one fills three bytes", "192.11010049", "192.168.0.1"],
  ["one part fills four bytes", "3232235521", "192.168.0.1"],
  ["zero alone is an address", "0", "0.0.0.0"],
  ["hexadecimal parts, with either case of the prefix", "0xC0.0Xa8.0x0.0x1", "192.168.0.1"],
  ["octal parts", "0300.0250.00.01", "192.168.0.1"],
  ["parts of different radix", "0xc0.0250.1", "192.168.0.1"],
  ["one hexadecimal part", "0xC0A80001", "192.168.0.1"],
  ["one octal part", "030052000001", "192.168.0.1"],
  ["0x without digits is zero", "0x", "0.0.0.0"],
  ["0x without digits is zero in any part", "1.0x.0X.2", "1.0.0.2"],
  ["leading zeros of an octal part do not count", `${"0".repeat(40)}17.1`, "15.0.0.1"],
  ["leading zeros of a hexadecimal part do not count", `0x${"0".repeat(40)}ff.1`, "255.0.0.1"],
  ["one trailing dot is dropped", "192.168.0.1.", "192.168.0.1"],
  ["a second trailing dot makes it a domain", "192.168.0.1..", "192.168.0.1.."],
  ["percent-encoded digits count", "%31%32%37.0.0.%31", "127.0.0.1"],
  ["fullwidth digits count after IDNA mapping", "１２７.0.0.１", "127.0.0.1"],
  ["the largest last part of four", "1.2.3.255", "1.2.3.255"],
  ["the largest last part of three", "1.2.65535", "1.2.255.255"],
  ["the largest last part of two", "1.16777215", "1.255.255.255"],
  ["the largest single part", "4294967295", "255.255.255.255"],
  ["a last part of four over 255 fails", "1.2.3.256", null],
  ["a last part of three over 65535 fails", "1.2.65536", null],
  ["a last part of two over 16777215 fails", "1.16777216", null],
  ["a single part of 2 to the 32nd fails", "4294967296", null],
  ["a single part does not wrap around 64 bits", "18446744073709551617", null],
  ["a hexadecimal part does not wrap around", "0x10000000000000001", null],
  ["a first part over 255 fails", "256.0.0.1", null],
  ["a middle part over 255 fails", "1.256.1", null],
  ["five parts fail", "1.2.3.4.5", null],
  ["an empty part fails", "1..2", null],
  ["an empty first part fails", ".1", null],
  ["an octal part with the digit 8 fails", "1.2.3.08", null],
  ["a single part 09 fails", "09", null],
  ["a domain must not end in a decimal label", "example.1", null],
  ["a domain must not end in a hexadecimal label", "example.0x4f", null],
  ["a domain must not end in 0x", "example.0x", null],
  ["a domain must not end in a number and a dot", "example.42.", null],
  ["a number with letters before it is a domain", "1.2.3.a4", "1.2.3.a4"],
  ["a number with letters after it is a domain", "1.2.3.4a", "1.2.3.4a"],
  ["0x with a letter over F is a domain", "1.0xg", "1.0xg"],
  ["an exponent is a domain", "1e2", "1e2"],
  ["a sign makes it a domain", "-1", "-1"],
  ["a number in another label is a domain", "1.2.3.4.example", "1.2.3.4.example"],
]);

parse_table([
  ["a file URL's host can be an IPv4 address", "file://0x7f.1/p", "file://127.0.0.1/p"],
  ["an IPv4 address can have a port", "ws://0x7f.1:8080/", "ws://127.0.0.1:8080/"],
]);
