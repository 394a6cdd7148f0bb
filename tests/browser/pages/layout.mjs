// Where things are on the screen.

/** Places and sizes, in CSS pixels. */
export const Layout = (Base) =>
  class extends Base {
    get stage() {
      return this.page.locator(".stage");
    }

    /** The button that opens the file chooser. */
    get photoButton() {
      return this.page.locator("label", { has: this.page.getByTestId("photo-input") });
    }

    /**
     * By how much the page is larger than its window, and how far it has been scrolled:
     * `{across, down, scrolled}`, where 0 and less is no more than the window.
     */
    excess() {
      return this.page.evaluate(() => {
        const { scrollWidth, clientWidth, scrollHeight } = document.documentElement;
        const places = [document.documentElement, document.body, document.querySelector("main")];
        const scrolled = places.reduce((sum, place) => sum + place.scrollTop + Math.abs(place.scrollLeft), 0);
        return { across: scrollWidth - clientWidth, down: scrollHeight - innerHeight, scrolled };
      });
    }

    /** What reaches beyond the sides of its window or of the panel that it is in, as the openings of the elements' markup. */
    stickingOut() {
      return this.page.evaluate(() => {
        const scrolls = (element) => ["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(element).overflowX);
        const body = document.querySelector("#panel-body");
        const boundsOf = (element) => {
          for (let around = element.parentElement; around && around !== document.body; around = around.parentElement) {
            if (around === body) return body.getBoundingClientRect();
            if (scrolls(around)) return null;
          }
          return { left: 0, right: document.documentElement.clientWidth };
        };
        const sticksOut = (element) => {
          const [place, bounds] = [element.getBoundingClientRect(), boundsOf(element)];
          return bounds && place.width > 0 && (place.left < bounds.left - 1 || place.right > bounds.right + 1);
        };
        const opening = ({ outerHTML }) => outerHTML.slice(0, 120);
        return [...document.body.querySelectorAll("*")].filter(sticksOut).map(opening);
      });
    }

    /** By how much the panel's content is wider than the panel; 0 where the panel is closed. */
    panelExcess() {
      return this.page.evaluate(() => {
        const body = document.querySelector("#panel-body");
        return body.scrollWidth - body.clientWidth;
      });
    }

    /**
     * Where something is: `{left, top, right, bottom, width, height, isWhole, isOnTop}`, the last two whether all of it is within
     * the window, and whether its middle can be seen.
     */
    place(locator) {
      return locator.evaluate((element) => {
        const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
        const isWhole = left >= -0.5 && top >= -0.5 && right <= innerWidth + 0.5 && bottom <= innerHeight + 0.5;
        const isOnTop = element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
        return { left, top, right, bottom, width, height, isWhole, isOnTop };
      });
    }

    /** Texts that can be seen and are smaller than `least` pixels: `["size: text"]`. */
    smallTexts(least) {
      return this.page.evaluate((least) => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const small = [];
        while (texts.nextNode()) {
          const { data, parentElement: element } = texts.currentNode;
          // The options of a menu have no place until it opens.
          const shown = element.closest("select") ?? element;
          const place = shown.getBoundingClientRect();
          const isSeen = place.width > 2 && place.height > 2 && shown.checkVisibility({ visibilityProperty: true });
          if (!data.trim() || !isSeen) continue;
          const size = parseFloat(getComputedStyle(shown).fontSize);
          if (size < least - 0.01) small.push(`${size}: ${data.trim().slice(0, 40)}`);
        }
        return [...new Set(small)];
      }, least);
    }
  };
