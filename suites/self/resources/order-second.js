scriptOrder.push("second");
