// META: fault=new Request() takes a stream without duplex.
// META: requirement=duplex-required
mutateInit("Request", "duplex", (duplex) => duplex ?? "half");
