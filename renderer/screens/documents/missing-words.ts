import { type Need, NEEDS } from '../../../shared/rules/documents.ts'

/** The sentence that names what is missing, as a key of the documents' catalogue; null when nothing is. */
export function missingWords(missing: readonly Need[]) {
  const [first] = missing
  if (first === undefined) return null
  return missing.length === NEEDS.length ? 'missing.both' : (`missing.${first}` as const)
}
