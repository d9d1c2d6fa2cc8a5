import { randomUUID } from 'node:crypto'
import type { Cases } from '../contract/cases.ts'
import { READY } from '../support/escpos-printer.ts'
import { withPrinter } from '../support/printers.ts'
import type { TestWorkplace } from '../support/workplace.ts'

/** At which nobody listens any more. */
const nobody = { by: 'ESCPOS', address: '127.0.0.1:1', roll: '58' } as const

const add = (workplace: TestWorkplace, way: Parameters<typeof input>[0]) =>
  workplace.as('teller').ask('printers.add', input(way))
const input = (way: { by: 'ESCPOS'; address: string; roll: '80' | '58' }) => ({ name: 'Counter', way })

/** Prints a test page on a printer where nobody is. */
async function lost(workplace: TestWorkplace) {
  const { id } = await workplace.as('teller').call('printers.add', input(nobody))
  const answer = await workplace.ask('printers.test', { printerId: id })
  await workplace.call('printers.remove', { printerId: id })
  return answer
}

export const printerCases = {
  'printers.add': {
    PRINTER_ADDRESS_INVALID: (workplace) => add(workplace, { ...nobody, address: 'http://printer' }),
  },
  'printers.choose': {
    PRINTER_NOT_FOUND: ({ as }) =>
      as('teller').ask('printers.choose', { paper: 'RECEIPT', printerId: randomUUID() }),
    PRINTER_UNSUITABLE: (workplace) =>
      withPrinter(workplace, {}, (printerId) =>
        workplace.ask('printers.choose', { paper: 'STATEMENT', printerId }),
      ),
  },
  'printers.test': {
    PRINTER_NOT_FOUND: ({ as }) => as('teller').ask('printers.test', { printerId: randomUUID() }),
    PRINTER_NOT_READY: (workplace) =>
      withPrinter(workplace, { state: [READY[0], READY[1], READY[2], 0x72] }, (printerId) =>
        workplace.ask('printers.test', { printerId }),
      ),
    PRINTER_UNREACHABLE: lost,
    PRINT_STOPPED: (workplace) =>
      withPrinter(workplace, { stopsAfter: { bytes: 40, by: 'CUT' } }, (printerId) =>
        workplace.ask('printers.test', { printerId }),
      ),
  },
} satisfies Partial<Cases>
