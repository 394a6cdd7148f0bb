// What a browser asks of the network, whoever asks: pages, workers and service workers.

/** Writes down every request and socket of `context` from now on: `[{method, url, body}]`. */
export function watchTraffic(context) {
  const traffic = [];
  context.on("request", (request) => {
    traffic.push({ method: request.method(), url: request.url(), body: request.postData() });
  });
  context.on("page", (page) => page.on("websocket", (socket) => traffic.push({ method: "SOCKET", url: socket.url(), body: null })));
  return traffic;
}

/** Those of `traffic` that leave the browser: addresses of data and blobs name things in memory. */
export function leaving(traffic) {
  return traffic.filter(({ url }) => !/^(data|blob):/.test(url));
}
