#!/usr/bin/env node
'use strict'

// Starts the function with what V8 made of its code in a run (scripts/code-cache.cjs): to compile it anew would take longer
// than to answer a small list. A release of V8 for which there is nothing, or which refuses it, compiles.
require('../../src/cli/last-resort.ts')
const { readFileSync, writeSync } = require('node:fs')
const { Script } = require('node:vm')

const folder = `${__dirname}/golden-images-fn`
const filename = `${folder}/function.js`
new Script(readCode(), { filename, cachedData: readCache() }).runInThisContext()(require)

function readCode() {
  try {
    return readFileSync(filename, 'latin1')
  } catch (error) {
    const problem = error.code === 'ENOENT' ? 'is missing: copy the folder too, or link to this program' : error.message
    writeSync(2, `golden-images: ${filename} ${problem}\n`)
    process.exit(3)
  }
}

function readCache() {
  try {
    return readFileSync(`${folder}/${process.versions.v8}-${process.arch}.cache`)
  } catch {
    return undefined
  }
}
