// Part of the service worker: what the page has just loaded is not loaded again for the copy.
//
// Files of the release never change, and each is compared with its checksum. So whatever the browser has kept of them will do, even
// where the server says nothing of how long it may be kept; what turns out damaged is asked of the server.
{
  const ask = self.fetch;
  self.fetch = (input, options) => {
    const request = new Request(input, options);
    if (request.method !== "GET" || !request.integrity) return ask(request);
    const from = (cache) => ask(new Request(request, { cache }));
    return from("force-cache").catch(() => from("reload"));
  };
}
