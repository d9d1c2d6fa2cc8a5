import { config } from 'zod'

// The first import of the window. The policy refuses text that becomes code, which schemas would try once, and report each time.
config({ jitless: true })
