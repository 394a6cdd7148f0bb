// Starts the worker's program and tells the page how far its loading is, in the shapes of `protocol::Response`.
import "./meter.js";
import init from "./worker.js";

const STEP = "engine";

// Passes a response on and reports the bytes that go by.
function withProgress(response) {
  // What a compressed answer announces is its compressed length, and the bytes here are unpacked.
  const isCompressed = response.headers.has("content-encoding");
  const total = isCompressed ? 0 : Number(response.headers.get("content-length") ?? 0);
  let loaded = 0;
  const counter = new TransformStream({
    transform(chunk, controller) {
      loaded += chunk.byteLength;
      self.postMessage({ loading: { step: STEP, loaded, total } });
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(counter), { headers: { "content-type": "application/wasm" } });
}

async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the server answers ${response.status}`);
  return withProgress(response);
}

try {
  self.postMessage({ loading: { step: STEP, loaded: 0, total: 0 } });
  await init({ module_or_path: await load(new URL("./worker_bg.wasm", import.meta.url)) });
} catch (error) {
  console.error(error);
  self.postMessage({ failed: { failure: { program: error.message }, retry_on_cpu: false } });
}
