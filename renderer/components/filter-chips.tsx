import layout from '../theme/layout.module.css'
import chips from './chips.module.css'

type Props<F extends string | number> = {
  readonly legend: string
  /** The words of the chip that shows everything. */
  readonly all: string
  readonly filters: readonly F[]
  readonly filter: F | null
  readonly wordsOf: (filter: F) => string
  readonly onFilter: (filter: F | null) => void
}

/** Chips that narrow a list: one for everything, and one for each filter, which takes it off again. */
export function FilterChips<F extends string | number>({
  legend,
  all,
  filters,
  filter,
  wordsOf,
  onFilter,
}: Props<F>) {
  const chip = (each: F | null, words: string) => (
    <button
      key={each ?? ''}
      type="button"
      className={chips.chip}
      aria-pressed={filter === each}
      onClick={() => onFilter(filter === each ? null : each)}
    >
      {words}
    </button>
  )
  return (
    <fieldset className={chips.chips}>
      <legend className={layout.visuallyHidden}>{legend}</legend>
      {chip(null, all)}
      {filters.map((each) => chip(each, wordsOf(each)))}
    </fieldset>
  )
}
