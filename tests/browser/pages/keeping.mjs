// What the browser keeps of the site, and what the page says of sending and keeping.

/** The copy for visits without a network, and the promise of privacy. */
export const Keeping = (Base) =>
  class extends Base {
    /** Waits until it is clear whether the page will open without a network; returns `{state, text}`, from the tab that says so. */
    async offlineCopy(timeout = 120_000) {
      await this.openPanel("more");
      const settled = ["ready", "full", "failed", "unavailable"].map((state) => `[data-state=${state}]`).join();
      const status = await this.page.waitForSelector(`[data-testid=offline-status]:is(${settled})`, { timeout });
      return status.evaluate((element) => ({ state: element.dataset.state, text: element.innerText }));
    }

    /** Waits for an engine and an offline copy that are ready, and fails with the page's own sentence if one is not. */
    async offlineReady() {
      await this.engineReady();
      const { state, text } = await this.offlineCopy();
      if (state !== "ready") throw new Error(`the offline copy is ${state}: ${text}`);
    }

    /** The addresses of everything in the browser's caches for this site. */
    cachedAddresses() {
      return this.page.evaluate(async () => {
        const kept = (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url));
        return (await Promise.all(kept)).flat();
      });
    }

    /** The sizes of the cached files whose address ends with `name`, in bytes. */
    cachedSizes(name) {
      return this.page.evaluate(async (name) => {
        const sizes = [];
        for (const cache of await Promise.all((await caches.keys()).map((key) => caches.open(key)))) {
          for (const request of await cache.keys()) {
            if (!new URL(request.url).pathname.endsWith(name)) continue;
            sizes.push((await (await cache.match(request)).arrayBuffer()).byteLength);
          }
        }
        return sizes;
      }, name);
    }

    /** Cuts the cached files whose address ends with `name` off after `bytes` bytes. */
    damageCached(name, bytes) {
      return this.page.evaluate(
        async ({ name, bytes }) => {
          for (const cache of await Promise.all((await caches.keys()).map((key) => caches.open(key)))) {
            for (const request of await cache.keys()) {
              if (!new URL(request.url).pathname.endsWith(name)) continue;
              const response = await cache.match(request);
              const start = (await response.arrayBuffer()).slice(0, bytes);
              await cache.put(request, new Response(start, { headers: { "content-type": response.headers.get("content-type") } }));
            }
          }
        },
        { name, bytes },
      );
    }

    /** What the page says it has sent, after opening the tab that says so. */
    async bytesSent() {
      await this.openPanel("more");
      return this.page.getByTestId("bytes-sent").innerText();
    }

    /** Waits until the page says that it has sent so many bytes. */
    async bytesSentAre(count) {
      await this.openPanel("more");
      await this.page
        .getByTestId("bytes-sent")
        .filter({ hasText: new RegExp(`^${count} bytes`) })
        .waitFor();
    }

    /** What the site keeps outside its caches: `{databases, entries}`, the latter as pairs of key and value. */
    stored() {
      return this.page.evaluate(async () => ({
        databases: (await indexedDB.databases()).map(({ name }) => name),
        entries: [...Object.entries(localStorage), ...Object.entries(sessionStorage)],
      }));
    }
  };
