import { Visage } from "./node_modules/visage/index.js";

const find = (id) => document.getElementById(id);
const [photo, camera, explain, message, picture, overlay, video] = [
  "photo",
  "camera",
  "explain",
  "message",
  "picture",
  "overlay",
  "video",
].map(find);

const visage = await Visage.load();
message.textContent = `Ready, on ${visage.backend === "cpu" ? "the CPU" : visage.adapter}.`;

let stop = new AbortController();

/** Shows a source with what was found in it. */
function show(source, frame) {
  for (const canvas of [picture, overlay]) [canvas.width, canvas.height] = [frame.width, frame.height];
  picture.getContext("2d").drawImage(source, 0, 0, frame.width, frame.height);
  visage.draw(overlay, frame);
  message.textContent = frame.faces.length === 0 ? "No face was found." : `${frame.faces.length} found.`;
}

photo.onchange = async () => {
  stop.abort();
  try {
    const bitmap = await createImageBitmap(photo.files[0]);
    show(bitmap, await visage.analyze(bitmap, { explain: explain.value }));
  } catch (error) {
    message.textContent = error.message;
  }
};

camera.onclick = async () => {
  stop.abort();
  stop = new AbortController();
  try {
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: true });
    await video.play();
    for await (const frame of visage.watch(video, { explain: () => explain.value, signal: stop.signal })) show(video, frame);
  } catch (error) {
    message.textContent = error.message;
  } finally {
    video.srcObject?.getTracks().forEach((track) => track.stop());
  }
};
