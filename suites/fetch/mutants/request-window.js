// META: fault=new Request() takes anything for window.
// META: requirement=request-window
mutateInit("Request", "window", () => undefined);
