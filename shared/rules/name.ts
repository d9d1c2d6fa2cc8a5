import { fail } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import { hasLetter, mixedLetter } from './text.ts'

/** Whether this may be a name of a person, in whatever script. Errors: NAME_WITHOUT_LETTERS, NAME_MIXES_ALPHABETS. */
export function checkName(name: string): Result<string, 'NAME_WITHOUT_LETTERS' | 'NAME_MIXES_ALPHABETS'> {
  if (!hasLetter(name)) return fail('NAME_WITHOUT_LETTERS')
  const letter = mixedLetter(name)
  return letter === null ? ok(name) : fail('NAME_MIXES_ALPHABETS', { letter })
}
