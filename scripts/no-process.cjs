// Owns what stands in for Node's `process` in pages: React looks whether there is one, and Next would bring its own
// stand-in, timers and all, for that look.

module.exports = { env: {} };
