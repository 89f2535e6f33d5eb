// Owns telling the pages' server who is really at the other end of a connection: Next keeps what a request says of itself
// in X-Forwarded-For, and route handlers see no socket. Loaded before Next (scripts/start/server.ts). Knows no route.

const { Server } = require('node:http');

const { emit } = Server.prototype;

/** Written over whatever the request brought along under this name. */
Server.prototype.emit = function (event, request, ...rest) {
  if (event === 'request') request.headers['x-levee-socket'] = request.socket?.remoteAddress ?? '';
  return emit.call(this, event, request, ...rest);
};
