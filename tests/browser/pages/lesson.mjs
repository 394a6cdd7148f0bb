// The lesson in its tab.

/** Going through the steps of the lesson. */
export const Lesson = (Base) =>
  class extends Base {
    /** The steps' letters, in their order. */
    static LETTERS = ["a", "b", "c", "d", "e", "f", "g"];

    get lessonStep() {
      return this.page.getByTestId("lesson-step");
    }

    /** Unfolds what the open step has for teachers, and returns it. */
    async forTeachers() {
      const fold = this.page.getByTestId("for-teachers");
      if (!(await fold.evaluate((details) => details.open))) await fold.locator("summary").click();
      return fold;
    }

    get lessonBack() {
      return this.page.getByTestId("lesson-back");
    }

    get lessonNext() {
      return this.page.getByTestId("lesson-next");
    }

    /** The button that prints the worksheet. */
    get printButton() {
      return this.page.getByTestId("print-worksheet");
    }

    /** The button of a step, which also marks the place in the lesson. */
    lessonLetter(letter) {
      return this.page.getByTestId(`lesson-${letter}`);
    }

    /** Opens a step of the lesson by its letter. */
    async openLesson(letter) {
      await this.openPanel("lesson");
      await this.lessonLetter(letter).click();
      await this.lessonAt(letter);
    }

    /** Waits until a step is open. By locators: the handle of an element keeps it, and all around it, in memory. */
    async lessonAt(letter) {
      await this.page.locator(`[data-testid=lesson-${letter}][aria-current=step]`).first().waitFor();
      await this.lessonStep.waitFor();
    }
  };
