// Owns nothing: hands out the TypeScript 6 library that @ts-morph/common carries.
// Only dependency-cruiser sees this file; everything else in this repository is read by TypeScript 7.
module.exports = require('@ts-morph/common').ts;
