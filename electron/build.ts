import manifest from '../package.json' with { type: 'json' }

/** The commit, filled in when the application is built (electron.vite.config.ts); run from its sources, it has none. */
declare const COREX_COMMIT: string | undefined

export const VERSION = manifest.version

/** Which build this is, such as `0.2.0+4f2a91c`: every session, and every row that is written in it, has it on record. */
export const BUILD = `${VERSION}+${typeof COREX_COMMIT === 'string' ? COREX_COMMIT : 'sources'}`

/** The newest marker of the schema for which this application was made: the database tells it all that it has words for. */
export const SCHEMA = '0450-code'
