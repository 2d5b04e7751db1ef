// META: fault=new Headers() takes an iterator property of null for one that is not callable.
// META: requirement=headers-iterator-null
mutateConstructor(globalThis, "Headers", (args, construct) => {
  const [init] = args;
  if (Object(init) !== init || Object.getPrototypeOf(init) !== Object.prototype) {
    return construct(args);
  }
  const change = (iterator) => (iterator === null ? {} : iterator);
  return construct([withMember(init, Symbol.iterator, change)]);
});
