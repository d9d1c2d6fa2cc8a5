import { setImmediate as others } from 'node:timers/promises'
import sax from 'sax'
import { type Growing, growing, type XmlNode } from './xml-tree.ts'

/** So many characters are read before everything else in the process has its turn: some milliseconds. */
const AT_A_TIME = 65_536

/** What is read, where it is said how much of it is, and what ends it. */
type Reading = {
  readonly text: string
  readonly onProgress: (done: number, of: number) => void
  readonly signal: AbortSignal
}

/**
 * Reads a long file part by part: gives each element of those names to `take` as it ends, and keeps none, so that memory does not grow with
 * the file. Answers the outermost element without them; null where the text is no XML that is read here, as in readXml.
 */
export async function readXmlParts(
  { text, onProgress, signal }: Reading,
  names: readonly string[],
  take: (part: XmlNode) => void,
): Promise<XmlNode | null> {
  const top: Growing = { name: '', namespace: '', attributes: {}, children: [], text: '' }
  const open = [top]
  const handlers = growing(open)
  const parser = sax.parser(true, { xmlns: true, strictEntities: true, position: false })
  Object.assign(parser, handlers, {
    onclosetag: (name: string) => {
      const part = open.at(-1)
      handlers.onclosetag(name)
      if (part === undefined || !names.includes(part.name)) return
      open.at(-1)?.children.pop()
      take(part)
    },
  })
  const whole = text.replace(/^\ufeff/, '')
  try {
    for (let at = 0; at < whole.length; at += AT_A_TIME) {
      signal.throwIfAborted()
      parser.write(whole.slice(at, at + AT_A_TIME))
      onProgress(Math.min(at + AT_A_TIME, whole.length), whole.length)
      await others()
    }
    parser.close()
  } catch {
    signal.throwIfAborted()
    return null
  }
  return top.children[0] ?? null
}
