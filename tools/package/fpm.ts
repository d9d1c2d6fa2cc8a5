#!/usr/bin/env node
// Stands for fpm, which electron-builder asks to make deb and rpm: as much of its command line as is used, over dpkg-deb and rpmbuild.
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'

const NAMES =
  'log architecture after-install after-remove description version package name maintainer vendor url category license iteration deb-priority deb-compression rpm-os rpm-compression rpm-summary'.split(
    ' ',
  )
const text = { type: 'string' } as const
const list = { type: 'string', multiple: true, default: [] as string[] } as const
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    source: { ...text, short: 's' },
    target: { ...text, short: 't' },
    depends: { ...list, short: 'd' },
    'deb-recommends': list,
    'rpm-tag': list,
    force: { type: 'boolean' },
    debug: { type: 'boolean' },
    ...Object.fromEntries(NAMES.map((name) => [name, text])),
  },
})

/** As dpkg-deb calls what fpm calls so. */
const DEB_COMPRESSION: Readonly<Record<string, string>> = { xz: 'xz', gz: 'gzip' }

const given: Readonly<Record<string, unknown>> = values
/** What an option says; empty where it is not there. */
const said = (name: string): string => {
  const value = given[name]
  return typeof value === 'string' ? value : ''
}
const read = (name: string): string => (said(name) === '' ? '' : readFileSync(said(name), 'utf8'))
const work = mkdtempSync(join(tmpdir(), 'corex-fpm-'))
const tree = join(work, 'tree')
const run = (program: string, args: readonly string[]) =>
  execFileSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })
const [summary = '', ...more] = said('description')
  .split('\n')
  .map((line) => line.trim())
const targetOf = (mapping: string): string => mapping.slice(mapping.lastIndexOf('=') + 1)

/** `from=to`: a file, or the content of a folder whose name ends in a slash. */
function place(mapping: string): void {
  const to = join(tree, targetOf(mapping))
  mkdirSync(dirname(to), { recursive: true })
  cpSync(mapping.slice(0, mapping.lastIndexOf('=')), to, {
    recursive: true,
    verbatimSymlinks: true,
    preserveTimestamps: true,
  })
}

/** `#!/bin/bash` and so on: what an upgrade would take away that the new version has just put there is kept. */
const onRemovalOnly = (script: string, isRemoval: string): string =>
  script.replace(
    /^(#!.*\n)?/,
    (first: string) => `${first === '' ? '#!/bin/sh\n' : first}${isRemoval} || exit 0\n`,
  )

function deb(): void {
  const control = join(tree, 'DEBIAN')
  mkdirSync(control)
  const files = readdirSync(tree, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const size = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
  const fields = {
    Package: said('name'),
    Version: said('version'),
    Section: said('category') || 'misc',
    Priority: said('deb-priority'),
    Architecture: said('architecture'),
    Maintainer: said('maintainer'),
    'Installed-Size': Math.ceil(size / 1024),
    Depends: values.depends.join(', '),
    Recommends: values['deb-recommends'].join(', '),
    Homepage: said('url'),
    Description: [summary, ...more.filter((line) => line !== '')].join('\n '),
  }
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === '' ? [] : [`${name}: ${value}\n`],
  )
  writeFileSync(join(control, 'control'), lines.join(''))
  writeFileSync(join(control, 'postinst'), read('after-install'), { mode: 0o755 })
  writeFileSync(
    join(control, 'postrm'),
    onRemovalOnly(read('after-remove'), '[ "$1" = remove ] || [ "$1" = purge ]'),
    { mode: 0o755 },
  )
  run('dpkg-deb', [
    '--build',
    '--root-owner-group',
    `-Z${DEB_COMPRESSION[said('deb-compression')] ?? 'none'}`,
    tree,
    said('package'),
  ])
}

function rpm(): void {
  const spec = `Name: ${said('name')}
Version: ${said('version')}
Release: ${said('iteration') || 1}
Summary: ${said('rpm-summary') || summary}
License: ${said('license')}
URL: ${said('url')}
Vendor: ${said('vendor')}
Packager: ${said('maintainer')}
AutoReqProv: no
${values.depends.map((name) => `Requires: ${name}`).join('\n')}
${values['rpm-tag'].join('\n')}
%define __os_install_post %{nil}
%define _build_id_links none
%define _binary_payload w3.xzdio
%description
${more.join('\n')}
%install
cp -a '${tree}/.' '%{buildroot}/'
%files
%defattr(-,root,root)
${positionals.map((mapping) => `"${targetOf(mapping)}"`).join('\n')}
%post -p /bin/bash
${read('after-install').replaceAll('%', '%%')}
%postun -p /bin/bash
${onRemovalOnly(read('after-remove'), '[ "$1" = 0 ]').replaceAll('%', '%%')}
`
  const file = join(work, 'package.spec')
  writeFileSync(file, spec)
  run('rpmbuild', ['-bb', '--quiet', '--target', said('architecture'), '-D', `_topdir ${work}`, file])
  for (const made of globSync(join(work, 'RPMS/*/*.rpm'))) cpSync(made, said('package'))
}

try {
  for (const mapping of positionals) place(mapping)
  run('chmod', ['-R', 'u+rwX,go+rX,go-w', tree])
  if (existsSync(said('package'))) rmSync(said('package'))
  if (said('target') === 'deb') deb()
  else if (said('target') === 'rpm') rpm()
  else throw new Error(`This makes deb and rpm, and not ${said('target')}`)
} finally {
  rmSync(work, { recursive: true, force: true })
}
