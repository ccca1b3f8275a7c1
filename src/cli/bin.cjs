#!/usr/bin/env node
'use strict'

// Without arguments the program is the function, whose start must not pay for the commands.
const isFunction = process.argv.length === 2 && !process.stdin.isTTY
require(isFunction ? './golden-images-fn.cjs' : './golden-images-commands.cjs')
