/** What the studio may take of memory, all of its threads together, in bytes. Whatever it is doing. */
export const MOST_MEMORY = 600 * 1024 * 1024
/** It is ended above this, since memory goes on growing until that is seen. */
export const ENDED_ABOVE = 520 * 1024 * 1024
/** How often that is looked at, in milliseconds. */
export const WATCHED_EVERY = 50
/** Of the studio's own objects, in megabytes; pixels and programs are beside them. */
export const MOST_OBJECTS = 256
