/**
 * What a change was made on: nothing is there yet (`none`), a version read from the server, or whatever the item
 * before it on the same record leaves there (`previous`).
 */
export type Base = number | 'none' | 'previous'
