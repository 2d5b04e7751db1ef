// In the place of deno_net's script of that name, which is a crate of its own: Deno.createHttpClient()
// would read a client's certificate with it, and there is no Deno.createHttpClient().
(() => ({ loadTlsKeyPair: () => ({}) }))();
