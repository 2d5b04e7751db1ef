// META: fault=new Request() puts patch in upper case.
// META: requirement=method-kept
mutateInit("Request", "method", (method) => (/^patch$/i.test(method) ? "PATCH" : method));
