import { addScores, type Score } from './score.ts'

export type Row = {
  readonly name: string
  readonly scores: readonly Score[]
  readonly seconds: readonly number[]
}

const share = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)
const quantile = (values: readonly number[], part: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(part * values.length))] ?? 0

/** A line of the table of figures: photographs, fields right, names right, vouched for, wrongly so, and seconds of the processor. */
function lineOf({ name, scores, seconds }: Row): string {
  const { fields, right, vouched, wronglyVouched, names, rightNames } = addScores(scores)
  const cells = [
    name,
    scores.length,
    `${share(right, fields)} of ${fields}`,
    share(rightNames, names),
    share(vouched, fields),
    wronglyVouched,
    (seconds.reduce((sum, each) => sum + each, 0) / Math.max(1, seconds.length)).toFixed(2),
    quantile(seconds, 0.5).toFixed(2),
    quantile(seconds, 0.95).toFixed(2),
  ]
  return `| ${cells.join(' | ')} |`
}

/** The figures as a table of Markdown. */
export const figureTable = (rows: readonly Row[]) =>
  [
    '| photographs | n | fields with a digit | names | vouched for | wrong and vouched for | CPU s mean | p50 | p95 |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...rows.map(lineOf),
  ].join('\n')

/** What was read as something else, most often first. */
export function confusionTable(rows: readonly Row[], most: number): string {
  const confused = rows.flatMap(({ scores }) => scores.flatMap((score) => score.confused))
  const counts = [...Map.groupBy(confused, (pair) => pair)].map(([pair, all]) => [pair, all.length] as const)
  const lines = counts
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([pair, count]) => `| \`${pair.charAt(0)}\` | \`${pair.charAt(1)}\` | ${count} |`)
  return ['| is | read as | times |', '| --- | --- | --: |', ...lines].join('\n')
}
