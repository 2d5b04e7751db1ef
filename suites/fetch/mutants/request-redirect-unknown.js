// META: fault=new Request() takes a redirect mode that it does not know for an absent one.
// META: requirement=request-enum-invalid
const known = ["follow", "error", "manual"];
mutateInit("Request", "redirect", (mode) => (known.includes(`${mode}`) ? mode : undefined));
