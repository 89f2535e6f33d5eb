// Owns what Next cannot do to a request by itself, where no web server of ours stands before it: say who is really at the other
// end, as Next keeps what a request says of itself in X-Forwarded-For and route handlers see no socket; answer /healthz where it
// is asked for; and keep its own redirects under /office out of caches. Loaded before Next (scripts/start/server.ts).

const { Server } = require('node:http');

const { emit } = Server.prototype;

Server.prototype.emit = function (event, request, ...rest) {
  if (event === 'request') prepare(request, rest[0]);
  return emit.call(this, event, request, ...rest);
};

function prepare(request, response) {
  // Written over whatever the request brought along under this name.
  request.headers['x-levee-socket'] = request.socket?.remoteAddress ?? '';
  // Next leads every path to one that ends in a slash; monitors and balancers take a redirect for a failure.
  request.url = request.url.replace(/^\/healthz(?=$|\?)/, '/healthz/');
  // Next's redirects say nothing, and a permanent one may be kept for good then (RFC 9111 §4.2.2). What answers may say more.
  if (/^\/office(?:[/?]|$)/.test(request.url)) response.setHeader('Cache-Control', 'no-store');
}
