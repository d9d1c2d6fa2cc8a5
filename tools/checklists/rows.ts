const STATES = ['proven', 'design', 'none', 'gap'] as const
type State = (typeof STATES)[number]

/** One line of a published checklist: what it asks for, in a few own words, and what stands for it. */
export type Row = {
  readonly id: string
  readonly level: string
  readonly state: State
  readonly asks: string
  readonly shownBy: string
}

const isState = (text: string): text is State => STATES.some((known) => known === text)

function rowOf(line: string): Row {
  const [id = '', level = '', state = '', asks = '', shownBy = '', ...more] = line.split(';')
  if (!isState(state)) throw new Error(`${id}: ${state} is no state`)
  if (asks === '' || shownBy === '' || more.length > 0) throw new Error(`${id} has not five parts`)
  return { id, level, state, asks, shownBy }
}

/** The rows of `docs/checklists.csv`. Throws for one without a state or without what stands for it. */
export const readRows = (text: string): Row[] => text.trim().split('\n').slice(1).map(rowOf)

/** The test that a row names, by its file and a part of its title; null where it names none. */
export function testOf({ state, shownBy }: Row): { readonly file: string; readonly title: string } | null {
  const [file = '', title = ''] = shownBy.split(' > ')
  return state === 'proven' ? { file, title } : null
}
