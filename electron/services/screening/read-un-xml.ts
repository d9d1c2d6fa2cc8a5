import { childrenOf, textIn, type XmlNode } from '../../xml/xml-tree.ts'
import type { Around } from '../../progress.ts'
import { readXmlParts } from '../../xml/xml-parts.ts'
import { growingList, type ListedEntry, type ReadList } from './listed-entry.ts'
import { yearsOfBirths } from './listed-births.ts'

const NAME_PARTS = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME']

/** A birth is a date, a year, or a range of years. */
function birthOf(node: XmlNode): string {
  const [from, to] = [textIn(node, 'FROM_YEAR'), textIn(node, 'TO_YEAR')]
  if (from !== '' && to !== '') return `${from} to ${to}`
  const date = textIn(node, 'DATE').slice(0, 10) || textIn(node, 'YEAR')
  return /approx/i.test(textIn(node, 'TYPE_OF_DATE')) && date !== '' ? `circa ${date}` : date
}

function entryOf(node: XmlNode): ListedEntry {
  const isPerson = node.name === 'INDIVIDUAL'
  const births = childrenOf(node, 'INDIVIDUAL_DATE_OF_BIRTH')
    .map(birthOf)
    .filter((birth) => birth !== '')
  const aliases = childrenOf(node, `${node.name}_ALIAS`).map((alias) => ({
    name: textIn(alias, 'ALIAS_NAME'),
    weak: textIn(alias, 'QUALITY').toLowerCase() === 'low',
  }))
  const original = { name: textIn(node, 'NAME_ORIGINAL_SCRIPT'), weak: false }
  return {
    reference: textIn(node, 'REFERENCE_NUMBER') || textIn(node, 'DATAID'),
    kind: isPerson ? 'PERSON' : 'COMPANY',
    programme: textIn(node, 'UN_LIST_TYPE'),
    births: births.join('; '),
    years: yearsOfBirths(births),
    names: [
      { name: NAME_PARTS.map((part) => textIn(node, part)).join(' '), weak: false },
      ...[original, ...aliases].filter(({ name }) => name !== ''),
    ],
  }
}

/** The UN Security Council's consolidated list; null where it is no XML. */
export async function readUnXml(text: string, around: Around): Promise<ReadList | null> {
  const { list, add } = growingList()
  let n = 0
  const whole = await readXmlParts({ text, ...around }, ['INDIVIDUAL', 'ENTITY'], (node) =>
    add((n += 1), entryOf(node)),
  )
  return whole && { format: 'UN_XML', published: whole.attributes['dateGenerated'] ?? '', ...list }
}
