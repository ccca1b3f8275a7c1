#!/usr/bin/env node
'use strict'

require('./last-resort.ts')
const { isatty } = require('node:tty')

// Without arguments the program is the function, whose start must not pay for the commands.
const isFunction = process.argv.length === 2 && !isatty(0)
// What V8 sets aside for objects that are soon gone stays small: a file of a megabyte would take twice the memory.
if (!isFunction) require('node:v8').setFlagsFromString('--semi-space-growth-factor=1')
require(isFunction ? './golden-images-fn.cjs' : './golden-images-commands.cjs')
