#!/usr/bin/env node
'use strict'

require('./last-resort.ts')
const { isatty } = require('node:tty')

// Without arguments the program is the function, whose start must not pay for the commands.
const isFunction = process.argv.length === 2 && !isatty(0)
require(isFunction ? './golden-images-fn.cjs' : './golden-images-commands.cjs')
