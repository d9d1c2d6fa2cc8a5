/** One statement about the package: what it claims, and what contradicts it. */
export type Finding = { readonly claim: string; readonly against: readonly string[] }

/** A claim whose check may fail in ways that nobody thought of. */
export async function finding(
  claim: string,
  check: () => readonly string[] | Promise<readonly string[]>,
): Promise<Finding> {
  try {
    return { claim, against: await check() }
  } catch (error) {
    return { claim, against: [error instanceof Error ? error.message : String(error)] }
  }
}

const SHOWN = 5
const LONGEST = 500
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text)

/** Prints what was found, a line a claim, and says whether all of it holds. */
export function report(findings: readonly Finding[]): boolean {
  for (const { claim, against } of findings) {
    const more = against.length > SHOWN ? `, and ${against.length - SHOWN} more` : ''
    console.log(
      against.length === 0
        ? `ok      ${claim}`
        : `NOT OK  ${claim}: ${against.slice(0, SHOWN).map(short).join(', ')}${more}`,
    )
  }
  return findings.every(({ against }) => against.length === 0)
}
