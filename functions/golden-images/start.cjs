#!/usr/bin/env node
'use strict'

// Starts the function with what V8 made of its code in a run (scripts/code-cache.cjs): to compile it anew would take longer
// than to answer a small list. A release of V8 for which there is nothing, or which refuses it, compiles.
const { readFileSync } = require('node:fs')
const { Script } = require('node:vm')

const folder = `${__dirname}/golden-images-fn`
const filename = `${folder}/function.js`
new Script(readFileSync(filename, 'latin1'), { filename, cachedData: readCache() }).runInThisContext()(require)

function readCache() {
  try {
    return readFileSync(`${folder}/${process.versions.v8}-${process.arch}.cache`)
  } catch {
    return undefined
  }
}
