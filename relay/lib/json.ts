/** What JSON can hold. Platform data stays in this shape, unread and unchanged. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
