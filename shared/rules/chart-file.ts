import { GL_CLASSES, type ChartAccount, type ChartFault } from '../contract/book-views.ts'
import { withoutFormula } from './csv.ts'
import { readCsv, type CsvLine } from './read-csv.ts'

/** A code of a chart as a file has it. */
export type ChartEntry = Omit<ChartAccount, 'depth'>
type ChartSet = ChartEntry['sets'][number]

/** The same as it was typed: its class and side may be none. */
type TypedEntry = Omit<ChartEntry, 'class' | 'normalSide'> & {
  readonly class: string
  readonly normalSide: string
}

const SIDES: readonly string[] = ['DEBIT', 'CREDIT'] satisfies readonly ChartEntry['normalSide'][]
const isClass = (text: string) => GL_CLASSES.some((one) => one === text)
const isWhole = (entry: TypedEntry): entry is ChartEntry =>
  isClass(entry.class) && SIDES.includes(entry.normalSide)

export const CHART_HEADS = ['Code', 'Name', 'Parent', 'Class', 'Normal side', 'Account sets'] as const

/** What sets may name: kinds of accounts, ISO 4217 codes, and products with their kind as `name=KIND`. */
export type ChartNames = {
  readonly kinds: readonly string[]
  readonly currencies: readonly string[]
  readonly products: readonly string[]
}

type Fault = ChartFault['fault']
type Read = { readonly entries: readonly ChartEntry[]; readonly faults: readonly ChartFault[] }

const fault = (line: number | null, name: Fault, text: string): ChartFault => ({ line, fault: name, text })

/** `SAVINGS`, `SAVINGS:EUR` for one currency, or `SAVINGS=Young savers` for one product. */
export const setText = ({ accountType, currency, product }: ChartSet): string =>
  currency !== null
    ? `${accountType}:${currency}`
    : product !== null
      ? `${accountType}=${product}`
      : accountType

function setOf(text: string): ChartSet {
  const [, accountType = '', mark, rest = ''] = /^([^:=]*)(?:([:=])(.*))?$/u.exec(text) ?? []
  return {
    accountType: accountType.trim().toUpperCase(),
    currency: mark === ':' ? rest.trim().toUpperCase() : null,
    product: mark === '=' ? rest.trim() : null,
  }
}

const isKnown = ({ accountType, currency, product }: ChartSet, names: ChartNames): boolean =>
  names.kinds.includes(accountType) &&
  (currency === null || names.currencies.includes(currency)) &&
  (product === null || names.products.includes(`${product}=${accountType}`))

/** The codes of a file, and what is wrong with its lines: all of it, so that it is mended at once. */
export function readChart(file: string, names: ChartNames): Read {
  const lines = readCsv(file)
  if (lines === null) return { entries: [], faults: [fault(null, 'QUOTES', '')] }
  const [head, ...rest] = lines
  if (head === undefined || head.cells.join().toLowerCase() !== CHART_HEADS.join().toLowerCase())
    return { entries: [], faults: [fault(head?.line ?? null, 'HEADER', CHART_HEADS.join(', '))] }
  const whole = rest.filter(({ cells }) => cells.length === CHART_HEADS.length)
  const read = whole.map((line) => ({ line: line.line, entry: entryOf(line) }))
  return {
    entries: read.map(({ entry }) => entry).filter(isWhole),
    faults: [
      ...rest
        .filter((line) => !whole.includes(line))
        .map(({ line, cells }) => fault(line, 'CELLS', String(cells.length))),
      ...read.flatMap(({ line, entry }) => faultsOf(line, entry, names)),
      ...faultsAmong(read, names),
    ].toSorted((one, other) => (one.line ?? Infinity) - (other.line ?? Infinity)),
  }
}

function entryOf({ cells }: CsvLine): TypedEntry {
  const [code = '', name = '', parent = '', of = '', side = '', sets = ''] = cells
  return {
    code,
    name,
    parent: parent === '' ? null : parent,
    class: isClass(of.toUpperCase()) ? of.toUpperCase() : of,
    normalSide: side.toUpperCase(),
    sets: sets
      .split('|')
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map(setOf),
  }
}

function faultsOf(line: number, entry: TypedEntry, names: ChartNames): readonly ChartFault[] {
  const { code, name, class: of, normalSide, sets } = entry
  return [
    ...(/^[0-9A-Z][0-9A-Z.-]{0,19}$/.test(code) ? [] : [fault(line, 'CODE', code)]),
    ...(name.length > 0 && name.length <= 100 && withoutFormula(name) === name
      ? []
      : [fault(line, 'NAME', name.slice(0, 100))]),
    ...(isClass(of) ? [] : [fault(line, 'CLASS', of)]),
    ...(SIDES.includes(normalSide) ? [] : [fault(line, 'SIDE', normalSide)]),
    ...sets.filter((set) => !isKnown(set, names)).map((set) => fault(line, 'SET', setText(set))),
  ]
}

type Lined = { readonly line: number; readonly entry: TypedEntry }

/** What is wrong with lines together: codes and sets that come twice, parents, and kinds of accounts that stand nowhere. */
function faultsAmong(read: readonly Lined[], names: ChartNames): readonly ChartFault[] {
  const byCode = new Map(read.toReversed().map(({ entry }) => [entry.code, entry]))
  const sets = read.flatMap(({ line, entry }) => entry.sets.map((set) => ({ line, text: setText(set) })))
  const placed = new Set(sets.map(({ text }) => text))
  return [
    ...read
      .filter(({ entry }) => byCode.get(entry.code) !== entry)
      .map(({ line, entry }) => fault(line, 'CODE_TWICE', entry.code)),
    ...read.flatMap(({ line, entry }) => parentFaults(line, entry, byCode)),
    ...sets
      .filter(({ text }, at) => sets.findIndex((other) => other.text === text) !== at)
      .map(({ line, text }) => fault(line, 'SET_TWICE', text)),
    ...names.kinds.filter((kind) => !placed.has(kind)).map((kind) => fault(null, 'KIND_NOWHERE', kind)),
  ]
}

function parentFaults(
  line: number,
  entry: TypedEntry,
  byCode: ReadonlyMap<string, TypedEntry>,
): readonly ChartFault[] {
  if (entry.parent === null) return []
  const parent = byCode.get(entry.parent)
  if (parent === undefined) return [fault(line, 'PARENT', entry.parent)]
  const above = new Set<string>()
  for (
    let at: TypedEntry | undefined = parent;
    at !== undefined;
    at = at.parent === null ? undefined : byCode.get(at.parent)
  ) {
    if (at === entry || above.has(at.code)) return [fault(line, 'CIRCLE', entry.parent)]
    above.add(at.code)
  }
  return parent.class === entry.class ? [] : [fault(line, 'CLASS_OF_PARENT', parent.class)]
}
