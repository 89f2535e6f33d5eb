// Owns where the templates of the edge lie. CommonJS, so that `__dirname` is right under every loader there is: Node’s, tsx’s and
// Playwright’s.

const { join } = require('node:path');

exports.templatesFolder = join(__dirname, '..', '..', 'edge', 'nginx');
