import { cpSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Clone, commit, git, loseObject } from './hostile-clone.ts'

/** A way in which a clone could have something run. */
export interface Trap {
  readonly name: string
  /** Sets it; gives the folder to work in, the clone itself when it gives none. */
  readonly set: (clone: Clone) => string | undefined
  /** What springs it when git is called without care; none when nothing on this machine does. */
  readonly sprungBy?: readonly string[]
}

const LOST = 'HEAD~1:clusters/west/nodes.yaml'
const READ = ['cat-file', '-p', LOST]

/** Settings that make git fetch what it has not, in the words of a configuration file. */
function promisor(url: string, ...more: string[]): string {
  return `[core]
	repositoryFormatVersion = 1
[extensions]
	partialClone = evil
[remote "evil"]
	promisor = true
	fetch = +refs/heads/*:refs/remotes/evil/*
	url = ${url}
${more.join('\n')}
`
}

function uploadPack({ program }: Clone): string {
  return promisor('.', `\tuploadpack = ${program}`)
}

function addConfiguration(folder: string, text: string): void {
  const path = git(folder, 'rev-parse', '--path-format=absolute', '--git-path', 'config')
  writeFileSync(path, `\n${text}`, { flag: 'a' })
}

/** An object is missing, and the configuration tells by which command to get it. */
function fetching(name: string, text: (clone: Clone) => string): Trap {
  const set = (clone: Clone) => {
    loseObject(clone.folder, LOST)
    addConfiguration(clone.folder, text(clone))
    return undefined
  }
  return { name, set, sprungBy: READ }
}

function hiddenIn(name: string, hide: (clone: Clone) => string | undefined): Trap {
  const set = (clone: Clone) => {
    const folder = hide(clone) ?? clone.folder
    loseObject(folder, LOST)
    return folder
  }
  return { name, set, sprungBy: READ }
}

const FETCHES: readonly Trap[] = [
  fetching('a promisor remote with a transport that is a command', ({ program }) =>
    promisor(`ext::${program}`, '[protocol "ext"]\n\tallow = always', '[protocol]\n\tallow = always'),
  ),
  fetching('a promisor remote behind core.sshCommand', ({ program }) =>
    promisor('ssh://example.invalid/x', `[core]\n\tsshCommand = ${program}`),
  ),
  fetching('a promisor remote behind core.gitProxy', ({ program }) =>
    promisor('git://example.invalid/x', `[core]\n\tgitProxy = ${program}`),
  ),
  fetching('a promisor remote with an uploadpack', uploadPack),
  fetching('remotes that are promisors without an extension', ({ program }) =>
    promisor('.', `\tuploadpack = ${program}`).replace('[extensions]\n\tpartialClone = evil\n', ''),
  ),
]

const PLACES: readonly Trap[] = [
  hiddenIn('a file that the configuration includes', (clone) => {
    writeFileSync(join(clone.folder, 'included'), uploadPack(clone))
    commit(clone.folder)
    addConfiguration(clone.folder, '[include]\n\tpath = ../included\n[core]\n\trepositoryFormatVersion = 1')
    return undefined
  }),
  hiddenIn('a file that is included for this folder', (clone) => {
    writeFileSync(join(clone.folder, 'included'), uploadPack(clone))
    addConfiguration(clone.folder, `[includeIf "gitdir:${clone.area}/"]\n\tpath = ../included`)
    return undefined
  }),
  hiddenIn('the configuration of a worktree', (clone) => {
    addConfiguration(clone.folder, '[core]\n\trepositoryFormatVersion = 1\n[extensions]\n\tworktreeConfig = true')
    writeFileSync(join(clone.folder, '.git/config.worktree'), uploadPack(clone))
    return undefined
  }),
  hiddenIn('a linked worktree', (clone) => {
    const linked = join(clone.area, 'linked')
    git(clone.folder, 'worktree', 'add', '--quiet', '--detach', linked)
    addConfiguration(clone.folder, uploadPack(clone))
    return linked
  }),
  hiddenIn('a submodule', (clone) => {
    const submodule = join(clone.folder, 'submodule')
    cpSync(join(clone.folder, 'clusters'), join(submodule, 'clusters'), { recursive: true })
    const modules = join(clone.folder, '.git/modules/submodule')
    cpSync(join(clone.folder, '.git'), join(clone.area, 'module'), { recursive: true })
    cpSync(join(clone.area, 'module'), modules, { recursive: true })
    writeFileSync(join(submodule, '.git'), 'gitdir: ../.git/modules/submodule\n')
    addConfiguration(submodule, `[core]\n\tworktree = ../../../submodule\n${uploadPack(clone)}`)
    return submodule
  }),
  hiddenIn('a link in place of .git', (clone) => {
    addConfiguration(clone.folder, uploadPack(clone))
    renameSync(join(clone.folder, '.git'), join(clone.area, 'elsewhere'))
    symlinkSync(join(clone.area, 'elsewhere'), join(clone.folder, '.git'))
    return undefined
  }),
  hiddenIn('a file in place of .git that names a folder of the clone', (clone) => {
    addConfiguration(clone.folder, uploadPack(clone))
    renameSync(join(clone.folder, '.git'), join(clone.folder, 'data'))
    writeFileSync(join(clone.folder, '.git'), 'gitdir: data\n')
    return undefined
  }),
  hiddenIn('a common folder elsewhere', (clone) => {
    const common = join(clone.area, 'common')
    addConfiguration(clone.folder, uploadPack(clone))
    cpSync(join(clone.folder, '.git'), common, { recursive: true })
    for (const name of ['config', 'objects', 'refs']) rmSync(join(clone.folder, '.git', name), { recursive: true })
    writeFileSync(join(clone.folder, '.git/commondir'), `${common}\n`)
    return undefined
  }),
  hiddenIn('a committed folder that looks like a bare repository', (clone) => {
    const embedded = join(clone.folder, 'embedded')
    cpSync(join(clone.folder, '.git'), embedded, { recursive: true })
    cpSync(join(clone.folder, 'clusters'), join(embedded, 'clusters'), { recursive: true })
    writeFileSync(join(embedded, 'config'), `[core]\n\tbare = false\n\tworktree = .\n${uploadPack(clone)}`)
    return embedded
  }),
]

const OTHERS: readonly Trap[] = [
  {
    name: 'references of an alternate',
    set: (clone) => {
      const other = join(clone.area, 'other')
      git(clone.area, 'clone', '--quiet', '--bare', clone.folder, other)
      writeFileSync(join(clone.folder, '.git/objects/info/alternates'), `${other}/objects\n`)
      addConfiguration(clone.folder, `[core]\n\talternateRefsCommand = ${clone.program}`)
      return undefined
    },
    sprungBy: ['fetch', '../other', 'main'],
  },
  {
    name: 'a file system monitor',
    set: (clone) => {
      addConfiguration(clone.folder, `[core]\n\tfsmonitor = ${clone.program}`)
      return undefined
    },
    sprungBy: ['status'],
  },
  {
    name: 'hooks',
    set: (clone) => {
      const hooks = join(clone.folder, 'hooks')
      mkdirSync(hooks)
      for (const hook of ['reference-transaction', 'post-index-change', 'fsmonitor-watchman', 'post-checkout']) {
        cpSync(clone.program, join(hooks, hook))
      }
      addConfiguration(clone.folder, '[core]\n\thooksPath = hooks')
      return undefined
    },
    sprungBy: ['update-ref', 'refs/heads/other', 'HEAD'],
  },
  {
    name: 'attributes with filters, text conversions and a program for differences',
    set: ({ folder, program }) => {
      writeFileSync(join(folder, '.gitattributes'), '* filter=evil diff=evil merge=evil\n')
      const filter = `[filter "evil"]\n\tclean = ${program}\n\tsmudge = ${program}\n\tprocess = ${program}`
      const driver = `[diff]\n\texternal = ${program}\n[diff "evil"]\n\ttextconv = ${program}\n\tcommand = ${program}`
      addConfiguration(folder, `${filter}\n${driver}\n[merge "evil"]\n\tdriver = ${program}`)
      return undefined
    },
    sprungBy: ['cat-file', '--textconv', 'HEAD:clusters/west/nodes.yaml'],
  },
  {
    name: 'an alias',
    set: ({ folder, program }) => {
      const names = ['rev-parse', 'cat-file', 'ls-tree', 'other']
      addConfiguration(folder, `[alias]\n${names.map((name) => `\t${name} = !${program}`).join('\n')}`)
      return undefined
    },
    sprungBy: ['other'],
  },
  {
    // A pager needs a terminal, a helper for credentials a server, and traces only the user's own files may ask for.
    name: 'every other setting that names a command or a file to write',
    set: ({ folder, program, marker }) => {
      const core = ['pager', 'editor', 'askPass', 'alternateRefsCommand', 'sshCommand', 'gitProxy']
      const commands = ['rev-parse', 'cat-file', 'ls-tree']
      const sections = [
        `[core]\n${core.map((name) => `\t${name} = ${program}`).join('\n')}`,
        `[pager]\n${commands.map((name) => `\t${name} = ${program}`).join('\n')}`,
        `[credential]\n\thelper = !${program}`,
        `[gpg]\n\tprogram = ${program}\n[log]\n\tshowSignature = true`,
        `[uploadpack]\n\tpackObjectsHook = ${program}\n[sequence]\n\teditor = ${program}`,
        `[trace2]\n\teventTarget = ${marker}\n\tnormalTarget = ${marker}\n\tperfTarget = ${marker}`,
        `[submodule "x"]\n\tupdate = !${program}\n\turl = ext::${program}`,
        `[interactive]\n\tdiffFilter = ${program}\n[browser "x"]\n\tcmd = ${program}\n[web]\n\tbrowser = x`,
      ]
      addConfiguration(folder, sections.join('\n'))
      return undefined
    },
  },
]

export const TRAPS: readonly Trap[] = [...FETCHES, ...PLACES, ...OTHERS]
