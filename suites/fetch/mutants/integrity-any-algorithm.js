// META: fault=A digest of a weaker algorithm is enough where the strongest does not match.
// META: requirement=integrity-strongest
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const parts = args[1]?.integrity?.split(" ") ?? [];
      for (const part of parts.length > 1 && !args[1].body ? parts : []) {
        const init = withMember(args[1], "integrity", () => part);
        const response = await original.call(this, args[0], init).catch(() => null);
        if (response) return response;
      }
      return original.apply(this, args);
    },
);
