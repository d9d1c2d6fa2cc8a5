import { randomUUID } from 'node:crypto'
import type { Component } from './components.ts'
import type { Target } from './target.ts'

/** Licences are told by SPDX's names where they have one, else in words. */
const licencesOf = (licence: string | null) => {
  if (licence === null) return []
  return /^[\w.+-]+$/.test(licence) ? [{ license: { id: licence } }] : [{ license: { name: licence } }]
}

const purlOf = ({ name, version, kind }: Component): { purl?: string } =>
  kind === 'npm' ? { purl: `pkg:npm/${name.replace('@', '%40')}@${version}` } : {}

const entry = (component: Component) => ({
  type: 'library',
  'bom-ref': `${component.kind}:${component.name}@${component.version ?? ''}`,
  name: component.name,
  ...(component.version === null ? {} : { version: component.version }),
  licenses: licencesOf(component.licence),
  ...purlOf(component),
})

/** What is in a package, in CycloneDX 1.6, for programs that look for known faults in it. */
export const billOfMaterials = (
  product: { readonly name: string; readonly version: string },
  electron: string,
  target: Target,
  components: readonly Component[],
) => ({
  $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  serialNumber: `urn:uuid:${randomUUID()}`,
  version: 1,
  metadata: {
    timestamp: new Date().toISOString(),
    component: {
      type: 'application',
      'bom-ref': 'package',
      name: `${product.name} for ${target.system}-${target.arch}`,
      version: product.version,
      licenses: [{ license: { id: 'Apache-2.0' } }],
    },
  },
  components: [
    entry({ name: 'electron', version: electron, licence: 'MIT', text: '', kind: 'npm' }),
    ...components.map(entry),
  ],
})
