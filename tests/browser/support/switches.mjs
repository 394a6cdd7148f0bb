// Chromium's switches, for the tests and for the benchmark.

export const QUIET = ["--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** SwiftShader computes WebGPU on the CPU: slow, and the same everywhere. */
export const SOFTWARE_WEBGPU = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"];
