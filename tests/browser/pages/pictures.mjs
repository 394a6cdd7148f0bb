// The ways in which pictures come to the page.

// Runs in the page: a file as it is dropped or pasted.
function transferOf({ base64, name, mimeType }) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const transfer = new DataTransfer();
  transfer.items.add(new File([bytes], name, { type: mimeType }));
  return transfer;
}

// Runs in the page: a film of one picture, as WebM.
async function recordedFilm(base64) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/jpeg" }));
  const canvas = document.createElement("canvas");
  canvas.width = picture.width;
  canvas.height = picture.height;
  const context = canvas.getContext("2d");
  const timer = setInterval(() => context.drawImage(picture, 0, 0), 40);
  const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: "video/webm", videoBitsPerSecond: 4_000_000 });
  const chunks = [];
  recorder.ondataavailable = ({ data }) => chunks.push(data);
  const stopped = new Promise((resolve) => (recorder.onstop = resolve));
  recorder.start();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  recorder.stop();
  await stopped;
  clearInterval(timer);
  const film = new Uint8Array(await new Blob(chunks).arrayBuffer());
  let binary = "";
  for (let start = 0; start < film.length; start += 8192) binary += String.fromCharCode(...film.subarray(start, start + 8192));
  return btoa(binary);
}

/** Handing pictures and films to the page. */
export const Pictures = (Base) =>
  class extends Base {
    get samples() {
      return this.page.getByTestId("sample");
    }

    /** Hands the page a file, as the file picker would. */
    async choosePhoto(buffer, name, mimeType = "image/jpeg") {
      await this.page.getByTestId("photo-input").setInputFiles({ name, mimeType, buffer });
    }

    /** Hands the page several files at once: `[{name, buffer, mimeType}]`. */
    async chooseFiles(files) {
      await this.page.getByTestId("photo-input").setInputFiles(files);
    }

    /** Records a film in the browser's own format that shows a JPEG picture for a while. */
    async recordFilm(picture) {
      const base64 = await this.page.evaluate(recordedFilm, picture.toString("base64"));
      return Buffer.from(base64, "base64");
    }

    /** Drops a file onto the page, or onto a part of it. */
    async drop(buffer, name, mimeType, onto = "body") {
      const transfer = await this.page.evaluateHandle(transferOf, { base64: buffer.toString("base64"), name, mimeType });
      await this.page.dispatchEvent(onto, "drop", { dataTransfer: transfer });
    }

    /** Drops something onto the page that is no file, such as the address of a picture of another page. */
    async dropNothing() {
      const transfer = await this.page.evaluateHandle(() => {
        const transfer = new DataTransfer();
        transfer.setData("text/uri-list", "https://example.org/face.jpg");
        return transfer;
      });
      await this.page.dispatchEvent("body", "drop", { dataTransfer: transfer });
    }

    /** Drops something onto the page that has a name and cannot be read: a folder. */
    async dropUnreadable(name) {
      await this.page.evaluate((name) => {
        const { slice } = Blob.prototype;
        Blob.prototype.slice = function (...range) {
          if (this.name !== name) return slice.apply(this, range);
          return { arrayBuffer: () => Promise.reject(new DOMException("It could not be found.", "NotFoundError")) };
        };
      }, name);
      await this.drop(Buffer.from("a folder"), name, "");
    }

    /** Drops a folder of this machine onto the page, as the system does. */
    async dropFolder(folder) {
      const session = await this.page.context().newCDPSession(this.page);
      const data = { items: [], files: [folder], dragOperationsMask: 1 };
      for (const type of ["dragEnter", "dragOver", "drop"]) {
        await session.send("Input.dispatchDragEvent", { type, x: 200, y: 200, data });
      }
      await session.detach();
    }

    /** Pastes a file into the page. */
    async paste(buffer, name, mimeType) {
      const transfer = await this.page.evaluateHandle(transferOf, { base64: buffer.toString("base64"), name, mimeType });
      await this.page.evaluate(
        (clipboardData) => window.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true })),
        transfer,
      );
    }

    /** Sends pictures to the site as the system's share menu does: `[{name, mimeType, buffer}]`. The tab then shows the page. */
    async share(url, pictures) {
      // From a page of its own, as a share does not come from ours, whose policy forbids forms.
      await this.page.setContent(`<form method="post" enctype="multipart/form-data" action="${url}share">
        <input type="file" name="pictures" multiple /><button>Share</button></form>`);
      await this.page.locator("input").setInputFiles(pictures);
      await Promise.all([this.page.waitForURL(`${url}**`), this.page.getByRole("button", { name: "Share" }).click()]);
    }

    /** Before the page is opened: has the system open it with a picture (JPEG), as "open with" does. */
    async launchedWith(picture, name) {
      await this.page.addInitScript(
        ({ base64, name }) => {
          const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
          const file = new File([bytes], name, { type: "image/jpeg" });
          const setConsumer = (consumer) => consumer({ files: [{ kind: "file", name, getFile: async () => file }] });
          Object.defineProperty(window, "launchQueue", { value: { setConsumer } });
        },
        { base64: picture.toString("base64"), name },
      );
    }
  };
