import { VisageError } from "./errors.js";

/** What the engine's protocol calls a task: attributes with a category each. */
export function toTask({ attributes }) {
  if (!attributes?.length) throw new VisageError("option", "A task has one to four attributes.");
  return {
    attributes: attributes.map(({ name, classes, ordered = false }) => ({
      name,
      classes: [...classes],
      category: ordered ? "ordinal" : "nominal",
    })),
  };
}

/** The number of an example's class of each attribute; nothing where it says nothing of it. */
export function classesOf(labels, task) {
  return task.attributes.map(({ name, classes }) => {
    const label = labels[name];
    if (label === undefined) return undefined;
    const place = classes.indexOf(label);
    if (place < 0) throw new VisageError("option", `“${name}” has no class “${label}”. It has: ${classes.join(", ")}.`);
    return place;
  });
}

/** How to learn, in the words of the engine's protocol. */
export function toSettings({ place = "trunk", weighting = "learned", seed = 1 } = {}) {
  return { place, weighting: Array.isArray(weighting) ? { byHand: weighting } : weighting, seed };
}
