// What every picture that leaves the page must be.
import assert from "node:assert/strict";
import sharp from "sharp";

/** `png` is the photo, of 640 × 480 pixels, enlarged, with findings drawn on it, and below it a line that says what they are. */
export async function assertAnnotated(png, photo) {
  const { format, width, height } = await sharp(png).metadata();
  assert.equal(format, "png");
  assert.equal(width, 1280);
  assert.ok(height > 960, "there is no line below the picture");
  const footer = await sharp(png)
    .extract({ left: 0, top: 962, width, height: height - 964 })
    .stats();
  assert.ok(footer.channels[0].max > 200 && footer.channels[0].min < 40, "the line is not written on");
  const plain = await sharp(photo).resize(1280, 960).removeAlpha().raw().toBuffer();
  const shown = await sharp(png).extract({ left: 0, top: 0, width: 1280, height: 960 }).removeAlpha().raw().toBuffer();
  let changed = 0;
  for (let at = 0; at < plain.length; at += 3) changed += Math.abs(plain[at] - shown[at]) > 24 ? 1 : 0;
  assert.ok(changed > 10_000, `only ${changed} pixels differ from the photo`);
}
