// META: fault=The Content-Type of a body of URLSearchParams has no charset.
// META: requirement=body-init-types
for (const name of ["Request", "Response"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    const holder = construct(args);
    const body = name === "Request" ? args[1]?.body : args[0];
    const type = holder.headers.get("Content-Type");
    if (body instanceof URLSearchParams && type?.endsWith(";charset=UTF-8")) {
      holder.headers.set("Content-Type", "application/x-www-form-urlencoded");
    }
    return holder;
  });
}
