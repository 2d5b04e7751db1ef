// META: fault=A status beyond 65535 is out of range, not taken modulo 65536.
// META: requirement=status-converted
mutateInit("Response", "status", (status) => (status > 65535 ? 0 : status));
