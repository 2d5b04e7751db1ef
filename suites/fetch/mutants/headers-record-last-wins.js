// META: fault=Of the keys of a record that differ in case alone, new Headers() keeps the last.
// META: requirement=headers-record-same-name
const { set } = Headers.prototype;
mutateConstructor(globalThis, "Headers", (args, construct) => {
  const [init] = args;
  if (Object(init) !== init || Object.getPrototypeOf(init) !== Object.prototype) {
    return construct(args);
  }
  const last = [];
  const record = new Proxy(init, {
    get(target, key) {
      if (typeof key !== "string") return target[key];
      const value = `${target[key]}`;
      last.push([key, value]);
      return value;
    },
  });
  const headers = construct([record]);
  for (const [key, value] of last) set.call(headers, key, value);
  return headers;
});
