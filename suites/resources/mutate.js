// What the mutants of the areas share: each puts one fault into the runtime before the tests, and
// must look like the built-in that it replaces, or every test of shape would notice it. Nor may it
// stumble over what a test patches: handlers have no prototype, and nothing iterates over arrays.
"use strict";

// Replaces the method `key` of `holder`, or of the prototype that has it, by what
// `make(original)` gives, under the name, the length and the attributes of the original. Other
// keys of the same function (Symbol.iterator and entries) get the replacement too.
function mutate(holder, key, make) {
  const { owner, property } = ownerOf(holder, key);
  const original = property.value ?? holder[key];
  if (typeof original !== "function") throw new TypeError(`${String(key)} is not a method`);
  const replacement = disguise(original, make(original));
  for (const other of Reflect.ownKeys(owner)) {
    const alias = Object.getOwnPropertyDescriptor(owner, other);
    if (other !== key && alias.value !== original) continue;
    Object.defineProperty(owner, other, asValue(alias, replacement));
  }
}

// The same for the getter of an attribute.
function mutateGetter(holder, key, make) {
  const { owner, property } = ownerOf(holder, key);
  if (!property.get) throw new TypeError(`${String(key)} has no getter`);
  const get = disguise(property.get, make(property.get));
  Object.defineProperty(owner, key, { ...property, get });
}

// The same for the setter of an attribute.
function mutateSetter(holder, key, make) {
  const { owner, property } = ownerOf(holder, key);
  if (!property.set) throw new TypeError(`${String(key)} has no setter`);
  const set = disguise(property.set, make(property.set));
  Object.defineProperty(owner, key, { ...property, set });
}

// Lets the getter give the object of its first access ever after, as it should: what a mutant writes
// into it then stays there, also where the runtime makes a new one at every access.
function keepObject(holder, key) {
  if (!Object.getOwnPropertyDescriptor(holder, key)?.get) return;
  const kept = new WeakMap();
  mutateGetter(
    holder,
    key,
    (get) =>
      function () {
        const value = Reflect.apply(get, this, []);
        if (!kept.has(this)) kept.set(this, value);
        return kept.get(this);
      },
  );
}

// Replaces the constructor `name` of `holder`: `make(args, construct, newTarget)` gives the
// instance, mostly from `construct(args)`, which keeps new.target. Prototype, statics and
// subclasses stay what they are.
function mutateConstructor(holder, name, make) {
  const { owner, property } = ownerOf(holder, name);
  const original = property.value ?? holder[name];
  const replacement = new Proxy(original, {
    __proto__: null,
    construct(target, args, newTarget) {
      return make(args, (given) => Reflect.construct(target, given, newTarget), newTarget);
    },
  });
  Object.defineProperty(owner, name, asValue(property, replacement));
  const back = Object.getOwnPropertyDescriptor(original.prototype, "constructor");
  Object.defineProperty(original.prototype, "constructor", { ...back, value: replacement });
}

// `object`, as the runtime reads it, with the callbacks replaced that `makers` names: each does what
// `makers.name(original)` does. Absent members stay absent.
function withMembers(object, makers) {
  return seen(object, (key, value) => {
    return typeof value === "function" && Object.hasOwn(makers, key) ? makers[key](value) : value;
  });
}

// `object`, as the runtime reads it, with the members changed that `makers` names: each is what
// `makers.name(value)` gives when it is read.
function withValues(object, makers) {
  return seen(object, (key, value) => (Object.hasOwn(makers, key) ? makers[key](value) : value));
}

// `object` with members that are what `read(key, value)` gives; its methods are called on itself.
// What is no object is given back.
function seen(object, read) {
  if (Object(object) !== object) return object;
  const proxy = new Proxy(object, {
    __proto__: null,
    get(target, key) {
      const value = read(key, Reflect.get(target, key));
      if (typeof value !== "function") return value;
      return function (...args) {
        return Reflect.apply(value, this === proxy ? target : this, args);
      };
    },
  });
  return proxy;
}

// Calls back when `promise` has settled, past a Promise that a test has patched, and marks it as
// handled.
async function whenSettled(promise, fulfilled = () => {}, rejected = () => {}) {
  let value;
  try {
    value = await promise;
  } catch (error) {
    return rejected(error);
  }
  return fulfilled(value);
}

// Changes what the constructor `name` reads as a member of its second argument, a dictionary:
// `change(value)` is called at each reading.
function mutateInit(name, key, change) {
  mutateConstructor(globalThis, name, (args, construct) => {
    if (args.length > 1) args[1] = withMember(args[1], key, change);
    return construct(args);
  });
}

// `object`, as the runtime reads it, with the member `key` as `change(value)` gives it; what is no
// object is given back. Its target is another one, so that nothing but the reading is seen.
function withMember(object, key, change) {
  if (Object(object) !== object) return object;
  return new Proxy(
    {},
    {
      __proto__: null,
      get(_, name) {
        return name === key ? change(object[name]) : object[name];
      },
      getOwnPropertyDescriptor: (_, name) => Reflect.getOwnPropertyDescriptor(object, name),
      has: (_, name) => Reflect.has(object, name),
      ownKeys: () => Reflect.ownKeys(object),
    },
  );
}

// Has ReadableStream.from() see, in place of the iterator of an asynchronous iterable, what
// `make(iterator)` gives.
function mutateIterators(make) {
  mutate(ReadableStream, "from", (from) => {
    return function (iterable) {
      const method = iterable?.[Symbol.asyncIterator];
      if (typeof method !== "function") return from(iterable);
      return from({
        [Symbol.asyncIterator]() {
          const iterator = Reflect.apply(method, iterable, []);
          return Object(iterator) === iterator ? make(iterator) : iterator;
        },
      });
    };
  });
}

// Replaces callbacks of what streams of the class `name` are made of, ReadableStream or
// WritableStream, by what `makers(isPiped)` says, as withMembers() takes it; `isPiped()` tells whether
// the stream is a side of a pipe by then.
function mutatePiped(name, makers) {
  const piped = new WeakSet();
  mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
    return function (...args) {
      const side = name === "ReadableStream" ? this : args[0];
      if (Object(side) === side) piped.add(side);
      return Reflect.apply(pipeTo, this, args);
    };
  });
  mutateConstructor(globalThis, name, (args, construct) => {
    const own = {};
    const object = withMembers(
      args[0],
      makers(() => piped.has(own.stream)),
    );
    own.stream = construct([object, args[1]]);
    return own.stream;
  });
}

// Replaces cancel() of the branches of tee() by what `make(cancel, pair)` gives. Both branches of a tee()
// have one `pair`: its `branches`, and a number `canceled` that `make` may count in.
function mutateBranches(make) {
  const pairs = new WeakMap();
  mutate(ReadableStream.prototype, "tee", (tee) => {
    return function () {
      const branches = tee.call(this);
      const pair = { branches, canceled: 0 };
      pairs.set(branches[0], pair).set(branches[1], pair);
      return branches;
    };
  });
  mutate(ReadableStream.prototype, "cancel", (cancel) => {
    return function (reason) {
      const pair = pairs.get(this);
      const own = pair ? make(cancel, pair) : cancel;
      return Reflect.apply(own, this, [reason]);
    };
  });
}

// A callback that does what `callback` does, save that what a getter of `then` throws makes its result
// undefined.
function ignoringThen(callback) {
  return function (...given) {
    const result = Reflect.apply(callback, this, given);
    if (Object(result) !== result || result instanceof Promise) return result;
    try {
      const { then } = result;
      return typeof then === "function" ? result : undefined;
    } catch {
      return undefined;
    }
  };
}

// The object of the prototype chain that has `key`, and its property.
function ownerOf(holder, key) {
  for (let owner = holder; owner; owner = Object.getPrototypeOf(owner)) {
    const property = Object.getOwnPropertyDescriptor(owner, key);
    if (property) return { owner, property };
  }
  throw new TypeError(`there is no ${String(key)}`);
}

// A method, without prototype, that does what `replacement` does and looks like `original`.
function disguise(original, replacement) {
  const { method } = {
    method(...args) {
      return Reflect.apply(replacement, this, args);
    },
  };
  for (const key of ["length", "name"]) {
    Object.defineProperty(method, key, Object.getOwnPropertyDescriptor(original, key));
  }
  return method;
}

// The property with another value: one that a runtime makes at its first use becomes a plain one.
function asValue(property, value) {
  const { enumerable, configurable, writable = true } = property;
  return { value, enumerable, configurable, writable };
}
