/**
 * npm run channel -- <folder>: writes channel.json for the packages of this version in a folder (without one in dist/), and signs it by the
 * private key that COREX_CHANNEL_KEY names. For packages that several computers made; `npm run package` does so for its own.
 */
import { parseArgs } from 'node:util'
import manifest from '../package.json' with { type: 'json' }
import { writeChannel } from './package/channel.ts'

const { positionals } = parseArgs({ allowPositionals: true })
const [folder = 'dist'] = positionals
console.log(await writeChannel(folder, manifest.version, process.env['COREX_CHANNEL_KEY']))
