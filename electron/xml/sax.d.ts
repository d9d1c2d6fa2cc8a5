/** What this program uses of the package sax, which brings no types. */
declare module 'sax' {
  type Attribute = { readonly value: string }
  type Tag = {
    readonly local: string
    readonly uri: string
    readonly attributes: Readonly<Record<string, Attribute>>
  }
  /** What a parser calls; it is given them as its properties. */
  export type Handlers = {
    onerror: (error: Error) => void
    ondoctype: (doctype: string) => void
    onopentag: (tag: Tag) => void
    onclosetag: (name: string) => void
    ontext: (text: string) => void
    oncdata: (text: string) => void
  }
  type Parser = {
    write(text: string): Parser
    close(): Parser
  }
  const sax: {
    /** A strict parser whose tags have their namespaces, because `xmlns` is set. */
    parser(strict: true, options: { xmlns: true; strictEntities: true; position: false }): Parser
  }
  export default sax
}
