// Where the keyboard is.

// More than anything is away from anything else.
const MOST_KEYS = 40;

/** The keyboard's focus. */
export const Keyboard = (Base) =>
  class extends Base {
    /** What has the focus, by its test id, id or name of element; `body` if it is lost. */
    focused() {
      return this.page.evaluate(() => {
        const element = document.activeElement ?? document.body;
        return element.dataset.testid ?? (element.id || element.localName);
      });
    }

    /** Goes on with the tab key until what has the test id has the focus. */
    tabTo(testId) {
      return this.#pressUntil("Tab", testId);
    }

    /** Goes back with the tab key until what has the test id has the focus. */
    tabBackTo(testId) {
      return this.#pressUntil("Shift+Tab", testId);
    }

    async #pressUntil(key, testId) {
      for (let keys = 0; keys < MOST_KEYS; keys += 1) {
        await this.page.keyboard.press(key);
        if ((await this.focused()) === testId) return;
      }
      throw new Error(`"${key}" does not reach "${testId}" within ${MOST_KEYS} times`);
    }

    /** Gives something the focus and presses a key on it. */
    async pressOn(locator, key = "Enter") {
      await locator.focus();
      await this.page.keyboard.press(key);
    }
  };
