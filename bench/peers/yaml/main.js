/** Parses a ResourceList and prints it, with `yaml` alone. */
import { readFileSync } from 'node:fs'
import { parse, stringify } from 'yaml'

process.stdout.write(stringify(parse(readFileSync(0, 'utf8'))))
