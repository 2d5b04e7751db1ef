// META: title=EventWatcher
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#waiting-for-events
// META: script=resources/judge.js
// META: requires=event-target
// EXPECT: OK
// EXPECT: PASS "wait_for() gives a promise for the event"
// EXPECT: PASS "a series of events ends with the last"
// EXPECT: PASS "all events of a series can be recorded"
// EXPECT: PASS "a second wait_for() is refused while the first waits"
// EXPECT: FAIL "an event that nobody waits for" ~ "Not expecting event, but got a event"
// EXPECT: FAIL "an event of another type" ~ "Expected a event, but got b event instead"
// EXPECT: PASS "after stop_watching() no event matters"
// EXPECT: PASS "it stops with its test"
// EXPECT: FAIL "an event that does not come in time" ~ "Timed out waiting for b, a"
// EXPECT: PASS "no event comes in time, as it should be"
"use strict";

const fire = (target, ...types) => {
  for (const type of types) {
    target.dispatchEvent(new Event(type));
  }
};

promise_test(async (t) => {
  const target = new EventTarget();
  const watcher = new EventWatcher(t, target, "a");
  const event = watcher.wait_for("a");
  fire(target, "a");
  sameList([(await event).type], ["a"]);
}, "wait_for() gives a promise for the event");

promise_test(async (t) => {
  const target = new EventTarget();
  const event = new EventWatcher(t, target, ["a", "b"]).wait_for(["b", "a", "b", "a"]);
  fire(target, "b", "a", "b", "a");
  sameList([(await event).type], ["a"]);
}, "a series of events ends with the last");

promise_test(async (t) => {
  const target = new EventTarget();
  const watcher = new EventWatcher(t, target, ["a", "b"]);
  const events = watcher.wait_for(["a", "b"], { record: "all" });
  fire(target, "a", "b");
  sameList(
    (await events).map((event) => event.type),
    ["a", "b"],
  );
  const single = watcher.wait_for("b");
  fire(target, "b");
  sameList([(await single).type], ["b"]);
}, "all events of a series can be recorded");

promise_test(async (t) => {
  const target = new EventTarget();
  const watcher = new EventWatcher(t, target, "a");
  const event = watcher.wait_for("a");
  await promise_rejects_exactly(t, "Already waiting for an event or events", watcher.wait_for("a"));
  fire(target, "a");
  await event;
}, "a second wait_for() is refused while the first waits");

promise_test(async (t) => {
  const target = new EventTarget();
  new EventWatcher(t, target, ["a"]);
  fire(target, "a");
}, "an event that nobody waits for");

promise_test((t) => {
  const target = new EventTarget();
  const event = new EventWatcher(t, target, ["a", "b"]).wait_for("a");
  fire(target, "b");
  return event;
}, "an event of another type");

promise_test(async (t) => {
  const target = new EventTarget();
  const watcher = new EventWatcher(t, target, ["a", "b"]);
  watcher.stop_watching();
  fire(target, "a", "b");
}, "after stop_watching() no event matters");

promise_test(async (t) => {
  const target = new EventTarget();
  new EventWatcher(t, target, "a");
  let listeners = 1;
  target.removeEventListener = () => {
    listeners -= 1;
  };
  t.add_cleanup(() => sameList([listeners], [0]));
}, "it stops with its test");

promise_test((t) => {
  const target = new EventTarget();
  const watcher = new EventWatcher(t, target, ["a", "b"], () => Promise.resolve());
  const events = watcher.wait_for(["a", "b", "a"]);
  fire(target, "a");
  return events;
}, "an event that does not come in time");

promise_test(async (t) => {
  const watcher = new EventWatcher(t, new EventTarget(), "a", () => Promise.resolve());
  sameList(await watcher.wait_for([], { record: "all" }), []);
}, "no event comes in time, as it should be");
