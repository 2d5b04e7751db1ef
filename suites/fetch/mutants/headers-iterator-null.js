// META: fault=new Headers() takes an iterator property of null for one that is not callable.
// META: requirement=headers-iterator-null
mutateConstructor(globalThis, "Headers", (args, construct) => {
  const [init] = args;
  const prototype = Object(init) === init ? Object.getPrototypeOf(init) : null;
  const change = (iterator) => {
    if (iterator === null) throw new TypeError("not callable");
    return iterator;
  };
  change(prototype?.[Symbol.iterator]);
  if (prototype !== Object.prototype) return construct(args);
  return construct([withMember(init, Symbol.iterator, change)]);
});
