import sax, { type Handlers } from 'sax'

/** An element with its own text and the elements in it, by their names without prefix. */
export type XmlNode = {
  readonly name: string
  readonly namespace: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  readonly text: string
}

export type Growing = { -readonly [K in keyof Omit<XmlNode, 'children'>]: XmlNode[K] } & {
  readonly children: Growing[]
}

/** Deeper than any message of ISO 20022 or answer of a scanner. */
const DEEPEST = 40

function refuse(): never {
  throw new SyntaxError('No XML that is read here')
}

/** What the parser calls as it reads: the tree grows at the last of the open elements. */
export function growing(open: Growing[]): Handlers {
  const addText = (part: string) => {
    const node = open.at(-1)
    if (node !== undefined) node.text += part
  }
  return {
    onerror: refuse,
    ondoctype: refuse,
    onopentag: ({ local, uri, attributes: given }) => {
      if (open.length > DEEPEST) refuse()
      const attributes = Object.fromEntries(Object.entries(given).map(([name, { value }]) => [name, value]))
      const node: Growing = { name: local, namespace: uri, attributes, children: [], text: '' }
      open.at(-1)?.children.push(node)
      open.push(node)
    },
    onclosetag: () => void open.pop(),
    ontext: addText,
    oncdata: addText,
  }
}

/**
 * Well-formed XML as a tree; null where it is not, with a document type (which could name files or make entities grow), and where it is
 * deeper than any message. No entity but the five of XML is known, and nothing is fetched.
 */
export function readXml(text: string): XmlNode | null {
  const top: Growing = { name: '', namespace: '', attributes: {}, children: [], text: '' }
  const parser = sax.parser(true, { xmlns: true, strictEntities: true, position: false })
  Object.assign(parser, growing([top]))
  try {
    parser.write(text.replace(/^\ufeff/, '')).close()
  } catch {
    return null
  }
  return top.children[0] ?? null
}

/** The elements of a name in an element. */
export const childrenOf = (node: XmlNode | undefined, name: string): readonly XmlNode[] =>
  node?.children.filter((child) => child.name === name) ?? []

/** The first element along a path of names. */
export const findIn = (node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined =>
  path.reduce((at: XmlNode | undefined, name) => at?.children.find((child) => child.name === name), node)

/** Its text without blanks around it; empty where there is none. */
export const textIn = (node: XmlNode | undefined, ...path: readonly string[]): string =>
  findIn(node, ...path)?.text.trim() ?? ''
