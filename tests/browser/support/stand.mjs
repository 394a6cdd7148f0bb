// What most specs need for all their tests: the site, a browser, and a photo of one face.
import { mkdir } from "node:fs/promises";
import { after, before } from "node:test";
import { launch } from "./launch.mjs";
import { ARTIFACTS } from "./paths.mjs";
import { frameWith, portraits } from "./pictures.mjs";
import { serveSite } from "./server.mjs";

/** `{site, browser, photo}`, which are there before the first test of the spec and gone after its last; the folder of artifacts is, too. */
export function forAllTests() {
  const stand = {};
  before(async () => {
    await mkdir(ARTIFACTS, { recursive: true });
    [stand.site, stand.browser] = await Promise.all([serveSite(), launch()]);
    stand.photo = await frameWith((await portraits()).slice(0, 1));
  });
  after(async () => {
    await stand.browser?.close();
    await stand.site?.close();
  });
  return stand;
}
