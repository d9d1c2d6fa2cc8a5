import type { ComboboxItem, ComboboxParsedItem } from '@mantine/core'

/** An option, not a group of options. */
export const isOption = (item: ComboboxParsedItem): item is ComboboxItem => !('group' in item)

type Option = { readonly value: string; readonly label: string }

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .trim()
    .toLowerCase()

/** How well an option fits, best first: its code, the beginning of its name, of a word in it, anything within; null when it does not. */
function rankOf({ value, label }: Option, typed: string): number | null {
  const name = plain(label)
  if (plain(value) === typed || name === typed) return 0
  if (name.startsWith(typed)) return 1
  const words = name.split(/[^\p{L}\p{N}]+/u)
  if (words.some((word) => word.startsWith(typed))) return 2
  return name.includes(typed) ? 3 : null
}

/** The options that fit what is typed, best first; those that fit alike keep their order. Nothing typed: all of them. */
export function rankOptions<O extends Option>(options: readonly O[], typed: string): O[] {
  const wanted = plain(typed)
  if (wanted === '') return [...options]
  const ranked = options.flatMap((option) => {
    const rank = rankOf(option, wanted)
    return rank === null ? [] : [{ option, rank }]
  })
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ option }) => option)
}
