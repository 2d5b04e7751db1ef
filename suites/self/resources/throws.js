throw new Error("thrown by a helper");
