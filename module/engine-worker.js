// The script of the engine's workers. The page's first message says where the files are; the program's own script comes with this one.
import { load } from "../www/load.js";

/**
 * @param {string} program the name of the WebAssembly file
 * @param {Function} init what wasm-bindgen has made for it
 * @param {() => Promise<boolean>} [isUsable] tells the page why not, where it is not
 */
export async function startWith(program, init, isUsable = async () => true) {
  const { files, any } = await new Promise((resolve) => {
    self.onmessage = ({ data }) => resolve(data);
  });
  const plain = self.fetch.bind(self);
  // The engine asks for what it needs later, or again, by names of its own: `assets/` and the file.
  self.fetch = (address, options) => plain(files[`${address}`.replace(/^.*\//, "")] ?? address, options);
  if (await isUsable(any))
    await load(
      program,
      async () => ({ default: init }),
      (file) => files[file.replace(/^.*\//, "")],
    );
}
