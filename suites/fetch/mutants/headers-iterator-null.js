// META: fault=new Headers() takes an iterator property of null for one that is not callable.
// META: requirement=headers-iterator-null
// Throws where the runtime has this fault itself.
new Headers({ [Symbol.iterator]: null });
mutateConstructor(globalThis, "Headers", (args, construct) => {
  const [init] = args;
  if (Object(init) !== init || Object.getPrototypeOf(init) !== Object.prototype) {
    return construct(args);
  }
  const change = (iterator) => {
    if (iterator === null) throw new TypeError("not callable");
    return iterator;
  };
  return construct([withMember(init, Symbol.iterator, change)]);
});
