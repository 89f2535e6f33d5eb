// Owns how the dynamic look-up of the comparison is built: with Next's defaults, in a copy of this folder below the
// repository, whose packages and library it uses (../dynamic-target.ts). It is no part of the product.

const repository = process.env.LEVEE_REPOSITORY ?? __dirname;

/** @type {import('next').NextConfig} */
module.exports = {
  agentRules: false,
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: repository },
  outputFileTracingRoot: repository,
};
