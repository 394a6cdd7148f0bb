// Counts what the page's programs hand to the network, so that "no picture leaves this machine" can be watched while it is true.
//
// Imported before everything else by the page and by its worker, whose count reaches the page through a channel. The page reads
// `visageMeter` and hears of every change by the event `visage-meter`.
const isPage = typeof window === "object";
const channel = new BroadcastChannel("visage-meter");
const meter = { bytesSent: 0, requests: 0 };
globalThis.visageMeter = meter;

// A constructor or a method is replaced by what `wrap` makes of it, where there is one.
function replace(owner, name, wrap) {
  if (owner?.[name]) owner[name] = wrap(owner[name]);
}

function add(bytes, requests) {
  meter.bytesSent += bytes;
  meter.requests += requests;
  if (isPage) globalThis.dispatchEvent(new Event("visage-meter"));
  else channel.postMessage({ bytes, requests });
}

if (isPage) channel.onmessage = ({ data }) => add(data.bytes, data.requests);

// How many bytes a body has; a promise of it where that must be tried out.
function sizeOf(body) {
  if (body === null || body === undefined) return 0;
  if (body instanceof Blob) return body.size;
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return body.byteLength;
  if (typeof body === "string" || body instanceof URLSearchParams) return new Blob([body]).size;
  if (body instanceof ReadableStream) throw new TypeError("a stream is counted as it flows");
  return new Response(body).arrayBuffer().then(({ byteLength }) => byteLength);
}

function count(body, requests) {
  const size = sizeOf(body);
  add(0, requests);
  if (typeof size === "number") {
    if (size > 0) add(size, 0);
  } else {
    size.then((bytes) => add(bytes, 0));
  }
}

// The same stream, counted while it is read.
function counted(stream) {
  return stream.pipeThrough(
    new TransformStream({
      transform(chunk, controller) {
        add(chunk.byteLength, 0);
        controller.enqueue(chunk);
      },
    }),
  );
}

replace(globalThis, "fetch", (fetch) => (input, options) => {
  if (options?.body instanceof ReadableStream) {
    count(null, 1);
    return fetch(input, { ...options, body: counted(options.body) });
  }
  count(options?.body, 1);
  // The body of a request object can be read once only, so its copy is counted.
  if (input instanceof Request && input.body && !options?.body) {
    input
      .clone()
      .arrayBuffer()
      .then(({ byteLength }) => add(byteLength, 0));
  }
  return fetch(input, options);
});

function countArgument(method) {
  return function (...values) {
    count(values[0], 1);
    return method.apply(this, values);
  };
}

replace(globalThis.XMLHttpRequest?.prototype, "send", countArgument);
replace(globalThis.WebSocket?.prototype, "send", countArgument);
replace(globalThis.RTCDataChannel?.prototype, "send", countArgument);
replace(
  globalThis.Navigator?.prototype,
  "sendBeacon",
  (send) =>
    function (address, body) {
      count(body, 1);
      return send.call(this, address, body);
    },
);

// What these send is not seen from here, so that one is opened at all is counted.
for (const name of ["RTCPeerConnection", "WebTransport"]) {
  replace(
    globalThis,
    name,
    (Connection) =>
      new Proxy(Connection, {
        construct(target, values, newTarget) {
          add(0, 1);
          return Reflect.construct(target, values, newTarget);
        },
      }),
  );
}
