// A frame of the page: the page leaves what it takes to run the test on the frame's element.
const element = globalThis.frameElement;
const { request, url, say, leave } = element.winterproof;
delete element.winterproof;
document.currentScript.remove();
// The document has an address of its own only because several tests can be at the same one.
history.replaceState(null, "", url);
