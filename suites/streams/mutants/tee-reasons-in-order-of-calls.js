// META: fault=tee() cancels its source with the reasons in the order in which the branches were canceled.
// META: requirement=tee-cancel-both
// META: requirement=byte-tee-cancel-both
"use strict";

const branchOf = new WeakMap();
const orders = new WeakMap();

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const order = [];
  const source = withMembers(args[0], {
    cancel: (cancel) =>
      function (reason) {
        const swap = order[0] === 1 && Array.isArray(reason);
        return Reflect.apply(cancel, this, [swap ? [reason[1], reason[0]] : reason]);
      },
  });
  const stream = construct([source, args[1]]);
  orders.set(stream, order);
  return stream;
});

mutate(ReadableStream.prototype, "tee", (tee) => {
  return function () {
    const branches = tee.call(this);
    const order = orders.get(this) ?? [];
    branchOf.set(branches[0], { order, index: 0 });
    branchOf.set(branches[1], { order, index: 1 });
    return branches;
  };
});

mutate(ReadableStream.prototype, "cancel", (cancel) => {
  return function (reason) {
    const branch = branchOf.get(this);
    branch?.order.push(branch.index);
    return cancel.call(this, reason);
  };
});
