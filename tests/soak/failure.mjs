/** Something that the page must not do; its sentence says all. */
export class Failure extends Error {}
