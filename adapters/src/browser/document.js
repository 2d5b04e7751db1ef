// What only a document can do for the far end of the wire, behind common.js and window.js or frame.js,
// which know where the request is, who hears what is said and how to leave: the page removes the frame,
// and the window closes. The scripts of the test stand in the document behind it.
runTest({ request, write: say, exit: leave });
