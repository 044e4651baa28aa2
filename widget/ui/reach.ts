/** What nobody needs who only reads: the ways of the keyboard, and copying. */
export { Copy } from './copy.tsx'
export { rove } from './rove.ts'
