import { createHash } from 'node:crypto'
import { forEachPaper, PAPERS_BY, type Paper, type PrinterView } from '../../../shared/contract/printers.ts'
import type { PolicyPrinter } from '../../db/machine-policy.ts'
import { addressOf } from '../../printers/printer-address.ts'
import type { Workplace } from '../../workplace.ts'

type Here = {
  readonly printers: PrinterView[]
  readonly choices: Record<Paper, string | null>
  readonly isSetByPolicy: boolean
}

/** The printers of this workstation and what each kind of paper is printed by: as the bank sets it for the computer, or else as people here chose. */
export async function printersHere({ options, printers }: Workplace): Promise<Here> {
  const policy = await options.policy?.()
  const set = policy?.ok === true ? (policy.value?.printers ?? null) : null
  if (set === null) return { ...(await printers.known.all()), isSetByPolicy: false }
  const listed = set.map(viewOf)
  const by = (paper: Paper) => listed.find(({ papers }) => papers.includes(paper))?.id ?? null
  return { printers: listed, choices: forEachPaper(by), isSetByPolicy: true }
}

export const areSetByPolicy = async (workplace: Workplace): Promise<boolean> =>
  (await printersHere(workplace)).isSetByPolicy

function viewOf({ name, queue, device, address = '', roll, papers }: PolicyPrinter): PrinterView {
  const id = idOf(name)
  if (queue !== undefined)
    return { id, name, way: { by: 'CUPS', queue }, papers: papers ?? [...PAPERS_BY.CUPS] }
  if (device !== undefined)
    return { id, name, way: { by: 'SYSTEM', device }, papers: papers ?? [...PAPERS_BY.SYSTEM] }
  // What is no address was refused with the policy.
  const place = addressOf(address) ?? { host: address, port: 0 }
  return { id, name, way: { by: 'ESCPOS', ...place, roll }, papers: ['RECEIPT'] }
}

/** The same at each start: a UUID (version 8, RFC 9562) of the printer's name. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(`printer ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
