import { parseArgs } from 'node:util'
import { failure, ok, type Result } from '../../shared/result.ts'
import type { DemoOptions } from './load.ts'

export const USAGE =
  'npm run demo -- --customers <number> [--postings <number>] [--data <folder>] [--seed <number>]'

export type DemoArguments = DemoOptions & { readonly dataFolder: string | null }

const POSTINGS_PER_CUSTOMER = 5

/** Reads the command line. Error: ARGUMENT_INVALID, with a sentence in details.reason. */
export function readArguments(args: readonly string[]): Result<DemoArguments, 'ARGUMENT_INVALID'> {
  const parsed = parse(args)
  if (typeof parsed === 'string') return invalid(parsed)
  const { customers: given, postings, seed = '1', data = null } = parsed
  if (given === undefined) return invalid('Say how many customers, for example --customers 1000.')
  const customers = wholeNumber(given, 20, 1_000_000)
  if (customers === null) return invalid('--customers is a whole number from 20 to 1000000.')
  const wanted = wholeNumber(postings ?? String(customers * POSTINGS_PER_CUSTOMER), 0, 20_000_000)
  if (wanted === null) return invalid('--postings is a whole number from 0 to 20000000.')
  const drawn = wholeNumber(seed, 0, 1_000_000_000)
  if (drawn === null) return invalid('--seed is a whole number from 0 to 1000000000.')
  if (data === '') return invalid('--data is the folder of an embedded database.')
  return ok({ customers, postings: wanted, seed: drawn, dataFolder: data })
}

const invalid = (reason: string) => failure('ARGUMENT_INVALID', { reason })

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    const options = { customers: text, postings: text, data: text, seed: text }
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function wholeNumber(text: string, least: number, most: number): number | null {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  return number >= least && number <= most ? number : null
}
