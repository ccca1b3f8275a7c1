import type { Command } from 'commander'
import { RULES } from '../../rules/index.ts'
import { guard } from '../guard.ts'
import { UsageError } from '../usage-error.ts'

const SHELLS = ['bash', 'zsh', 'fish'] as const

type Shell = (typeof SHELLS)[number]

interface Completed {
  readonly name: string
  readonly description: string
  readonly flags: readonly string[]
  /** Values of an option that takes one of a few. */
  readonly choices: readonly { readonly flag: string; readonly values: readonly string[] }[]
  /** Words that can stand where a path can. */
  readonly words: readonly string[]
}

/** A script that completes commands, options, their values, and the ids of rules. */
function completionScript(shell: Shell, program: Command): string {
  const commands = program.commands.map(describe)
  return { bash, zsh, fish }[shell](commands)
}

function describe(command: Command): Completed {
  const options = [command, ...command.commands].flatMap((one) => one.options)
  const choices = options.flatMap(({ long, argChoices }) =>
    long && argChoices ? [{ flag: long, values: argChoices }] : [],
  )
  return {
    name: command.name(),
    description: command.description(),
    flags: [
      ...new Set(options.flatMap(({ short, long }) => [short, long].filter((flag) => flag !== undefined))),
      '--help',
    ],
    choices: [...new Map(choices.map((choice) => [choice.flag, choice])).values()],
    words: wordsOf(command),
  }
}

function wordsOf(command: Command): readonly string[] {
  if (command.name() === 'explain') return RULES.map(({ id }) => id)
  return command.name() === 'completion' ? SHELLS : command.commands.map((below) => below.name())
}

function bash(commands: readonly Completed[]): string {
  const cases = commands.map(({ name, flags, choices, words }) => {
    const values = choices.map(
      ({ flag, values: all }) => `      ${flag}) COMPREPLY=($(compgen -W "${all.join(' ')}" -- "$word")); return ;;`,
    )
    return [
      `    ${name})`,
      '      case "$previous" in',
      ...values,
      '      esac',
      `      COMPREPLY=($(compgen -W "${[...flags, ...words].join(' ')}" -- "$word") $(compgen -f -- "$word"))`,
      '      ;;',
    ].join('\n')
  })
  return `# bash completion for golden-images: source <(golden-images completion bash)
_golden_images() {
  local word="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    *) COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} --help --version" -- "$word")) ;;
  esac
}
complete -o filenames -F _golden_images golden-images
`
}

function zsh(commands: readonly Completed[]): string {
  const names = commands.map(
    ({ name, description }) => `    '${name}:${description.replaceAll("'", "'\\''").replaceAll(':', '\\:')}'`,
  )
  const cases = commands.map(({ name, flags, choices, words }) => {
    const valued = choices.map(({ flag, values }) => `      '*${flag}=:value:(${values.join(' ')})' \\`)
    const plain = flags
      .filter((flag) => !choices.some((choice) => choice.flag === flag))
      .map((flag) => `      '*${flag}' \\`)
    const rest =
      words.length > 0
        ? `'*: :_alternative "words\\:word\\:(${words.join(' ')})" "files\\:file\\:_files"'`
        : "'*:file:_files'"
    return [`    ${name}) _arguments \\`, ...valued, ...plain, `      ${rest} ;;`].join('\n')
  })
  return `#compdef golden-images
# zsh completion for golden-images: source <(golden-images completion zsh)
_golden_images() {
  local -a commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local name="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$name" in
${cases.join('\n')}
  esac
}
compdef _golden_images golden-images
`
}

function fish(commands: readonly Completed[]): string {
  const lines = commands.flatMap(({ name, description, flags, choices, words }) => {
    const quoted = description.replaceAll("'", "\\'")
    const seen = `__fish_seen_subcommand_from ${name}`
    const options = flags
      .filter((flag) => flag.startsWith('--'))
      .map((flag) => {
        const values = choices.find((choice) => choice.flag === flag)?.values
        return `complete -c golden-images -n '${seen}' -l ${flag.slice(2)}${values ? ` -x -a '${values.join(' ')}'` : ''}`
      })
    const extra = words.length > 0 ? [`complete -c golden-images -n '${seen}' -a '${words.join(' ')}'`] : []
    return [`complete -c golden-images -n __fish_use_subcommand -a ${name} -d '${quoted}'`, ...options, ...extra]
  })
  return `# fish completion for golden-images: golden-images completion fish | source\n${lines.join('\n')}\n`
}

export function registerCompletion(program: Command): void {
  program
    .command('completion')
    .description('print a script that completes commands and options in your shell')
    .argument('<shell>', SHELLS.join(', '))
    .action((name: string) => {
      process.exitCode = guard(() => {
        const shell = SHELLS.find((known) => known === name)
        if (!shell) throw new UsageError(`the shell must be one of ${SHELLS.join(', ')}`)
        return { exitCode: 0, stdout: completionScript(shell, program), stderr: '' }
      })
    })
}
