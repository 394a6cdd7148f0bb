// The page's security policy, which forbids what the page must never do: trying it fails the test.

const POLICY = /Content Security Policy/i;

/** Makes the running test fail, also from a callback that nobody waits for, when the page does what its policy forbids. */
export function failOnViolations(page) {
  page.on("console", (message) => {
    if (!POLICY.test(message.text())) return;
    const error = new Error(`the page does what its security policy forbids: ${message.text()}`);
    // Outside Playwright's own event handling, which must go on.
    setImmediate(() => {
      throw error;
    });
  });
}
