// A window of a test's own. What the test says goes to winterproof through a worker of this window's,
// so that it arrives whatever becomes of the page that opened it: the two may be of different origins,
// and a window that is isolated has no opener at all.
const { relay: address, key, url, request } = CONFIG;
const relay = new Worker(address);
const say = relay.postMessage.bind(relay);
const leave = () => say({ last: `${key}!ended\n` });
relay.addEventListener("message", globalThis.close.bind(globalThis));
// The page is nothing to a test.
globalThis.opener = null;
document.currentScript.remove();
// The document has an address of its own only because several tests can be at the same one.
history.replaceState(null, "", url);
