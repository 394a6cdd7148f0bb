/**
 * Looks for a WebGPU adapter, in a worker. Where there is none, or only one that is no GPU, the page is told.
 *
 * @param {boolean} any whether software will do as well
 * @returns {Promise<boolean>} whether there is one
 */
export async function findAdapter(any) {
  // High performance is what Burn asks for as well.
  const adapter = await navigator.gpu?.requestAdapter({ powerPreference: "high-performance" }).catch(() => null);
  if (!adapter) {
    self.postMessage({ failed: { noWebGpu: "noAdapter" } });
    return false;
  }
  const { vendor, architecture, description, isFallbackAdapter } = adapter.info ?? {};
  const name = description || [vendor, architecture].filter(Boolean).join(" ") || "GPU";
  if ((isFallbackAdapter ?? adapter.isFallbackAdapter) && !any) {
    self.postMessage({ failed: { noWebGpu: { software: name } } });
    return false;
  }
  self.visageAdapter = name;
  return true;
}
