// Mocha keeps the program loaded from one mutant to the next, which Jest does not. This gives the tests what they import of
// Jest, and compiles the program as it is loaded.
const Module = require('node:module');
const { transformFileSync } = require('@swc/core');
const { expect } = require('expect');
const { bind } = require('jest-each');

const each = (run) => Object.assign((title, body) => run(title, body), { each: bind(run, false) });
const jest = { expect, test: each((...args) => it(...args)), describe: each((...args) => describe(...args)) };

const COMPILED = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2022',
  },
  module: { type: 'commonjs' },
  sourceMaps: false,
};

Module._extensions['.ts'] = (module, path) => module._compile(transformFileSync(path, COMPILED).code, path);

const { _load: load, _resolveFilename: resolve } = Module;
Module._load = (request, ...rest) => (request === '@jest/globals' ? jest : load(request, ...rest));
Module._resolveFilename = (request, parent, ...rest) => {
  const isOurs = /^\.{1,2}\/.*\.js$/.test(request) && /\.(ts|test\.cjs)$/.test(parent?.filename ?? '');
  return resolve(isOurs ? request.replace(/\.js$/, '.ts') : request, parent, ...rest);
};
