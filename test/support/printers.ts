import { type EscposPrinter, escposPrinter, type PrinterBehaviour } from './escpos-printer.ts'
import type { PolicyPrinter } from '../../electron/db/machine-policy.ts'
import type { Workplace } from '../../electron/workplace.ts'
import { ok } from '../../shared/result.ts'
import type { TestWorkplace } from './workplace.ts'

/** Does something with a printer that behaves like this and prints the teller's receipts; it goes away afterwards. */
export async function withPrinter<T>(
  workplace: TestWorkplace,
  changes: Partial<PrinterBehaviour>,
  work: (printerId: string, printer: EscposPrinter) => Promise<T>,
  roll: '80' | '58' = '80',
): Promise<T> {
  const printer = await escposPrinter(changes)
  const teller = workplace.as('teller')
  const way = { by: 'ESCPOS' as const, address: printer.address, roll }
  const { id } = await teller.call('printers.add', { name: 'Counter', way })
  await teller.call('printers.choose', { paper: 'RECEIPT', printerId: id })
  try {
    return await work(id, printer)
  } finally {
    await teller.call('printers.remove', { printerId: id })
    await printer.close()
  }
}

/** A workstation whose printers the bank sets by the computer's policy. */
export const withPolicyPrinters = (state: Workplace, printers: readonly PolicyPrinter[]): Workplace => {
  const set = { file: '', server: null, idleSeconds: null, updates: null, contentProtection: null, printers }
  return { ...state, options: { ...state.options, policy: async () => ok(set) } }
}
