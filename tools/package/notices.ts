import type { Component } from './components.ts'

const LINE = '='.repeat(80)
const HEAD = `CoreX Teller is given under the Apache License 2.0. It holds the work of others, which is named here with its licence.
Electron, with Chromium and Node inside, lies around it: LICENSE.electron.txt and LICENSES.chromium.html beside the executable.
`

const titleOf = ({ name, version }: Component): string => `${name} ${version ?? '(no version is said)'}`

/** The file NOTICES.txt. */
export const noticesText = (components: readonly Component[]): string =>
  [
    HEAD,
    ...components.map(
      (component) => `${LINE}\n${titleOf(component)} · ${component.licence ?? '?'}\n\n${component.text}\n`,
    ),
  ].join('\n')

/** What may not be given on as it is: nobody has said under which licence, or its text is not there. */
export const withoutLicence = (components: readonly Component[]): string[] =>
  components.flatMap((component) => {
    if (component.licence === null) return [`${titleOf(component)} has no licence`]
    if (component.text === '' && component.kind === 'npm')
      return [`${titleOf(component)} brings no text of its licence`]
    return []
  })
