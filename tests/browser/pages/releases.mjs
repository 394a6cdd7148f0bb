// Releases of the site: the one that is open, and a newer one.

/** Which release is open, and taking a newer one. */
export const Releases = (Base) =>
  class extends Base {
    /** The offer of a newer release. */
    get updateOffer() {
      return this.page.getByTestId("update-ready");
    }

    /** Takes the newer release that is offered, and waits for the page that it opens. */
    async takeUpdate() {
      await Promise.all([this.page.waitForEvent("load"), this.page.getByTestId("update-now").click()]);
    }

    /** Opens the page at the same address again. */
    async reload() {
      await this.page.reload();
    }

    /** The folders of releases that the open page has files from, its own first. */
    releases() {
      return this.page.evaluate(() => {
        const own = document.querySelector("meta[name=visage-files]").content.match(/[0-9a-f]{16}/)[0];
        const loaded = performance.getEntriesByType("resource").map(({ name }) => name.match(/\/([0-9a-f]{16})\//)?.[1]);
        return [...new Set([own, ...loaded.filter(Boolean)])];
      });
    }

    /** Has the browser look for a newer release; returns what became of the one it found: `installed`, `redundant`, or `none`. */
    lookForUpdate() {
      return this.page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        const outcome = new Promise((resolve) => {
          registration.addEventListener("updatefound", () => {
            const worker = registration.installing;
            worker.addEventListener("statechange", () => {
              if (["installed", "redundant"].includes(worker.state)) resolve(worker.state);
            });
          });
        });
        await registration.update();
        return registration.installing || registration.waiting ? outcome : "none";
      });
    }
  };
