/**
 * The wire's version. A widget says its own in hello; the relay answers with the lower of the two, or closes with
 * `version` when the widget is older than `oldestServed`. Optional additions need no new version.
 *
 * 1: the first.
 * 2: the newest entries first and older ones on demand, earlier conversations, identities, receipts, ratings, erasure.
 */
export const wireVersion = 2
export const oldestServed = 1
