/**
 * Runs the built function in the folder that is the only argument, on stdin, and writes beside it what V8 made of its
 * code, for functions/golden-images/start.cjs.
 */
'use strict'

const { readFileSync, writeFileSync } = require('node:fs')
const { createRequire } = require('node:module')
const { resolve } = require('node:path')
const { Script } = require('node:vm')

const folder = resolve(process.argv[2])
const filename = `${folder}/function.js`
const script = new Script(readFileSync(filename, 'latin1'), { filename })
process.on('exit', () => {
  writeFileSync(`${folder}/${process.versions.v8}-${process.arch}.cache`, script.createCachedData())
})
script.runInThisContext()(createRequire(folder))
