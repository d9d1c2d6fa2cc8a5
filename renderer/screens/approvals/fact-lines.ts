import type { ApprovalFacts, ApprovalView } from '../../../shared/contract/approvals.ts'
import { factNames, FACT_NAMES, isFactName, type FactName } from './fact-text.ts'

/** A line of what is to be decided: a fact that stands, or from what to what it changes. */
export type FactLine = { readonly to: FactName; readonly from: FactName | null }

export type FactLines = {
  readonly lines: readonly FactLine[]
  /** What is proposed as it is already. */
  readonly staying: readonly FactName[]
}

/** Pairs whose names do not say that they belong together. */
const PAIRED: Readonly<Partial<Record<FactName, FactName>>> = {
  newName: 'subject',
  validUntil: 'formerUntil',
}

/** What is not told of a proposal is gone by it. */
const goes = (to: FactName, from: FactName) => to === 'newCountries' || from === `${to}Now`

/** The fact as it is now, of one as it is proposed: `limit` of `newLimit`, `ratesNow` of `rates`. */
function nowOf(to: FactName): FactName | null {
  const now = /^new[A-Z]/.test(to) ? to.charAt(3).toLowerCase() + to.slice(4) : `${to}Now`
  return PAIRED[to] ?? (isFactName(now) ? now : null)
}

type Text = (facts: ApprovalFacts, name: FactName) => string | null

/** What changes as one line each, what stands for itself, and what is proposed as it is already; `text` is what people read of a fact. */
export function factLines(view: Pick<ApprovalView, 'facts' | 'changed'>, text: Text): FactLines {
  const told = new Set(factNames(view))
  const pairs = FACT_NAMES.flatMap((to) => {
    const from = nowOf(to)
    if (from === null || !told.has(from)) return []
    return told.has(to) || goes(to, from) ? [{ to, from }] : []
  })
  // What has become of it since it was proposed is told in any case.
  const isNew = (name: FactName) => view.changed.includes(name)
  const stays = ({ to, from }: { readonly to: FactName; readonly from: FactName }) =>
    !isNew(to) && !isNew(from) && text(view.facts, to) === text(view.facts, from)
  const staying = pairs.filter(stays)
  const changing = new Map(pairs.filter((pair) => !staying.includes(pair)).map((pair) => [pair.to, pair]))
  // The name says whose case it is, whatever becomes of it.
  const paired = new Set(pairs.flatMap(({ to, from }) => (from === 'subject' ? [to] : [to, from])))
  return {
    lines: FACT_NAMES.flatMap((name): readonly FactLine[] => {
      const change = changing.get(name)
      if (change !== undefined) return [change]
      return told.has(name) && !paired.has(name) ? [{ to: name, from: null }] : []
    }),
    staying: staying.map(({ to }) => to),
  }
}
