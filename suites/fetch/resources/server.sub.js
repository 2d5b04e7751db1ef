// The run's own web server (docs/server.md), for tests that need absolute URLs.
"use strict";

const server = {
  origin: "http://{{host}}:{{ports[http][0]}}",
  // Another origin: a host on another site.
  other: "http://{{hosts[alt][]}}:{{ports[http][1]}}",
  // The first host over TLS, and over HTTP/2.
  secure: "https://{{host}}:{{ports[https][0]}}",
  h2: "https://{{host}}:{{ports[h2][0]}}",
  tokens: 0,

  // The URL of an endpoint. A list as the value of a parameter repeats the parameter; strings stand
  // for bytes, one for each code unit.
  url(path, parameters = {}, origin = server.origin) {
    const pairs = [];
    for (const [name, value] of Object.entries(parameters)) {
      for (const one of Array.isArray(value) ? value : [value]) {
        pairs.push(`${name}=${server.escape(String(one))}`);
      }
    }
    return `${origin}/_server/${path}${pairs.length > 0 ? `?${pairs.join("&")}` : ""}`;
  },

  // The same on the other origin, which lets everybody read the answer.
  otherUrl(path, parameters = {}) {
    return server.url(path, { cors: 1, ...parameters }, server.other);
  },

  escape(bytes) {
    let text = "";
    for (let i = 0; i < bytes.length; i += 1) {
      text += /[A-Za-z0-9]/.test(bytes[i])
        ? bytes[i]
        : `%${bytes.charCodeAt(i).toString(16).padStart(2, "0")}`;
    }
    return text;
  },

  // A name that no other test has for its notes.
  token() {
    server.tokens += 1;
    return `{{uuid()}}-${server.tokens}`;
  },

  // What was noted under a token, as soon as there are `count` notes. Tests over TLS come from another
  // origin in browsers.
  async log(token, count = 0) {
    const notes = await (await fetch(server.url("log", { token, count, cors: 1 }))).json();
    return notes.map((note) => (note?.method ? new Arrived(note) : note));
  },

  // What arrives at the server from a call of fetch() with these members of init.
  async echo(init, parameters = {}) {
    return Arrived.from(await fetch(server.url("echo", parameters), init));
  },
};

// A request as the server saw it.
class Arrived {
  constructor({ method, target, host, headers, body }) {
    Object.assign(this, { method, target, host, headers, body: atob(body) });
  }

  static async from(response) {
    return new Arrived(await response.json());
  }

  // The values of a header, joined as Headers does it; null for none.
  header(name) {
    const lines = this.headers.filter(([one]) => one.toLowerCase() === name.toLowerCase());
    return lines.length > 0 ? lines.map(([, value]) => value).join(", ") : null;
  }
}
