// What a visitor takes away.

// Runs in the page before its own program: a device with a share menu, as phones have. `refusal` names the exception with which
// the menu ends, if it ends with one.
function withShareMenu(refusal) {
  window.handedOver = [];
  navigator.canShare = ({ files }) => files.every((file) => file.size > 0);
  navigator.share = async ({ files }) => {
    if (refusal) throw new DOMException("", refusal);
    for (const file of files) {
      const base64 = await new Promise((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(reader.result.split(",")[1]);
        reader.readAsDataURL(file);
      });
      window.handedOver.push({ name: file.name, type: file.type, base64 });
    }
  };
}

/** Downloads, the clipboard, and what is handed to other programs. */
export const TakeAway = (Base) =>
  class extends Base {
    /** The button with this test id, after opening the tab it is in. */
    async takeAwayButton(testId) {
      await this.openPanel("more");
      return this.page.getByTestId(testId);
    }

    /** The button of the share menu, after opening the tab it is in. */
    shareButton() {
      return this.takeAwayButton("share-picture");
    }

    /** Presses the button with this test id, and returns what is downloaded then: `{name, bytes}`. */
    async download(testId) {
      const button = await this.takeAwayButton(testId);
      const [download] = await Promise.all([this.page.waitForEvent("download"), button.click()]);
      const stream = await download.createReadStream();
      const chunks = [];
      for await (const chunk of stream) chunks.push(chunk);
      return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
    }

    /** Before the page is opened: gives the device a share menu, which ends with the exception named `refusal`, if one is named. */
    onDeviceWithShareMenu(refusal = null) {
      return this.page.addInitScript(withShareMenu, refusal);
    }

    /** Waits for `count` files that the page has handed to other programs: `[{name, type, bytes}]`. */
    async handedOver(count) {
      await this.page.waitForFunction((count) => window.handedOver.length >= count, count);
      const files = await this.page.evaluate(() => window.handedOver);
      return files.map(({ name, type, base64 }) => ({ name, type, bytes: Buffer.from(base64, "base64") }));
    }

    /** Lets the page, and the test, use the clipboard. */
    allowClipboard() {
      const { origin } = new URL(this.page.url());
      return this.page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin });
    }
  };
