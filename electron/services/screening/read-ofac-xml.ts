import { childrenOf, findIn, textIn, type XmlNode } from '../../xml/xml-tree.ts'
import type { Around } from '../../progress.ts'
import { readXmlParts } from '../../xml/xml-parts.ts'
import { growingList, type ListedEntry, type ReadList } from './listed-entry.ts'
import { yearsOfBirths } from './listed-births.ts'

const nameOf = (node: XmlNode) => `${textIn(node, 'firstName')} ${textIn(node, 'lastName')}`.trim()

function entryOf(node: XmlNode): ListedEntry {
  const isPerson = textIn(node, 'sdnType').toLowerCase() === 'individual'
  const births = childrenOf(findIn(node, 'dateOfBirthList'), 'dateOfBirthItem').map((item) =>
    textIn(item, 'dateOfBirth'),
  )
  const aliases = childrenOf(findIn(node, 'akaList'), 'aka').map((aka) => ({
    name: nameOf(aka),
    weak: textIn(aka, 'category').toLowerCase() === 'weak',
  }))
  return {
    reference: textIn(node, 'uid'),
    kind: isPerson ? 'PERSON' : 'COMPANY',
    programme: childrenOf(findIn(node, 'programList'), 'program')
      .map(({ text }) => text.trim())
      .join(', '),
    births: isPerson ? births.join('; ') : '',
    years: isPerson ? yearsOfBirths(births) : [],
    names: [{ name: nameOf(node), weak: false }, ...aliases],
  }
}

/** OFAC's `sdn.xml`; null where it is no XML. */
export async function readOfacXml(text: string, around: Around): Promise<ReadList | null> {
  const { list, add } = growingList()
  let n = 0
  const whole = await readXmlParts({ text, ...around }, ['sdnEntry'], (node) => add((n += 1), entryOf(node)))
  return (
    whole && { format: 'OFAC_XML', published: textIn(whole, 'publshInformation', 'Publish_Date'), ...list }
  )
}
