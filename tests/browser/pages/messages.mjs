// What the page has to say over the stage.

/** Failures and notices. */
export const Messages = (Base) =>
  class extends Base {
    get errors() {
      return this.page.getByTestId("error").filter({ visible: true });
    }

    get dismissButton() {
      return this.page.getByTestId("dismiss");
    }

    /** The short word that something worked. */
    get notice() {
      return this.page.getByTestId("notice");
    }

    /** Waits for an error that can be seen, and returns its text. */
    async error() {
      await this.errors.first().waitFor();
      return this.errors.first().innerText();
    }

    /** Waits for an error that says what matches, and returns its text. */
    async errorThat(what) {
      const error = this.errors.filter({ hasText: what });
      await error.first().waitFor();
      return error.first().innerText();
    }

    /** Waits until the notice has gone. */
    async noNotice() {
      await this.page.waitForFunction(() => document.querySelector("[data-testid=notice]").textContent.trim() === "");
    }

    /** Waits until no error is on show. */
    async noError() {
      await this.page.waitForFunction(() => document.querySelector("[data-testid=error]") === null);
    }
  };
