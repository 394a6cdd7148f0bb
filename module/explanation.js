import { VisageError } from "./errors.js";
import { CLASSES, LAYERS } from "./labels.js";

/**
 * What a heat map is to explain, in the words of the engine's protocol.
 *
 * @param {undefined | string | { attribute: string, class?: string, layer?: string }} wanted
 * @param {object} [task] what was taught
 */
export function explanation(wanted, task) {
  if (!wanted) return undefined;
  const { attribute, class: label, layer } = typeof wanted === "string" ? { attribute: wanted } : wanted;
  const index = (of, value, what) => {
    if (value === undefined) return undefined;
    const found = of.findIndex((name) => name.toLowerCase() === `${value}`.toLowerCase());
    if (found < 0) throw new VisageError("option", `There is no ${what} “${value}”. There are: ${of.join(", ")}.`);
    return found;
  };
  const attributes = task?.attributes ?? [];
  const taught = attributes.findIndex(({ name }) => name === attribute);
  if (taught >= 0) {
    const ofClass = index(attributes[taught].classes, label, `class of “${attribute}”`);
    return { attribute: "age", class: ofClass, layer: undefined, taught };
  }
  if (!(attribute in CLASSES)) {
    const names = [...Object.keys(CLASSES), ...attributes.map(({ name }) => name)];
    throw new VisageError("option", `There is no attribute “${attribute}”. There are: ${names.join(", ")}.`);
  }
  return { attribute, class: index(CLASSES[attribute], label, `class of ${attribute}`), layer: index(LAYERS, layer, "layer") };
}
