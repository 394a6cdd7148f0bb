// Part of the service worker: takes the pictures that another program shares with the installed page.
//
// No server answers such a request, so nothing may leave the machine by it. The pictures stay in memory until the page asks for
// them, once, and for no longer than a page may take to open.
{
  const PATIENCE = 60_000;

  let pictures = [];
  // Ends the wait that keeps the service worker, and with it the pictures, alive.
  let release = () => {};

  const forget = () => {
    const held = pictures;
    pictures = [];
    release();
    return held;
  };

  // Keeps `shared` until they are taken or the time is over.
  const hold = (shared) => {
    forget();
    pictures = shared;
    return new Promise((resolve) => {
      const timer = setTimeout(forget, PATIENCE);
      release = () => {
        clearTimeout(timer);
        release = () => {};
        resolve();
      };
    });
  };

  const receive = async (event) => {
    const form = await event.request.formData();
    const files = form.getAll("pictures").filter((value) => value instanceof File && value.size > 0);
    event.waitUntil(hold(files));
    return Response.redirect(new URL("./?shared=1", self.registration.scope), 303);
  };

  self.addEventListener("fetch", (event) => {
    const isShare = event.request.method === "POST" && event.request.url === new URL("./share", self.registration.scope).href;
    if (isShare) event.respondWith(receive(event));
  });

  self.addEventListener("message", (event) => {
    if (event.data?.type === "TAKE_SHARED_PICTURES") event.ports[0]?.postMessage(forget());
  });
}
