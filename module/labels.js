// The engine's classes, in their order; `src/attributes.rs` has the same.

/** Gender as labelled in the data sets. */
export const GENDERS = ["Male", "Female"];
/** Race as labelled in the data sets. */
export const RACES = ["White", "Black", "Asian", "Indian", "Others"];
/** What evidence about an age can speak for. */
export const AGES = ["Younger", "Older"];
/** The names of a face's key points: right and left are the person's own. */
export const KEY_POINTS = ["rightEye", "leftEye", "nose", "mouth", "rightEar", "leftEar"];
/** The stages of the network's trunk, at whose ends a heat map can look. */
export const LAYERS = ["stage1", "stage2", "stage3", "stage4", "stage5"];
/** Below this estimated age, in years, a gender is a guess. */
export const LEAST_AGE_OF_GENDER = 3;
/** The share of the age's distribution that its interval holds. */
export const AGE_INTERVAL = 0.8;

/**
 * The network's attributes, in the order of its outputs. `classes` are what evidence can speak for: the classes of a nominal attribute,
 * and the directions of an ordinal one, which is estimated in years. Of a face that looks younger than `leastAge` years the
 * estimate is a guess.
 */
export const ATTRIBUTES = [
  { name: "age", category: "ordinal", classes: AGES },
  { name: "gender", category: "nominal", classes: GENDERS, leastAge: LEAST_AGE_OF_GENDER },
  { name: "race", category: "nominal", classes: RACES },
];

/** The classes of an attribute, as a heat map can speak for them. */
export const CLASSES = Object.fromEntries(ATTRIBUTES.map(({ name, classes }) => [name, classes]));
