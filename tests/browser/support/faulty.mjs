// Workers that go wrong when a test says so.

/** What the page and its workers hear a test by. */
const CHANNEL = "fault";

/** Makes SwiftShader pass for a graphics processor. */
export const DISGUISE = 'Object.defineProperty(GPUAdapterInfo.prototype, "isFallbackAdapter", { get: () => false });';
/** To a clock that stands still everything takes no time: WebGPU is ready sooner than any CPU. */
export const NO_TIME = "performance.now = () => 0;";

/** Code for a worker that does `body` when the test calls `fail` with this name. */
export function onFault(name, body) {
  return `new BroadcastChannel("${CHANNEL}").addEventListener("message", ({ data }) => { if (data === "${name}") { ${body} } });`;
}

/** Has each worker of `context` that is started by `script` run `code` before its own. */
export async function before(context, script, code) {
  await context.route(new RegExp(`/${script}$`), async (route) => {
    // The copy for visits without a network asks for the script as well, perhaps just when the test is over.
    const response = await route.fetch().catch(() => null);
    if (!response) return;
    // In a block, as the script has names of its own.
    await route.fulfill({ response, body: `{${code}}${await response.text()}` });
  });
}

/** Makes the fault of this name happen, to every worker that knows it and is there now. */
export function fail(visage, name) {
  return visage.page.evaluate(
    ([channel, name]) => {
      const faults = new BroadcastChannel(channel);
      faults.postMessage(name);
      faults.close();
    },
    [CHANNEL, name],
  );
}
