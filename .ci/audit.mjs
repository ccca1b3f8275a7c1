// Fails when npm's registry knows a weakness in a package whose code is delivered: what is bundled, after `npm run build`,
// and what would be installed with the package. `npm audit --omit=dev` alone would ask for nothing, because what is bundled
// is a development dependency. Other weaknesses are listed. No answer is said, and no failure.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', timeout: 120_000 })
const known = vulnerabilitiesIn(stdout)
if (known === undefined) console.log('skipped: the registry does not answer `npm audit`')

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const notices = new Set(readFileSync('dist/THIRD-PARTY-NOTICES.txt', 'utf8').split('\n'))
for (const { name, severity, nodes } of Object.values(known ?? {})) {
  const delivered = nodes.filter((path) => !packages[path]?.dev || notices.has(`${name} ${packages[path].version}`))
  console.log(
    `npm audit: ${severity}: ${name}${delivered.length > 0 ? ', which is delivered' : ', for development only'}`,
  )
  if (delivered.length > 0) process.exitCode = 1
}

function vulnerabilitiesIn(text) {
  try {
    return JSON.parse(text)?.vulnerabilities
  } catch {
    return undefined
  }
}
