import type { ClusterExplanation } from '../../explanation/explain.ts'
import type { ImageExplanation } from '../../explanation/image.ts'
import type { MachineStory } from '../../explanation/machine-story.ts'
import type { RecordedMachine } from '../../explanation/virtual-machines.ts'
import { groupBy } from '../../json/group-by.ts'
import { count, few, list, quote } from '../../rules/support/wording.ts'
import { tellState } from '../text/machine-text.ts'
import { printable } from '../text/printable.ts'
import { at, indented, labelled } from '../text/text-layout.ts'

/** The virtual machines of a cluster: each as a whole where somebody asked for it, else those of one fate together. */
export function printMachines(
  { virtualMachines = [], machineStories = [], askedMachines = [] }: ClusterExplanation,
  selected: boolean,
): string[] {
  if (selected) {
    return askedMachines.flatMap((place) => {
      const [story, recorded] = [machineStories[place], virtualMachines[place]]
      return story && recorded ? ['', ...printMachine(story, recorded)] : []
    })
  }
  if (machineStories.length === 0) return []
  const groups = groupBy(machineStories, ({ state }) => tellState(state))
  const sentences = [...groups].map(([fate, group]) => `${nameAll(group)}: ${fate.replace(/,$/, '')}.`)
  const more = 'The whole story of one: `golden-images explain PATH NAME`.'
  return ['', `Virtual machines: ${machineStories.length}`, ...indented([...sentences, more], 2)]
}

/** Those whose boot disk is made of one of an image's DataSources. */
export function describeBooting(
  { dataSources, dataImportCrons }: ImageExplanation,
  { machineStories = [], goldenImagesNamespace }: ClusterExplanation,
): string[] {
  const names = new Set([
    ...dataSources.map(({ namespace, name }) => `${namespace}/${name}`),
    ...dataImportCrons.map(({ namespace, dataSource }) => `${namespace || goldenImagesNamespace}/${dataSource}`),
  ])
  const booting = machineStories.filter(({ dataSource }) => dataSource !== undefined && names.has(dataSource))
  const groups = groupBy(booting, ({ dataSource = '', state }) => `${quote(dataSource)}: ${tellState(state)}`)
  return [...groups].map(([fate, group]) => `${nameAll(group)} from ${fate.replace(/,$/, '')}.`)
}

function nameAll(stories: readonly MachineStory[]): string {
  const names = few(stories.map(({ namespace, name }) => `${namespace}/${name}`))
  return stories.length < 4 ? names : `${count(stories.length, 'virtual machine')}, ${names}`
}

function printMachine(story: MachineStory, machine: RecordedMachine): string[] {
  const { namespace, name, state, place } = story
  const field = (label: string, sentences: readonly string[]) => labelled(label, sentences, 4)
  return [
    `  ${printable(`${machine.kind} ${quote(`${namespace}/${name}`)}${at(place)}: ${tellState(state).replace(/,$/, '')}`)}`,
    ...field('Admission', [tellAdmission(machine)]),
    ...field('Architecture', tellArchitecture(machine)),
    ...field('Machine type', machine.machineType === undefined ? [] : [`${machine.machineType}.`]),
    ...field('Disks', tellDisks(machine)),
    ...field('Start', tellStart(machine)),
    ...field('Nodes', tellNodes(machine)),
  ]
}

function tellAdmission({ admitted, message, vmi }: RecordedMachine): string {
  if (!admitted) return `KubeVirt refuses it: ${quote(message ?? '')}.`
  if (vmi && !vmi.admitted) return `KubeVirt takes it, and refuses every instance of it: ${quote(vmi.message ?? '')}.`
  return 'KubeVirt takes it.'
}

function tellArchitecture(machine: RecordedMachine): string[] {
  const { architecture } = machine
  return architecture === undefined ? [] : [`${architecture}, ${tellReason(machine)}.`]
}

function tellReason({ architectureFrom, architectureDataSource: source, preference }: RecordedMachine): string {
  switch (architectureFrom) {
    case 'spec':
      return 'as it says itself'
    case 'preference':
      return `because its preference ${quote(preference?.name ?? '')} prefers it, which comes before the DataSource`
    case 'dataSource':
      return `because the DataSource ${quote(`${source?.namespace}/${source?.name}`)} has the label`
    default:
      return "because nothing says one, and it is KubeVirt's default"
  }
}

function tellDisks({ dataVolumes = [] }: RecordedMachine): string[] {
  return dataVolumes.map(({ name, dataSources = [], variant, source }) => {
    const chain = dataSources.map((one) => quote(`${one.namespace}/${one.name}`)).join(', which leads to ')
    const from = chain === '' ? '' : ` is made of the DataSource ${chain}`
    const image = variant === undefined ? '' : `, an image for ${variant}`
    const made = source === undefined ? '; it is not made' : ''
    return `${quote(name)}${from === '' ? ' is made of what it names itself' : from}${image}${made}.`
  })
}

function tellStart({ starts, error }: RecordedMachine): string[] {
  if (error !== undefined) return [`Its controller fails, again and again: ${quote(error)}.`]
  return starts === false ? ['Its run strategy does not start it.'] : []
}

function tellNodes({ nodeSelector, affinity, nodes, schedulableNodes }: RecordedMachine): string[] {
  if (!nodeSelector) return []
  const labels = Object.entries(nodeSelector).map(([label, value]) => `${quote(label)}: ${quote(value)}`)
  const kept = nodes.filter((name) => !schedulableNodes.includes(name))
  return [
    `It asks for ${list(labels)}${affinity ? ', and has a node affinity' : ''}.`,
    schedulableNodes.length > 0 ? `These can run it: ${few(schedulableNodes, 10)}.` : 'No node can run it.',
    ...(kept.length > 0 ? [`Cordons or taints keep it from ${few(kept, 10)}.`] : []),
  ]
}
