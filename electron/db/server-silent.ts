/** The server does not answer at all, or there is none: the window is told SERVER_UNREACHABLE. What was sent to it may still be done. */
export class ServerSilent extends Error {}
