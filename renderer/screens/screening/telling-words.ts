import type { MatchFacts } from '../../../shared/contract/screening.ts'

type Word = MatchFacts['words'][number]

/** The words that say why two names are alike. Two words that are also compared as one say it a second time, unless that one is more alike. */
export function tellingWords(words: readonly Word[]): readonly Word[] {
  const repeats = ({ typed, percent }: Word) =>
    words.some((first) =>
      words.some(
        (second) =>
          first.typed + second.typed === typed && first.percent >= percent && second.percent >= percent,
      ),
    )
  return words.filter((word) => !repeats(word))
}
