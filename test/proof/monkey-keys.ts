import * as fc from 'fast-check'

/** A key or a chord as Playwright names it, or after `paste ` a text that comes all at once. */
export type Press = string

/** One turn: keys that the window answers, a slip that is typed, and keys while something is frozen. */
export type Turn = {
  readonly lively: readonly Press[]
  /** Up to the press that posts it, which comes before the freeze or in it. */
  readonly slip: readonly Press[]
  readonly confirmFirst: boolean
  readonly frozen: readonly Press[]
  /** In milliseconds. A call ends by itself after two seconds without an answer. */
  readonly frozenFor: number
}

const keys = (text: string): Press[] => (text.startsWith('paste ') ? [text] : text.split(''))
const one = (...names: Press[]) => fc.constantFrom(...names.map((name): readonly Press[] => [name]))

const DIGITS = one(...'0123456789'.split(''), '.', '5', '1', '2')
const LETTERS = one(...'aeinrstjkoq'.split(''), 'Space', '-', '+', '*', '%', 'E', 'K')
const MOVES = one('Tab', 'Tab', 'Shift+Tab', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'Home', 'End', 'PageDown')
const ERASES = one('Backspace', 'Delete', 'Control+a', 'Control+z', 'Control+x', 'Control+v', 'Control+c')
const FUNCTIONS = one('F1', 'F2', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10')
const COMMANDS = one(
  'Control+p',
  'Control+k',
  'Control+n',
  'Control+l',
  'Control+Shift+l',
  'Control+Shift+Enter',
)
const ALTS = one('Alt+5', 'Alt+6', 'Alt+n', 'Alt+ArrowLeft', 'Alt+Enter', 'Alt+d', 'Alt+F4')
const PASTES = one(
  'paste 12',
  'paste 0.01',
  'paste 1,5',
  'paste €',
  'paste å',
  'paste 99999999999999',
  'paste erik',
  'paste \u202e12 ',
)

/** Mostly what can be posted; also nothing, too exactly, and above the limit. */
const AMOUNTS = ['1', '2', '2.5', '7', '12', '0.01', '3.33', '15', '20', '0', '9.999', '60000']

/** A slip from its own key to its amount, for the customer who is chosen already or for an account that is typed or pasted. */
function slips(accounts: readonly string[]): fc.Arbitrary<readonly Press[]> {
  const account = fc.constantFrom(...accounts, ...accounts.map((number) => `paste ${number}`))
  const amount = fc.constantFrom(...AMOUNTS)
  const kind = fc.constantFrom('F4', 'F4', 'F5', 'F6')
  const typed = fc
    .tuple(kind, account, account, amount)
    .map(([key, from, to, sum]) => [
      key,
      ...keys(from),
      'Enter',
      ...(key === 'F6' ? [...keys(to), 'Enter'] : []),
      ...keys(sum),
    ])
  const chosen = fc
    .tuple(fc.constantFrom('F4', 'F5'), amount)
    .map(([key, sum]) => [key, 'Enter', ...keys(sum)])
  return fc.oneof({ weight: 3, arbitrary: typed }, { weight: 1, arbitrary: chosen })
}

function pieces(slip: fc.Arbitrary<readonly Press[]>): fc.Arbitrary<readonly Press[]> {
  const posted = fc
    .tuple(slip, one('Escape', 'Control+Enter', 'Control+p', 'F7', 'Enter', 'Tab'))
    .map(([typed, after]) => [...typed, 'Control+Enter', ...after])
  const weighted = [
    [20, DIGITS],
    [7, one('Enter')],
    [7, one('Control+Enter')],
    [8, one('Escape')],
    [8, LETTERS],
    [8, MOVES],
    [4, ERASES],
    [6, FUNCTIONS],
    [2, COMMANDS],
    [2, ALTS],
    [2, PASTES],
    [5, posted],
  ] as const
  return fc.oneof(...weighted.map(([weight, arbitrary]) => ({ weight, arbitrary })))
}

const times = (piece: fc.Arbitrary<readonly Press[]>, n: number) =>
  fc.array(piece, { minLength: n, maxLength: n, size: 'max' }).map((all) => all.flat())

/** The turns of a seed that come to so many keys: always the same ones. */
export function turnsOf(seed: number, most: number, accounts: readonly string[]): Turn[] {
  const slip = slips(accounts)
  const piece = pieces(slip)
  const turn = fc.record({
    lively: times(piece, 20),
    slip,
    confirmFirst: fc.boolean(),
    frozen: times(piece, 10),
    frozenFor: fc.constantFrom(100, 400, 1_000, 3_000),
  })
  const turns: Turn[] = []
  let count = 0
  for (const each of fc.sample(turn, { seed, numRuns: Math.ceil(most / 30) })) {
    if (count >= most) break
    turns.push(each)
    count += keysIn(each)
  }
  return turns
}

/** With the one that posts the slip. */
export const keysIn = ({ lively, slip, frozen }: Turn): number =>
  lively.length + slip.length + frozen.length + 1
