var scriptOrder = [...(globalThis.scriptOrder ?? []), "first"];
