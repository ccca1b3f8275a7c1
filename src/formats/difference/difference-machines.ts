import type { ChangedMachine, MachineDifference } from '../../explanation/machine-difference.ts'
import { groupBy } from '../../json/group-by.ts'
import { count, few, quote } from '../../rules/support/wording.ts'
import { tellState } from '../text/machine-text.ts'
import type { Section } from './difference-sections.ts'

const REMARK =
  'This holds for one that is made anew. One that is there keeps the disk that it has and the architecture that is stored in it.'

/** What changes for virtual machines; those with the same change are told together. */
export function describeMachines({ broken, mended, moved, otherwiseBroken }: MachineDifference): Section[] {
  const sections = [
    describe('Virtual machines that do not run any more', broken),
    describe('Virtual machines with another architecture or image', moved),
    describe('Virtual machines that run now', mended),
    describe('Virtual machines that still do not run', otherwiseBroken),
  ].filter(({ entries }) => entries.length > 0)
  return sections.map((section, place) => (place === 0 ? { ...section, remark: REMARK } : section))
}

function describe(title: string, machines: readonly ChangedMachine[]): Section {
  const groups = groupBy(machines, tellChange)
  return {
    title: `${title} (${machines.length})`,
    entries: [...groups].map(([change, group]) => ({ text: `${nameAll(group)}: ${change}`, details: [] })),
  }
}

function nameAll(machines: readonly ChangedMachine[]): string {
  const names = few(machines.map(({ namespace, name }) => `${namespace}/${name}`))
  return machines.length < 4 ? names : `${count(machines.length, 'virtual machine')}, ${names}`
}

function tellChange({ before, after, keepsArchitecture }: ChangedMachine): string {
  const kept =
    keepsArchitecture === undefined
      ? ''
      : ` An apply keeps ${quote(keepsArchitecture)} in one that is there: to change it, write the architecture, or make the virtual machine anew.`
  return `${tellState(before)} before, ${tellState(after)} after.${kept}`
}
