/** The server does not answer at all, or there is none: the window is told SERVER_UNREACHABLE. What was sent to it may still be done. */
export class ServerSilent extends Error {}

/** What was sent is done on the server, and its standby has not confirmed that it has it: should the server be lost now, it may be gone. */
export class StandbySilent extends Error {}
