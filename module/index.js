// Visage: estimates of how a face looks to a network, on the device, with their doubt and where the network looked.
export { draw } from "./draw.js";
export { VisageError } from "./errors.js";
export { AGES, CLASSES, GENDERS, KEY_POINTS, LAYERS, RACES } from "./labels.js";
export { Visage } from "./visage.js";
