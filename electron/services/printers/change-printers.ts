import { PAPERS_BY } from '../../../shared/contract/printers.ts'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import { addressOf } from '../../printers/printer-address.ts'
import type { UseCase } from '../../workplace.ts'
import { areSetByPolicy, printersHere } from './printers-here.ts'

export const listPrinters: UseCase<'printers', 'list'> = async (_input, { workplace }) =>
  ok(await printersHere(workplace))

export const discoverPrinters: UseCase<'printers', 'discover'> = async (_input, { workplace }) => {
  const { printers } = workplace
  const queues = await printers.queues()
  // CUPS tells the end of a job, and the system does not: it is asked only where CUPS has none.
  const devices = (queues ?? []).length === 0 ? await printers.devices() : null
  return ok({ queues: queues && [...queues], devices: devices && [...devices] })
}

export const addPrinter: UseCase<'printers', 'add'> = async ({ name, way }, { workplace }) => {
  if (await areSetByPolicy(workplace)) return fail('SET_BY_BANK')
  const { known } = workplace.printers
  if (way.by !== 'ESCPOS') return ok(await known.keep({ name, way, papers: [...PAPERS_BY[way.by]] }))
  const address = addressOf(way.address)
  if (address === null) return fail('PRINTER_ADDRESS_INVALID')
  const { by, roll } = way
  return ok(await known.keep({ name, way: { by, ...address, roll }, papers: ['RECEIPT'] }))
}

export const removePrinter: UseCase<'printers', 'remove'> = async ({ printerId }, { workplace }) => {
  if (await areSetByPolicy(workplace)) return fail('SET_BY_BANK')
  await workplace.printers.known.forget(printerId)
  return ok({})
}

export const choosePrinter: UseCase<'printers', 'choose'> = async ({ paper, printerId }, { workplace }) => {
  if (await areSetByPolicy(workplace)) return fail('SET_BY_BANK')
  const { printers } = await workplace.printers.known.all()
  const chosen = printers.find(({ id }) => id === printerId)
  if (printerId !== null && chosen === undefined) return fail('PRINTER_NOT_FOUND')
  if (chosen?.papers.includes(paper) === false) return fail('PRINTER_UNSUITABLE')
  await workplace.printers.known.choose(paper, printerId)
  return ok({})
}

/** Who was asked answers for their own paper: whoever signs in after them is asked anew. */
export const allowBoxes: UseCase<'printers', 'allowBoxes'> = async ({ letters }, { workplace }) => {
  const asked = workplace.session?.token
  workplace.letters.allowBoxes(letters, () => workplace.session?.token === asked)
  return ok({})
}
