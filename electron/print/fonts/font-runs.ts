import { hasBundledLetter, isPlain } from './bundled.ts'
import type { Face } from './face.ts'

/** A piece of text that one font sets: the application's own (null), or that of the computer at this place in the list. */
type FontRun = { readonly text: string; readonly face: number | null }

const IS_DRAWN_WITH = /[\p{M}\p{Default_Ignorable_Code_Point}]/u

/** A word is set by one font where one has all of it: letters of two fonts do not join. */
function faceOfWord(faces: readonly Face[], word: string): number | null | 'SEVERAL' {
  const letters = Array.from(word).filter((letter) => !/\p{Default_Ignorable_Code_Point}/u.test(letter))
  if (letters.every(hasBundledLetter)) return null
  const at = faces.findIndex(({ has }) => letters.every(has))
  return at === -1 ? 'SEVERAL' : at
}

/** Of one letter; what no font has is the application's own to show as a box. */
function faceOfLetter(faces: readonly Face[], letter: string): number | null {
  const at = hasBundledLetter(letter) ? -1 : faces.findIndex(({ has }) => has(letter))
  return at === -1 ? null : at
}

function runsOfWord(faces: readonly Face[], word: string): FontRun[] {
  if (word === '') return []
  const face = faceOfWord(faces, word)
  if (face !== 'SEVERAL') return [{ text: word, face }]
  let last: number | null = null
  return Array.from(word, (text) => {
    if (!IS_DRAWN_WITH.test(text)) last = faceOfLetter(faces, text)
    return { text, face: last }
  })
}

/** A text as its fonts set it, one after the other in the order in which it is read. */
export function fontRuns(faces: readonly Face[], text: string): FontRun[] {
  if (faces.length === 0 || isPlain(text)) return [{ text, face: null }]
  const runs: { text: string; face: number | null }[] = []
  for (const run of text.split(/([ \u00a0]+)/).flatMap((word) => runsOfWord(faces, word))) {
    const last = runs.at(-1)
    if (last?.face === run.face) last.text += run.text
    else runs.push({ ...run })
  }
  return runs
}
