// META: fault=An empty Content-Type in init gives way to that of the body.
// META: requirement=response-content-type
mutateConstructor(globalThis, "Response", (args, construct) => {
  const response = construct(args);
  if (typeof args[0] === "string" && response.headers.get("Content-Type") === "") {
    response.headers.set("Content-Type", "text/plain;charset=UTF-8");
  }
  return response;
});
